/** Gathers what files and environment say, and joins it with the command line. */
import type { CommandDefinition } from '../command.ts';
import type { RawFlags } from '../flag.ts';
import { config, everywhere, noConfig } from '../flags.ts';
import { badValue } from '../usage.ts';
import { type ConfigFile, projectFile, type Surroundings, userFile } from './discover.ts';
import { type Layered, type Settings, settingsOf } from './effective.ts';
import { environmentLayer } from './environment.ts';
import type { Layer, Setting } from './setting.ts';
import { SETTINGS } from './table.ts';

/**
 * The settings of a call.
 * @param typed raw values of the command line
 * @param command whose settings are asked for
 * @throws PmedError (exit 2) for anything wrong in a file or variable, with its place
 */
export async function loadSettings(
  typed: RawFlags,
  around: Surroundings,
  command: Pick<CommandDefinition, 'name' | 'groups' | 'ignoresConfig'>,
): Promise<Settings> {
  const files = command.ignoresConfig === true ? [] : filesOf(typed, around);
  const layered = new Map<Setting, Layer[]>(SETTINGS.map((setting) => [setting, []]));
  const add = (setting: Setting, layer: Layer | null): void => {
    if (layer !== null) layered.get(setting)?.push(layer);
  };
  if (files.length > 0) {
    const { readConfig } = await import('./read-file.ts');
    for (const file of files)
      for (const [setting, layer] of readConfig(file, SETTINGS, around.folder)) add(setting, layer);
  }
  for (const setting of SETTINGS) add(setting, environmentLayer(setting, around.env));
  return settingsOf(typed, goneBy(command, layered), files, around.folder);
}

/** The settings that a command goes by: those of its own flags, and those that no flag sets. */
function goneBy({ name, groups }: Pick<CommandDefinition, 'name' | 'groups'>, layered: Layered): Layered {
  if (name === 'config') return layered;
  const own = new Set([...everywhere, ...groups.flatMap(({ flags }) => flags)].map(({ long }) => long));
  return new Map(
    [...layered].filter(([{ flag, commands }]) => {
      if (commands !== null && !commands.includes(name)) return false;
      return !flag.long.startsWith('--') || own.has(flag.long);
    }),
  );
}

/** The weakest first. */
function filesOf(typed: RawFlags, around: Surroundings): readonly ConfigFile[] {
  const given = config.read(typed.get(config.long) ?? []);
  if (noConfig.read(typed.get(noConfig.long) ?? [])) {
    if (given !== null) throw badValue(config.long, given, `${noConfig.long} says to read none; give one of them`);
    return [];
  }
  const named = given ?? (around.env.PMED_CONFIG || null);
  return [userFile(around), projectFile(around, named)].flatMap((file) => file ?? []);
}
