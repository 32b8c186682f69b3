/** The inflections of an English word: plurals, verb forms and comparisons, and of an inflected word those of its base. */
import { tagsOf } from '../annotate/lexicon.ts';
import { has, Tag } from '../annotate/tags.ts';
import { type VerbForm, verbForms } from '../annotate/verbs.ts';
import { entriesOf, textsOf } from '../model/plain.ts';
import type { PackFile } from './pack.ts';
import { withPlural } from './parts.ts';

/** Gives the inflections of a word in lower case, itself first, the others in the order of the alphabet. */
export type Inflect = (word: string) => readonly string[];

/** What the packs say of words that are not inflected as most are. */
interface Irregular {
  readonly plurals: ReadonlyMap<string, readonly string[]>;
  /** Plural → noun. */
  readonly nouns: ReadonlyMap<string, string>;
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly gradable: ReadonlySet<string>;
  readonly uninflected: ReadonlySet<string>;
}

/** Words of closed classes, which take no endings. */
const CLOSED =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.negation;
const UNCHANGED = CLOSED | Tag.adverb | Tag.wh | Tag.number;

/**
 * The inflections by the files with `pack: inflection` and the table of verbs. A word that no table knows gets the regular
 * endings of nouns and verbs: of those that no English word has, no text has one either. Stems are not compared, so that
 * "university" never finds "universe". A form in -ing stands for itself and its plural: "housing" is not "house".
 */
export function inflector(files: readonly PackFile[]): Inflect {
  const irregular = irregularOf(files.filter(({ pack }) => pack === 'inflection'));
  const verbs = verbForms();
  const byLemma = new Map<string, string[]>();
  for (const [form, { lemma }] of verbs) byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), form]);
  const formsOf = (base: string): readonly string[] => {
    const given = irregular.forms.get(base);
    if (given !== undefined) return [...given, ...comparisons(base, irregular)];
    if (irregular.uninflected.has(base)) return comparisons(base, irregular);
    const verb = verbs.get(base);
    const isVerb = verb !== undefined && (verb.forms.has('base') || isPastOnly(verb.forms));
    return [
      ...(irregular.plurals.get(base) ?? pluralsOf(base)),
      ...(isVerb ? (byLemma.get(verb.lemma) ?? []) : regularForms(base)),
      ...comparisons(base, irregular),
    ];
  };
  return (word) => {
    if (!/^[a-z]{3,}$/.test(word) && !irregular.forms.has(word)) return [word];
    if (has(tagsOf(word), UNCHANGED) && !verbs.get(word)?.forms.has('base') && !irregular.forms.has(word))
      return [word];
    const bases = [word, ...singulars(word, irregular)];
    const forms = new Set(bases.flatMap((base) => [base, ...formsOf(base)]));
    forms.delete(word);
    return [word, ...[...forms].sort()];
  };
}

const isPastOnly = (forms: ReadonlySet<VerbForm>): boolean => forms.has('past') && !forms.has('ing');

/** The nouns and verbs of which a word may be the plural or the third person. */
function singulars(word: string, { nouns, uninflected, gradable }: Irregular): readonly string[] {
  const noun = nouns.get(word);
  if (noun !== undefined) return [noun];
  if (uninflected.has(word) || gradable.has(word) || !/[^siu]s$/.test(word)) return [];
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return [`${word.slice(0, -3)}y`];
  const shorter = word.slice(0, -1);
  const found = /(?:ss|sh|ch|x|zz|o)es$/.test(word) ? [shorter, word.slice(0, -2)] : [shorter];
  return found.filter((base) => base.length > 2 && !uninflected.has(base));
}

/** Regular plurals; nouns in -o take both endings. */
function pluralsOf(noun: string): readonly string[] {
  const plurals = withPlural(noun);
  return /[^aeiou]o$/.test(noun) ? [...plurals, `${noun}es`] : plurals;
}

/** What a verb that no table knows would be: "reshore" gives "reshored" and "reshoring". */
function regularForms(base: string): readonly string[] {
  if (/(?:s|ed|ing|ly)$/.test(base)) return [];
  if (base.endsWith('e')) return [`${base}d`, `${base.endsWith('ee') ? base : base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`, `${base}ing`];
  // One syllable with one vowel before one consonant doubles it: "car" would be "carred", never "cared".
  const stem = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/.test(base) ? base + base.slice(-1) : base;
  return [`${stem}ed`, `${stem}ing`];
}

function comparisons(base: string, { gradable }: Irregular): readonly string[] {
  if (!gradable.has(base)) return [];
  if (base.endsWith('e')) return [`${base}r`, `${base}st`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ier`, `${base.slice(0, -1)}iest`];
  const stem = /^[^aeiou]*[aeiou][bdgmnpt]$/.test(base) ? base + base.slice(-1) : base;
  return [`${stem}er`, `${stem}est`];
}

function irregularOf(files: readonly PackFile[]): Irregular {
  const plurals = new Map(files.flatMap((file) => entries(file.plurals)));
  return {
    plurals,
    nouns: new Map([...plurals].flatMap(([noun, [first]]) => (first === undefined ? [] : [[first, noun] as const]))),
    forms: new Map(files.flatMap((file) => entries(file.forms))),
    gradable: new Set(files.flatMap((file) => textsOf(file.gradable))),
    uninflected: new Set(files.flatMap((file) => textsOf(file.uninflected))),
  };
}

const entries = (value: unknown): (readonly [string, readonly string[]])[] =>
  entriesOf(value).map(([key, its]) => [key, textsOf(its)]);
