/** Users' packs and the built-in ones → the files of both together. */
import { fieldOf, isRecord } from '../../model/plain.ts';
import { nearest } from '../../words/nearest.ts';
import { quoted, type YamlFault } from '../../yaml/fault.ts';
import type { PackFile, RuleSource } from '../pack.ts';
import type { ThemeFile } from '../themes.ts';
import { meant } from './meant.ts';
import { companyOf, stepOf } from './packs.ts';
import type { ReadPack, UserPart } from './read.ts';

/** The files in force, and what was changed. */
export interface Merged {
  readonly files: readonly PackFile[];
  readonly themes: readonly ThemeFile[];
  /** Kinds of pack that are no longer as they were built. */
  readonly touched: ReadonlySet<string>;
  readonly faults: readonly YamlFault[];
}

/** What packs hold beside lists and rules: tables of words that users may add to. */
const SECTIONS = [
  ...(['tables', 'units', 'heads', 'parts', 'scales', 'words', 'directions', 'traits'] as const),
  ...(['plurals', 'forms', 'gradable', 'uninflected'] as const),
];
/** Packs whose lists are known to the program by their names, in words of small letters. */
const CLOSED: readonly string[] = ['agent', 'clause', 'column'];

/**
 * Joins users' packs to the built-in files. New rules stand before the built-in ones of their pack and step, so that
 * where the earliest wins they do; of several user files the last stands first. A rule that replaces another takes its
 * place. Lists and tables are added to, or replaced where `replaces-lists` names them.
 * @param files the built-in files as written, themes left out
 */
export function merge(files: readonly PackFile[], themes: readonly ThemeFile[], packs: readonly ReadPack[]): Merged {
  const merging = new Merging(files, themes);
  for (const pack of packs) merging.add(pack);
  return merging;
}

class Merging implements Merged {
  readonly files: PackFile[];
  readonly themes: ThemeFile[];
  readonly touched = new Set<string>();
  readonly faults: YamlFault[] = [];

  constructor(files: readonly PackFile[], themes: readonly ThemeFile[]) {
    this.files = [...files];
    this.themes = [...themes];
  }

  add({ parts }: ReadPack): void {
    /** New rules of this file by pack and step. */
    const added = new Map<string, PackFile & { readonly rules: RuleSource[] }>();
    /** Where the rules and themes of this file stand: line by key. */
    const seen = new Map<string, number>();
    for (const part of parts) {
      if (part.themes) this.#addThemes(part, part.themes, seen);
      else if (part.pack === 'country') this.#addCountries(part);
      else {
        this.touched.add(part.pack);
        this.#addLists(part);
        this.#addSections(part);
        this.#addRules(part, added, seen);
      }
    }
    for (const file of added.values()) this.#insert(file);
  }

  /** Puts a file before the others of its pack and step. */
  #insert(file: PackFile): void {
    const at = this.files.findIndex(({ pack, step }) => pack === file.pack && (!file.step || step === file.step));
    this.files.splice(at < 0 ? this.files.length : at, 0, file);
  }

  #fault(part: UserPart, path: readonly (string | number)[], code: string, message: string, at?: 'key'): void {
    this.faults.push({ file: part.file.file, ...part.place(path, at), code, message });
  }

  /** Whether a key stands a second time in this file. */
  #isTwice(part: UserPart, path: readonly (string | number)[], key: string, seen: Map<string, number>): boolean {
    const { line } = part.place(path);
    const first = seen.get(key);
    seen.set(key, first ?? line);
    if (first === undefined) return false;
    this.#fault(part, path, 'PMED-C307', `'${key}' stands here a second time; the first is in line ${first}.`);
    return true;
  }

  #addRules(
    part: UserPart,
    added: Map<string, PackFile & { readonly rules: RuleSource[] }>,
    seen: Map<string, number>,
  ): void {
    const { pack, file } = part;
    for (const [i, rule] of (file.rules ?? []).entries()) {
      const path = ['rules', i, 'id'];
      if (this.#isTwice(part, path, `${pack}/${rule.id}`, seen)) continue;
      const host = this.files.findIndex((its) => its.pack === pack && its.rules?.some(({ id }) => id === rule.id));
      const old = this.files[host];
      if (old && rule.replaces === true) {
        const rules = (old.rules ?? []).map((its) => (its.id === rule.id ? rule : its));
        this.files[host] = { ...old, rules };
      } else if (old) {
        const message = `there is a rule '${pack}/${rule.id}' already (${old.file}). Add 'replaces: true' to replace it, or give this one another id.`;
        this.#fault(part, path, 'PMED-C307', message);
      } else if (rule.replaces === true) {
        const known = this.files.flatMap((its) => (its.pack === pack ? (its.rules ?? []).map(({ id }) => id) : []));
        this.#fault(
          part,
          path,
          'PMED-C308',
          `'${pack}/${rule.id}' replaces no rule. ${unreplaced(rule.id, known, `pmed rules list ${pack}`)}`,
        );
      } else {
        const step = typeof file.step === 'number' ? file.step : stepOf(pack, rule);
        const group = `${pack} ${step}`;
        const its = added.get(group) ?? { file: file.file, pack, ...(step === null ? {} : { step }), rules: [] };
        its.rules.push(rule);
        added.set(group, its);
      }
    }
  }

  #addLists(part: UserPart): void {
    const { pack, file } = part;
    const company = companyOf(pack);
    const isClosed = CLOSED.includes(pack);
    const replaced = file['replaces-lists'];
    const replacing: readonly unknown[] = Array.isArray(replaced) ? replaced : [];
    for (const [i, name] of replacing.entries())
      if (!Object.hasOwn(file.lists ?? {}, String(name)))
        this.#fault(part, ['replaces-lists', i], 'PMED-C308', `no list ${quoted(String(name))} stands in this part.`);
    for (const [name, members] of Object.entries(file.lists ?? {})) {
      const path = ['lists', name];
      if (members.length === 0) this.#fault(part, path, 'PMED-C303', `the list '${name}' is empty.`);
      const words = isClosed ? members.map((word) => word.toLowerCase()) : members;
      const host = this.files.findIndex((its) => company.includes(its.pack) && Object.hasOwn(its.lists ?? {}, name));
      const old = this.files[host];
      const isTable = this.files.some((its) => its.pack === pack && fieldOf(its.tables, name) !== undefined);
      if (isTable) this.#fault(part, path, 'PMED-C303', `'${name}' is a table. Add to it under 'tables:'.`, 'key');
      else if (old) {
        const before = replacing.includes(name) ? [] : (old.lists?.[name] ?? []);
        this.files[host] = { ...old, lists: { ...old.lists, [name]: [...new Set([...before, ...words])] } };
      } else if (isClosed) {
        const known = this.files.flatMap((its) => (its.pack === pack ? Object.keys(its.lists ?? {}) : []));
        this.#fault(part, path, 'PMED-C302', `the pack '${pack}' has no list '${name}'. ${meant(name, known)}`, 'key');
      } else if (replacing.includes(name)) {
        const known = this.files.flatMap((its) => (company.includes(its.pack) ? Object.keys(its.lists ?? {}) : []));
        this.#fault(part, path, 'PMED-C308', `'${name}' replaces no list. ${meant(name, known)}`, 'key');
      } else this.files.push({ ...bare(part), lists: { [name]: words } });
    }
  }

  #addSections(part: UserPart): void {
    const { pack, file } = part;
    for (const name of SECTIONS) {
      if (file[name] === undefined) continue;
      const host = this.files.findIndex((its) => its.pack === pack && its[name] !== undefined);
      const old = this.files[host];
      if (old) this.files[host] = { ...old, [name]: joined(old[name], file[name]) };
      else this.files.push({ ...bare(part), [name]: file[name] });
    }
  }

  #addCountries(part: UserPart): void {
    const added = Array.isArray(part.file.countries) ? part.file.countries : [];
    const host = this.files.findIndex(({ pack }) => pack === 'country');
    const old = this.files[host];
    const countries: unknown[] = Array.isArray(old?.countries) ? [...old.countries] : [];
    for (const [i, country] of added.entries()) {
      const code = fieldOf(country, 'code');
      const at = countries.findIndex((its) => fieldOf(its, 'code') === code);
      const replaces = fieldOf(country, 'replaces') === true;
      if (at >= 0 && !replaces)
        this.#fault(part, ['countries', i, 'code'], 'PMED-C307', `${code} is there already. Add 'replaces: true'.`);
      else countries.splice(Math.max(at, 0), replaces ? 1 : 0, country);
    }
    if (old) this.files[host] = { ...old, countries };
  }

  #addThemes(part: UserPart, added: ThemeFile, seen: Map<string, number>): void {
    const { scheme, masks } = added;
    const host = this.themes.findIndex((its) => its.scheme === scheme);
    const old = this.themes[host] ?? { file: added.file, scheme, masks: [], themes: [] };
    const themes = [...old.themes];
    for (const [i, theme] of added.themes.entries()) {
      const path = ['themes', i, 'id'];
      if (this.#isTwice(part, path, `${scheme}/${theme.id}`, seen)) continue;
      const at = themes.findIndex(({ id }) => id === theme.id);
      const replaces = part.replacing.has(theme.id);
      if (at >= 0 && !replaces) {
        const message = `the scheme '${scheme}' has a theme '${theme.id}' already. Add 'replaces: true' to replace it, or give this one another id.`;
        this.#fault(part, path, 'PMED-C307', message);
      } else if (at < 0 && replaces) {
        const known = themes.map(({ id }) => id);
        this.#fault(
          part,
          path,
          'PMED-C308',
          `'${theme.id}' replaces no theme. ${unreplaced(theme.id, known, 'pmed rules list themes')}`,
        );
      } else themes.splice(at < 0 ? themes.length : at, at < 0 ? 0 : 1, theme);
    }
    const merged = { ...old, masks: [...old.masks, ...masks], themes };
    if (host < 0) this.themes.push(merged);
    else this.themes[host] = merged;
  }
}

/** What to do about an id that takes nobody's place. */
const unreplaced = (id: string, known: readonly string[], all: string): string =>
  nearest(id, known) === null ? `Leave out 'replaces: true', or take an id that is there: ${all}` : meant(id, known);

/** A file of a part's own that holds no rules. The amounts of quantities share their lists with those of their step. */
const bare = ({ pack, file }: UserPart) => ({ file: file.file, pack, ...(pack === 'quantity' ? { step: 1 } : {}) });

/** Tables with what another adds to them: lists become longer, and what has a value already gets the new one. */
function joined(old: unknown, added: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(added)) return [...new Set([...old, ...added])];
  if (!isRecord(old) || !isRecord(added)) return added;
  const both = Object.entries(added).map(
    ([key, value]) => [key, Object.hasOwn(old, key) ? joined(old[key], value) : value] as const,
  );
  return { ...old, ...Object.fromEntries(both) };
}
