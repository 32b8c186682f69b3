/** Reads a file of settings: checks all that it says, and gives the values of each setting with their place. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type * as v from 'valibot';
import { ConfigSchema, UserConfigSchema } from '../../model/config.ts';
import { PmedError } from '../../model/fault.ts';
import { nearest } from '../../words/nearest.ts';
import { checkYaml, valueAt } from '../../yaml/check.ts';
import { faultsError, type YamlFault } from '../../yaml/fault.ts';
import type { Path } from '../../yaml/places.ts';
import { readYaml, type YamlDocument } from '../../yaml/read.ts';
import type { ConfigFile } from './discover.ts';
import { tooBig, unreadable } from './faults.ts';
import { refusedKeys } from './refused-keys.ts';
import type { Layer, Setting } from './setting.ts';

/** Largest file of settings, in bytes. */
const LARGEST = 1_000_000;

/**
 * The values that a file gives, by setting.
 * @param folder the working directory, from which paths are counted afterwards
 * @throws PmedError PMED-C301 to C303 (exit 2) with the place of everything that is wrong
 */
export function readConfig(
  file: ConfigFile,
  settings: readonly Setting[],
  folder: string,
): ReadonlyMap<Setting, Layer> {
  const [document, second] = readYaml(bytesOf(file), file.shown);
  if (second !== undefined) {
    const place = second.place([]);
    throw faultsError(file.shown, [
      { ...place, code: 'PMED-C303', message: "only one document may stand here; leave out '---'." },
    ]);
  }
  const top: Path = file.isPackage ? ['pmed'] : [];
  if (document === undefined || valueAt(document.value, top) === null) return new Map();
  const isProject = file.kind === 'project';
  check(document, isProject ? ConfigSchema : UserConfigSchema, top, file);
  const base = isProject ? relative(folder, dirname(file.path)) : '';
  const faults: YamlFault[] = [];
  const layers = new Map<Setting, Layer>();
  for (const setting of settings) {
    const key = isProject ? (setting.isOfProject ? setting.key : null) : setting.userKey;
    const path = key === null ? null : [...top, ...key.split('.')];
    const value = path === null ? undefined : valueAt(document.value, path);
    if (path === null || value === undefined) continue;
    const values = setting.raw(value, (given) => fromFile(base, given));
    faults.push(...faultsOf(setting, value, values, document, path));
    layers.set(setting, { origin: { kind: file.kind, file: file.shown, ...document.place(path, 'key') }, values });
  }
  if (faults.length > 0) throw faultsError(file.shown, faults);
  return layers;
}

function bytesOf({ path, shown }: ConfigFile): Uint8Array {
  try {
    if (statSync(path).size > LARGEST) throw tooBig(shown);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof PmedError ? error : unreadable(shown, error);
  }
}

/** The form of the file as a whole: keys that it does not have, and values of another kind. */
function check(document: YamlDocument, schema: v.GenericSchema, top: Path, { kind, shown }: ConfigFile): void {
  const refused = refusedKeys(valueAt(document.value, top), kind);
  const told = refused.map(({ key, message }): YamlFault => {
    return { ...document.place([...top, ...key.split('.')], 'key'), code: 'PMED-C302', message };
  });
  const checked = checkYaml(document, schema, top);
  const others = checked.ok ? [] : checked.faults;
  const faults = [
    ...told,
    ...others.filter(({ line, column }) => !told.some((its) => its.line === line && its.column === column)),
  ];
  if (faults.length > 0) throw faultsError(shown, faults);
}

/** What the reader of a setting has against its values, at the items that it has it against. */
function faultsOf(
  { flag, key, raw }: Setting,
  value: unknown,
  values: readonly string[],
  document: YamlDocument,
  path: Path,
): readonly YamlFault[] {
  const whole = faultIn(flag, values);
  if (whole === null) return [];
  const faultAt = (at: Path, fault: PmedError): YamlFault => ({
    ...document.place(at),
    code: 'PMED-C303',
    message: worded(fault, flag.long, key),
  });
  const parts = partsOf(value).flatMap(([step, part]): YamlFault[] => {
    const fault = faultIn(flag, raw(part, asIs));
    return fault === null ? [] : [faultAt([...path, step], fault)];
  });
  return parts.length > 0 ? parts : [faultAt(path, whole)];
}

const asIs = (given: string): string => given;

/** The items of a list or map by their keys, each as a list or map of its own. */
function partsOf(value: unknown): readonly (readonly [step: string | number, part: unknown])[] {
  if (Array.isArray(value)) return value.map((item, at) => [at, [item]]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, its]) => [key, { [key]: its }]);
}

function faultIn(flag: Setting['flag'], values: readonly string[]): PmedError | null {
  try {
    flag.read(values);
    return null;
  } catch (error) {
    if (error instanceof PmedError) return error;
    throw error;
  }
}

/** A message about a flag as one about the key. */
function worded({ message, hint, mistyped }: PmedError, long: string, key: string): string {
  const near = mistyped === null ? null : nearest(mistyped.given, mistyped.known);
  const meant = near === null ? '' : ` Did you mean '${near}'?`;
  return `${message.replace(long, key)}${meant}${hint === null ? '' : ` ${hint}`}`;
}

/** A path that counts from the folder of the file, as one from the working directory; `@` and `json:` stay before it. */
function fromFile(base: string, value: string): string {
  if (/^[a-z]+:\/\//i.test(value)) return value;
  const prefix = /^(?:@|[a-z]{2,}:)/.exec(value)?.[0] ?? '';
  const path = value.slice(prefix.length);
  return isAbsolute(path) || base === '' ? value : prefix + join(base, path);
}
