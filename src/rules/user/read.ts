/** A pack file that a user wrote → its parts in their typed form, or all faults of its form. */
import * as v from 'valibot';
import { fieldOf, isRecord } from '../../model/plain.ts';
import { nearest } from '../../words/nearest.ts';
import { checkYaml } from '../../yaml/check.ts';
import { FaultsError, type Place, quoted, type YamlFault } from '../../yaml/fault.ts';
import type { PlaceOf } from '../../yaml/places.ts';
import { readYaml, type YamlDocument } from '../../yaml/read.ts';
import type { PackFile } from '../pack.ts';
import { PatternFault, parsePattern } from '../pattern.ts';
import type { UserPack } from '../rules.ts';
import type { ThemeFile } from '../themes.ts';
import { FORMS, HEAD } from './form.ts';
import { PACKS, type PackName } from './packs.ts';

/** One part of a pack file, parted from the others by a `---` line. */
export interface UserPart {
  readonly pack: PackName;
  /** The part as written, with the examples. */
  readonly file: PackFile;
  /** The scheme of themes that it holds, or null. */
  readonly themes: ThemeFile | null;
  /** Ids of the themes that take the place of others. */
  readonly replacing: ReadonlySet<string>;
  /** Where its nodes stand in the file. */
  readonly place: PlaceOf;
}

/** What is switched off, and where that is said; null where it was asked for outside of any file. */
export interface Disabled {
  readonly key: string;
  readonly at: Place | null;
}

/** A pack file, read and of the right form. */
export interface ReadPack {
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly title: string | null;
  /** The least version of pmed that it asks for, and where. */
  readonly minimum: { readonly version: string; readonly at: Place } | null;
  readonly parts: readonly UserPart[];
  readonly disabled: readonly Disabled[];
  readonly faults: readonly YamlFault[];
}

const ABSENT: Pick<ReadPack, 'version' | 'title' | 'minimum' | 'parts' | 'disabled'> = {
  version: '0',
  title: null,
  minimum: null,
  parts: [],
  disabled: [],
};

/** Reads a pack file; what is wrong with its form stands in `faults`, and parts without faults in `parts`. */
export function readPack({ name, text }: UserPack): ReadPack {
  let documents: readonly YamlDocument[];
  try {
    documents = readYaml(text, name);
  } catch (error) {
    if (!(error instanceof FaultsError)) throw error;
    return { ...ABSENT, name, id: idOf(name), faults: error.faults };
  }
  const written = documents.filter(({ value }) => value !== null);
  const faults: YamlFault[] = [];
  const parts = written.flatMap((document) => partOf(document, faults) ?? []);
  const headOf = (key: string) => written.find(({ value }) => fieldOf(value, key) !== undefined);
  const said = (key: string): string | null => {
    const value = fieldOf(headOf(key)?.value, key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const minimum = said('min-pmed');
  const disabled = written.flatMap(({ value, place }) =>
    textsOf(fieldOf(value, 'disable')).map((key, i): Disabled => ({ key, at: place(['disable', i]) })),
  );
  if (faults.length === 0 && parts.length === 0 && disabled.length === 0)
    faults.push({
      line: 1,
      column: 1,
      code: 'PMED-C303',
      message: NO_RULES,
    });
  return {
    name,
    id: said('id') ?? idOf(name),
    version: said('version') ?? ABSENT.version,
    title: said('title'),
    minimum: minimum === null ? null : { version: minimum, at: headOf('min-pmed')?.place(['min-pmed']) ?? TOP },
    parts,
    disabled,
    faults,
  };
}

const NO_RULES = `the file holds no rules. It begins with 'pack:' and one of ${PACKS.join(', ')}.`;
/** What to write for keys that are missing and whose names do not say it. */
const MISSING: Readonly<Record<string, string>> = {
  "the key 'scheme' is missing.":
    "Write 'scheme: policy' to add to the built-in themes, or 'scheme:' and a name of your own.",
  "the key 'description' is missing.": 'It says in a sentence what the rule finds.',
  "the key 'label' is missing.": 'It is the name that screens show.',
};
const TOP = { line: 1, column: 1 };

/** A document of the file as a part; null where it only tells of the file or has faults. */
function partOf(document: YamlDocument, faults: YamlFault[]): UserPart | null {
  const { value, place, file } = document;
  const pack = fieldOf(value, 'pack');
  if (pack === undefined) {
    if (!isRecord(value)) {
      faults.push({ ...place([]), code: 'PMED-C303', message: NO_RULES });
      return null;
    }
    const slip = Object.keys(value).find((key) => nearest(key, ['pack']) !== null);
    if (slip !== undefined) {
      const message = `no key is called ${quoted(slip)} here. Did you mean 'pack'? All keys are in small letters.`;
      faults.push({ ...place([slip], 'key'), code: 'PMED-C302', message });
      return null;
    }
    const isPart = ['rules', 'themes', 'lists', 'scheme', 'countries'].some((key) => fieldOf(value, key) !== undefined);
    const message = `the key 'pack' is missing. It says what kind of rules these are: one of ${PACKS.join(', ')}.`;
    const checked = isPart ? null : checkYaml(document, HEAD);
    if (isPart) faults.push({ ...place([]), code: 'PMED-C303', message });
    else if (checked && !checked.ok) faults.push(...checked.faults);
    return null;
  }
  const known = PACKS.find((its) => its === pack);
  if (known === undefined) {
    const near = typeof pack === 'string' ? nearest(pack, PACKS) : null;
    const meant = near === null ? `Packs: ${PACKS.join(', ')}.` : `Did you mean '${near}'?`;
    const message = `${quoted(String(pack))} is no kind of pack. ${meant}`;
    faults.push({ ...place(['pack']), code: 'PMED-C302', message });
    return null;
  }
  const checked = checkYaml(document, FORMS[known]);
  if (!checked.ok) {
    const named = checked.faults.map((its) => {
      const more = Object.hasOwn(MISSING, its.message) ? MISSING[its.message] : undefined;
      return more === undefined ? its : { ...its, message: `${its.message} ${more}` };
    });
    faults.push(...named, ...syntaxFaults(document));
    return null;
  }
  const part = { ...checked.value, file, pack: known };
  const themes = 'themes' in part ? part : null;
  return {
    pack: known,
    file: part,
    themes,
    replacing: new Set(themes?.themes.filter(({ replaces }) => replaces).map(({ id }) => id)),
    place,
  };
}

/** The patterns that cannot be read, in a part that is refused for other reasons: one round of mending less. */
function syntaxFaults({ value, place }: YamlDocument): YamlFault[] {
  const rules = fieldOf(value, 'rules');
  return (Array.isArray(rules) ? rules : []).flatMap((rule: unknown, i) =>
    ['match', 'except', 'unless', 'with'].flatMap((field) =>
      textsOf(fieldOf(rule, field)).flatMap((text, k) => {
        try {
          parsePattern(text);
          return [];
        } catch (error) {
          if (!(error instanceof PatternFault)) throw error;
          const message = `${error.message}.`;
          return [{ ...place(['rules', i, field, k], error.offset), code: 'PMED-C305', message }];
        }
      }),
    ),
  );
}

/** The id of a file that names none: its name without folder and extension. */
const idOf = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '') || name;

const textsOf = (value: unknown): string[] => {
  const checked = v.safeParse(v.array(v.string()), value);
  return checked.success ? checked.output : [];
};
