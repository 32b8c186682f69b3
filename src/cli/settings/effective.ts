/** The settings that hold: command line over environment over project file over user file over what is built in. */
import { dirname } from 'node:path';
import type { RawFlags } from '../flag.ts';
import type { ConfigFile } from './discover.ts';
import type { Origin } from './origin.ts';
import type { Layer, Setting } from './setting.ts';

/** The settings of a call. */
export interface Settings {
  /** Raw values of all flags and settings, whatever they come from. */
  readonly raw: RawFlags;
  /** By the long name of a flag, what gave the value that holds (of a sum, the strongest part of it); null where it is built in. */
  readonly originOf: (long: string) => Origin | null;
  /** All that was said, the weakest first, also what does not hold. */
  readonly layersOf: (long: string) => readonly Layer[];
  /** The same for one setting, of which several may have flags of one name: `diff.fail-on` and `check.fail-on`. */
  readonly layersOfSetting: (setting: Setting) => readonly Layer[];
  /** The files that were read, the user's first. */
  readonly files: readonly ConfigFile[];
  /** What the project file decides of findings, by its keys. */
  readonly decided: Readonly<Record<string, readonly string[]>>;
  /** From here the patterns of the project file count: its folder, or the working directory; absolute. */
  readonly folder: string;
}

/** Values by setting, the weakest origin first. */
export type Layered = ReadonlyMap<Setting, readonly Layer[]>;

/**
 * @param typed raw values of the command line
 * @param layered what files and environment say
 * @param files those that were read
 * @param around the working directory, absolute
 */
export function settingsOf(typed: RawFlags, layered: Layered, files: readonly ConfigFile[], around: string): Settings {
  const raw = new Map(typed);
  const decided: Record<string, readonly string[]> = {};
  const layers = new Map<string, readonly Layer[]>();
  const bySetting = new Map<Setting, readonly Layer[]>();
  for (const [setting, others] of layered) {
    const { long } = setting.flag;
    const given = typed.get(long);
    const isSettled = setting.rivals.some((rival) => typed.has(rival));
    const all = [
      ...(isSettled ? [] : others),
      ...(given === undefined ? [] : [{ origin: { kind: 'flag', name: long }, values: given } as const]),
    ];
    const strongest = all.at(-1);
    if (strongest === undefined) continue;
    layers.set(long, all);
    bySetting.set(setting, all);
    const own = all.find(({ origin }) => origin.kind === 'project');
    if (own !== undefined && setting.inReport !== null && (setting.isSum || own === strongest))
      decided[setting.key] = setting.inReport(own.values);
    const values = setting.isSum ? all.flatMap((layer) => layer.values) : strongest.values;
    if (values.length > 0) raw.set(long, values);
    else raw.delete(long);
  }
  const layersOf = (long: string): readonly Layer[] => {
    const own = typed.get(long);
    return layers.get(long) ?? (own === undefined ? [] : [{ origin: { kind: 'flag', name: long }, values: own }]);
  };
  const project = files.find(({ kind }) => kind === 'project');
  const folder = project === undefined ? around : dirname(project.path);
  return {
    raw,
    files,
    decided,
    folder,
    layersOf,
    layersOfSetting: (setting) => bySetting.get(setting) ?? [],
    originOf: (long) => layersOf(long).at(-1)?.origin ?? null,
  };
}
