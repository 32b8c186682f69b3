/** Built-in rules and users' packs → the rules of an analysis. Loaded only where a user gives packs or switches rules off. */
import { createHash } from 'node:crypto';
import { PmedError } from '../../model/fault.ts';
import { version } from '../../version.ts';
import { faultsError, inOrder, type YamlFault } from '../../yaml/fault.ts';
import type { ReadyRules } from '../engine.ts';
import type { PackFile } from '../pack.ts';
import type { PackFault, RuleChoice, Rules, UserPack } from '../rules.ts';
import type { ThemeFile } from '../themes.ts';
import { countFaults } from './counts.ts';
import { MAX_FILES } from './limits.ts';
import { meant } from './meant.ts';
import { merge } from './merge.ts';
import { SETS } from './packs.ts';
import { patternFaults } from './patterns.ts';
import { type ReadPack, readPack } from './read.ts';
import { termFaults } from './terms.ts';

/** What users' packs come to, with all that is wrong with them. */
export interface Loaded {
  readonly rules: Rules;
  readonly read: readonly ReadPack[];
  readonly faults: readonly PackFault[];
}

/**
 * Joins users' packs to the built-in rules; where there are faults, the rules are not to be used.
 * @param builtIn the built-in rules as they are compiled
 * @param whole the built-in files as written, needed where packs are given
 */
export function joinRules(
  builtIn: Rules,
  whole: readonly PackFile[],
  { packs = [], disable = [] }: RuleChoice,
): Loaded {
  const read = packs.slice(0, MAX_FILES).map(readPack);
  const faults = read.flatMap((pack) => pack.faults.map((fault) => ({ ...fault, file: pack.name })));
  for (const pack of read) faults.push(...versionFaults(pack));
  if (packs.length > MAX_FILES)
    faults.push({
      file: packs[MAX_FILES]?.name ?? '',
      ...TOP,
      code: 'PMED-C306',
      message: `more than ${MAX_FILES} files are given.`,
    });
  const parts = read.flatMap((pack) => pack.parts);
  const ruled = whole.filter(({ pack }) => pack !== 'themes');
  faults.push(...countFaults(parts).map(withFile));
  // What is too much is not gone through, and what has faults may lack what the rest builds on.
  const merged = merge(packs.length > 0 ? ruled : builtIn.files, builtIn.themes, faults.length === 0 ? read : []);
  if (faults.length === 0) {
    faults.push(...[...merged.faults, ...termFaults(parts)].map(withFile));
    // A rule that is refused may be what another's list or kind of span comes from.
    if (faults.length === 0) faults.push(...patternFaults(parts, merged.files, ruled).map(withFile));
  }
  const disabled = new Set(disable);
  for (const pack of read) for (const { key } of pack.disabled) disabled.add(key);
  if (faults.length === 0) faults.push(...disabledFaults(read, disable, merged));
  return {
    rules: {
      packs: [...builtIn.packs, ...read.map((pack, i) => packRecord(pack, packs[i]))],
      files: merged.files.map((file) => withoutRules(file, disabled)),
      themes: merged.themes.map((file) => withoutThemes(file, disabled)),
      schemes: [...new Set(parts.flatMap(({ themes }) => themes?.scheme ?? []))],
      ready: readyWithout(builtIn.ready, merged.touched, disabled),
    },
    read,
    faults: inOrder(faults),
  };
}

/**
 * As `joinRules`, for those who need the rules and nothing else.
 * @throws {PmedError} (exit 2) with all faults
 */
export function rulesOf(builtIn: Rules, whole: readonly PackFile[], choice: RuleChoice): Rules {
  const { rules, faults } = joinRules(builtIn, whole, choice);
  const [first] = faults;
  if (first) throw faultsError(first.file, faults);
  return rules;
}

const TOP = { line: 1, column: 1 };
const withFile = (fault: YamlFault): PackFault => ({ ...fault, file: fault.file ?? '' });

function packRecord({ id, version: its }: ReadPack, pack: UserPack | undefined): Rules['packs'][number] {
  return {
    id,
    version: its,
    sha256: createHash('sha256')
      .update(pack?.text ?? '')
      .digest('hex'),
  };
}

function versionFaults({ name, minimum }: ReadPack): PackFault[] {
  if (!minimum) return [];
  const wanted = /^\d+(?:\.\d+){0,2}$/.test(minimum.version) ? minimum.version.split('.').map(Number) : null;
  const message =
    wanted === null
      ? `'min-pmed' is a version of pmed in quotes, as in "${version}".`
      : isBefore(version.split('.').map(Number), wanted)
        ? `the file needs pmed ${minimum.version} or later; this is ${version}.`
        : null;
  return message === null ? [] : [{ file: name, ...minimum.at, code: 'PMED-C309', message }];
}

function isBefore(its: readonly number[], wanted: readonly number[]): boolean {
  for (const [i, number] of wanted.entries()) if ((its[i] ?? 0) !== number) return (its[i] ?? 0) < number;
  return false;
}

/** What is switched off and not there. */
function disabledFaults(
  read: readonly ReadPack[],
  disable: readonly string[],
  { files, themes }: { readonly files: readonly PackFile[]; readonly themes: readonly ThemeFile[] },
): PackFault[] {
  const known = new Set([
    ...files.flatMap(({ pack, rules = [] }) => rules.map(({ id }) => `${pack}/${id}`)),
    ...themes.flatMap((file) => file.themes.map(({ id }) => `themes/${id}`)),
  ]);
  const message = (key: string): string => {
    const whole = [...known].filter((its) => its.endsWith(`/${key}`));
    const near = whole.length > 0 ? `Did you mean '${whole.join("' or '")}'?` : meant(key, [...known]);
    return `no rule or theme is called '${key}'. ${near} All rules: pmed rules list`.replace(/ {2,}/g, ' ');
  };
  const asked = disable.find((key) => !known.has(key));
  if (asked !== undefined) throw new PmedError(message(asked), { code: 'PMED-C308', exitCode: 2 });
  return read.flatMap(({ name, disabled }) =>
    disabled
      .filter(({ key }) => !known.has(key))
      .map(({ key, at }) => ({ file: name, ...(at ?? TOP), code: 'PMED-C308', message: message(key) })),
  );
}

function withoutRules(file: PackFile, disabled: ReadonlySet<string>): PackFile {
  const isOff = ({ id }: { readonly id: string }) => disabled.has(`${file.pack}/${id}`);
  return file.rules?.some(isOff) ? { ...file, rules: file.rules.filter((rule) => !isOff(rule)) } : file;
}

function withoutThemes(file: ThemeFile, disabled: ReadonlySet<string>): ThemeFile {
  const themes = file.themes.filter(({ id }) => !disabled.has(`themes/${id}`));
  return themes.length < file.themes.length ? { ...file, themes } : file;
}

/** The compiled sets that are still right: those of untouched packs, without the rules that are switched off. */
function readyWithout(ready: ReadyRules, touched: ReadonlySet<string>, disabled: ReadonlySet<string>): ReadyRules {
  const left: ReadyRules = new Map();
  for (const [name, data] of ready) {
    if (SETS[name]?.some((pack) => touched.has(pack))) continue;
    const isOff = data.rules.some(({ key }) => disabled.has(key));
    left.set(name, isOff ? { ...data, rules: data.rules.filter(({ key }) => !disabled.has(key)) } : data);
  }
  return left;
}
