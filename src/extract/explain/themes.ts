/** Explains which themes a passage carries, by which words and what stands around it, and which it nearly carries. */
import type { Annotated, Words } from '../../model/annotated.ts';
import type { ExplainedTheme, LostThemeTerm, ThemeSign } from '../../model/explanation.ts';
import type { ThemeHit } from '../../rules/theme-hits.ts';
import type { ThemeDefinition, ThemeSchemes } from '../../rules/themes.ts';
import { likelihood, THRESHOLD } from '../theme-scores.ts';
import { titleWords } from '../theme-subject.ts';
import type { ThemeScore, WeighedTheme } from '../theme-trace.ts';
import type { HeardScheme, HeardThemes } from './theme-collector.ts';
import { all } from './words.ts';

/** What is known of the themes of a document. */
export interface KnownThemes {
  readonly annotated: Annotated;
  readonly schemes: ThemeSchemes;
  readonly heardThemes: HeardThemes;
}

/** A theme by its scheme and its place there. */
export interface ThemePlace {
  /** Position in `ThemeSchemes.sets`, and in `ThemeSet.themes`. */
  readonly set: number;
  readonly theme: number;
}

/**
 * The themes that a passage carries, the highest score first, then those of which it has words; none for headings.
 * @param position in `Annotated.sentences`
 * @param only the one theme that is asked for
 */
export function explainThemes(position: number, known: KnownThemes, only: ThemePlace | null = null): ExplainedTheme[] {
  if (known.annotated.sentences[position]?.kind === 'heading') return [];
  const told: ExplainedTheme[] = [];
  known.schemes.sets.forEach((scheme, set) => {
    const heard = known.heardThemes.scheme(scheme);
    if (!heard || (only && only.set !== set)) return;
    const lost = lostTerms(set, position, known);
    const weighed = new Map(heard.weighed.get(position)?.map((one) => [one.theme, one]));
    for (const theme of new Set([...weighed.keys(), ...lost.keys()])) {
      const definition = scheme.themes[theme];
      if (!definition || (only && only.theme !== theme)) continue;
      const found = { one: weighed.get(theme) ?? null, lost: lost.get(theme) ?? [], position, theme };
      told.push(explained(definition, scheme.scheme, found, heard, known));
    }
  });
  return told.sort((a, b) => Number(b.carried) - Number(a.carried) || (b.score ?? -1) - (a.score ?? -1));
}

interface FoundTheme {
  readonly one: WeighedTheme | null;
  readonly lost: readonly LostThemeTerm[];
  readonly position: number;
  readonly theme: number;
}

function explained(
  { id, label }: ThemeDefinition,
  scheme: string,
  { one, lost, position, theme }: FoundTheme,
  heard: HeardScheme,
  { annotated }: KnownThemes,
): ExplainedTheme {
  const carried = heard.carried.get(position)?.find((its) => its.theme === theme) ?? null;
  const sentence = annotated.sentences[position];
  const terms = (heard.hits[position] ?? [])
    .filter((hit) => hit.theme === theme)
    .map((hit) => ({
      text: sentence ? wordsAt(sentence, hit) : '',
      tier: hit.tier,
      subject: heard.subject.has(hit.term),
    }));
  const signs = one ? signsOf(one, carried, heard, annotated) : [];
  return {
    id,
    label,
    scheme,
    carried: carried !== null,
    score: carried?.score ?? (one && likelihood(one.odds)),
    from: carried?.from ?? null,
    terms,
    lost: [...lost],
    signs,
    because: carried ? null : whyNot(terms, lost, one),
  };
}

/** What decides a score, the heaviest first. */
function signsOf(
  { odds, signs, position, theme }: WeighedTheme,
  carried: ThemeScore | null,
  heard: HeardScheme,
  { sentences, sections, document }: Annotated,
): ThemeSign[] {
  const said = (place: number): string[] => {
    const sentence = sentences[place];
    return sentence ? distinctWords(sentence, heard.hits[place] ?? [], theme) : [];
  };
  const wordsOf = (sign: ThemeSign['sign']): string[] => {
    if (sign === 'heading') return said(sections[sentences[position]?.section ?? -1]?.heading ?? -1);
    if (sign === 'title')
      return distinctWords({ ...titleWords(document.title), text: document.title ?? '' }, heard.title, theme);
    return sign === 'around' && carried?.from === 'around' ? said(carried.source) : [];
  };
  const one = (sign: ThemeSign['sign'], adds: number): ThemeSign[] =>
    adds === 0 ? [] : [{ sign, odds: rounded(adds), without: likelihood(odds - adds), words: wordsOf(sign) }];
  const { words, heading, around, paragraph, section, title, document: whole, rival } = signs;
  return [
    ...one('words', words),
    ...one('heading', heading),
    ...one('around', around),
    ...one('paragraph', paragraph),
    ...one('section', section),
    ...one('title', title),
    ...one('document', whole),
    ...one('rival', rival),
  ].sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
}

const rounded = (odds: number): number => Math.round(odds * 100) / 100;

/** Why a passage with words of a theme does not carry it. */
function whyNot(terms: ExplainedTheme['terms'], lost: readonly LostThemeTerm[], one: WeighedTheme | null): string {
  if (terms.length === 0 || one === null) return `${all(lossWords(lost))}; no other word of the theme stands in it`;
  if (one.odds >= THRESHOLD) return 'it carries four themes that come before this one, and a passage has no more';
  if (terms.every(({ tier }) => tier === 'weak'))
    return 'only weak terms stand in it: they count beside stronger ones or where the text around speaks of the theme';
  return one.signs.rival < 0
    ? 'its words are too few for its length, it speaks more of another theme, and what stands around adds too little'
    : 'its words are too few for its length, and what stands around adds too little';
}

/** `"data" is part of "data protection", a term of data_privacy`, once for each mask or term that has words. */
function lossWords(lost: readonly LostThemeTerm[]): string[] {
  return [...new Set(lost.map(({ by }) => by))].map((by) => {
    const its = lost.filter((one) => one.by === by);
    const within = its.filter(({ text }) => text !== by).map(({ text }) => `"${text}"`);
    const theme = its[0]?.theme ?? null;
    const what = theme === null ? 'masked' : `a term of ${theme}`;
    if (within.length === 0) return `"${by}" is ${what}`;
    return `${all(within)} ${within.length === 1 ? 'is' : 'are'} part of "${by}", ${theme === null ? 'which is ' : ''}${what}`;
  });
}

/** The terms in a sentence that do not count, by the position of their theme; those within another term of their own theme are counted with it. */
function lostTerms(set: number, position: number, { annotated, schemes, heardThemes }: KnownThemes) {
  const found = new Map<number, LostThemeTerm[]>();
  const sentence = annotated.sentences[position];
  for (const { lost, by } of sentence ? heardThemes.lost(set, position) : []) {
    const entry = schemes.entries[lost.id];
    const other = schemes.entries[by.id];
    if (!sentence || entry?.theme === undefined || entry.tier === undefined || !other) continue;
    const isMask = other.tier === undefined;
    if (!isMask && other.theme === entry.theme) continue;
    const term: LostThemeTerm = {
      text: wordsAt(sentence, lost),
      tier: entry.tier,
      reason: isMask ? 'mask' : 'longer',
      by: wordsAt(sentence, by),
      theme: isMask ? null : (schemes.sets[set]?.themes[other.theme ?? -1]?.id ?? null),
    };
    const list = found.get(entry.theme) ?? [];
    found.set(entry.theme, list);
    if (!list.some((its) => its.text === term.text && its.by === term.by)) list.push(term);
  }
  return found;
}

type Text = Words & { readonly text: string };

/** The words between two tokens. */
function wordsAt({ text, tokens }: Text, { first, last }: { readonly first: number; readonly last: number }): string {
  const [from, to] = [tokens[first], tokens[last]];
  return from && to ? text.slice(from.at, to.at + to.text.length) : '';
}

function distinctWords(text: Text, hits: readonly ThemeHit[], theme: number): string[] {
  return [...new Set(hits.filter((hit) => hit.theme === theme).map((hit) => wordsAt(text, hit)))];
}
