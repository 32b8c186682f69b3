/** Pack files → entries of the rulebook: every rule, theme and list as its pack writes it. */
import { isRecord, recordsOf, textsOf } from '../model/plain.ts';
import type { ListEntry, PackEntry, RuleEntry, RulePlace } from '../model/rulebook.ts';
import { patternOf } from './lists.ts';
import type { PackFile } from './pack.ts';
import type { Pattern } from './pattern.ts';

/** Where the parts of a pack file stand. */
export type PlaceIn = (path: readonly (string | number)[]) => RulePlace;

/** A pack file and where it comes from. */
export interface Shelved {
  readonly file: PackFile;
  /** Version of the built-in packs; null for a file of a user. */
  readonly version: string | null;
  readonly placeOf: PlaceIn;
}

const maybe = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * The rules and themes of pack files, in order, with the lists that their patterns name.
 * @param files those whose lists are in force; unless given, those of the shelf
 */
export function rulesIn(
  shelf: readonly Shelved[],
  files: readonly PackFile[] = shelf.map(({ file }) => file),
): RuleEntry[] {
  const lists = listsByPack(files);
  return shelf.flatMap(({ file, version, placeOf }) => {
    const entry = (source: Readonly<Record<string, unknown>>, path: readonly (string | number)[]) =>
      ruleEntry(source, file, version, placeOf(path), lists.get(sharedBy(file.pack)) ?? new Map());
    const rules = recordsOf(file.rules).map((its, i) => entry(its, ['rules', i]));
    return [...rules, ...recordsOf(file.themes).map((its, i) => entry(its, ['themes', i]))];
  });
}

/** Fields of rules that have a place of their own in the rulebook. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'id',
    'label',
    'description',
    'kind',
    'makes',
    'says',
    'facet',
    'level',
    'strength',
    'match',
    'except',
    'unless',
    'with',
  ],
  ...['terms', 'masks', 'finds', 'ignores', 'wrong-today'],
]);

function ruleEntry(
  source: Readonly<Record<string, unknown>>,
  { pack, scheme }: PackFile,
  since: string | null,
  place: RulePlace,
  lists: ReadonlyMap<string, readonly string[]>,
): RuleEntry {
  const terms = isRecord(source.terms) ? source.terms : null;
  const wrong = isRecord(source['wrong-today']) ? source['wrong-today'] : {};
  const patterns = {
    match: textsOf(source.match),
    except: textsOf(source.except),
    unless: textsOf(source.unless),
    with: textsOf(source.with),
  };
  return {
    id: `${pack}/${String(source.id)}`,
    pack,
    scheme: maybe(scheme),
    label: maybe(source.label),
    description: String(source.description ?? '').trim(),
    kind: maybe(source.kind ?? source.makes ?? source.says ?? source.facet ?? source.level ?? null),
    strength: strengthOf(source.strength),
    ...patterns,
    lists: listsNamed(Object.values(patterns).flat(), pack, lists),
    terms: terms && { strong: textsOf(terms.strong), medium: textsOf(terms.medium), weak: textsOf(terms.weak) },
    masks: textsOf(source.masks),
    fields: Object.fromEntries(
      Object.entries(source)
        .filter(([name]) => !KNOWN.has(name))
        .map(([name, value]) => [name, fieldWords(value)]),
    ),
    finds: textsOf(source.finds),
    ignores: textsOf(source.ignores),
    wrongToday: { finds: textsOf(wrong.finds), ignores: textsOf(wrong.ignores) },
    builtIn: since !== null,
    since,
    place,
  };
}

const STRENGTHS = [1, 2, 3, 4, 5] as const;
const strengthOf = (value: unknown): RuleEntry['strength'] => STRENGTHS.find((its) => its === value) ?? null;
const fieldWords = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : isRecord(value) ? JSON.stringify(value) : String(value);

/** `commitment` and `statement` share their lists, and the files of a pack do. */
const sharedBy = (pack: string): string => (pack === 'statement' ? 'commitment' : pack);

/** The lists of packs by name; words of tables are lists too. */
function listsByPack(files: readonly PackFile[]): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, Map<string, readonly string[]>>();
  for (const file of files) {
    const own = all.get(sharedBy(file.pack)) ?? new Map<string, readonly string[]>();
    all.set(sharedBy(file.pack), own);
    for (const [name, members] of Object.entries(file.lists ?? {})) own.set(name, textsOf(members));
    if (isRecord(file.tables))
      for (const [name, table] of Object.entries(file.tables)) if (isRecord(table)) own.set(name, Object.keys(table));
  }
  return all;
}

/** Every list of the packs, as pack/@name. */
export function listsIn(files: readonly PackFile[]): ListEntry[] {
  return [...listsByPack(files)].flatMap(([pack, lists]) =>
    [...lists].map(([name, members]) => ({ id: `${pack}/@${name}`, members: [...members] })),
  );
}

/** The lists that patterns name, and those that these name. */
function listsNamed(
  patterns: readonly string[],
  pack: string,
  lists: ReadonlyMap<string, readonly string[]>,
): ListEntry[] {
  const found = new Map<string, ListEntry>();
  const look = (pattern: Pattern | null): void => {
    if (pattern === null) return;
    switch (pattern.kind) {
      case 'list': {
        const members = lists.get(pattern.name);
        if (members === undefined || found.has(pattern.name)) return;
        found.set(pattern.name, { id: `${sharedBy(pack)}/@${pattern.name}`, members: [...members] });
        for (const member of members) look(member.startsWith('@') ? patternOf(member) : null);
        return;
      }
      case 'capture':
      case 'optional':
        look(pattern.inner);
        return;
      case 'choice':
        for (const option of pattern.options) look(option);
        return;
      case 'sequence':
        for (const part of pattern.parts) look(part);
        return;
      default:
        return;
    }
  };
  for (const pattern of patterns) look(patternOf(pattern));
  return [...found.values()];
}

/** A pack file in short. */
export function packEntry({ file, version }: Shelved): PackEntry {
  const themes = recordsOf(file.themes);
  const terms = themes.flatMap(({ terms: its }) => (isRecord(its) ? Object.values(its).flatMap(textsOf) : []));
  return {
    pack: file.pack,
    scheme: maybe(file.scheme),
    file: file.file,
    builtIn: version !== null,
    rules: themes.length + recordsOf(file.rules).length,
    terms: file.pack === 'themes' ? terms.length : null,
    lists: Object.keys(file.lists ?? {}),
    adds: [],
    replaces: [],
    disables: [],
  };
}
