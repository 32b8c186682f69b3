/** How likely a passage speaks of a theme, from its own words and from what stands around it. */
import type { Annotated } from '../model/annotated.ts';
import type { SchemeHits, ThemeHit } from '../rules/theme-hits.ts';
import type { ThemeSet } from '../rules/themes.ts';
import { surroundings } from './theme-around.ts';
import { lentOf, level, ownOf, POINTS, type Saying, sayingsOf } from './theme-sayings.ts';
import { subjectTerms } from './theme-subject.ts';
import type { ThemeScore, ThemeTrace } from './theme-trace.ts';

/**
 * What each sign adds to the log-odds that a passage speaks of a theme. Fitted by logistic regression on labelled
 * excerpts of policy documents, the same for all themes; every sign but the densities lies between 0 and 1.
 */
const WEIGHTS = {
  base: -4.0,
  /** Points of its strong and medium terms, levelling off. */
  own: 1.85,
  /** The points reach those of a strong term. */
  ample: 1.1,
  /** Points of its strong and medium terms, to its length. */
  density: 1.4,
  /** Points of its weak terms, to its length. */
  weak: 2.9,
  /** The sentences before and after, the nearer the more. */
  around: 3.1,
  /** The other sentences of its paragraph. */
  paragraph: 1.6,
  /** The other sentences of its section. */
  section: 2.6,
  /** The heading it stands under. */
  heading: 1.8,
  title: 0.85,
  /** All of the document. */
  document: 2,
  /** How much more the passage speaks of another theme. */
  rival: -1.45,
} as const;

/**
 * Log-odds from which a passage carries a theme. F1 hardly changes from -0.9 to -0.5; of these the middle is oftener right,
 * and still takes what is named in one word of a list ("ethical, equality and economic implications").
 */
export const THRESHOLD = -0.7;
/** A passage is about a few things: readers name no more. */
const MOST = 4;
/** How many sentences with words of a theme are looked at, before and after, for one that names it. */
const NEAR = 8;

/** A theme that a passage may carry, with its log-odds. */
interface Candidate {
  readonly theme: number;
  readonly odds: number;
  /** Whether the passage names it itself. */
  readonly isAmple: boolean;
  readonly from: ThemeScore['from'];
}

/**
 * The themes that each sentence carries: first those it names itself, then by score; none for headings. Linear in
 * sentences times themes; a theme that hardly occurs costs the sections that it stands in.
 * @param words those of each sentence, by position in `Annotated.sentences`, and those of the title
 * @param trace a listener, for explanations
 */
export function scorePassages(
  annotated: Annotated,
  set: ThemeSet,
  words: { readonly hits: SchemeHits; readonly title: readonly ThemeHit[] },
  trace?: ThemeTrace,
): readonly (readonly ThemeScore[])[] {
  const { sentences, sections } = annotated;
  const { length } = sentences;
  const subject = subjectTerms(sentences, words.hits, words.title);
  trace?.searched(set, words, subject);
  const sayings = sayingsOf(words.hits, set.themes.length, subject);
  /** How much each sentence speaks of the theme that it speaks of most. */
  const best = new Float64Array(length);
  for (const its of sayings)
    for (const saying of its) best[saying.position] = Math.max(best[saying.position] ?? 0, ownOf(saying));
  const title = titleScores(words.title, set);
  const headings = sentences.map(({ section }) => sections[section]?.heading ?? -1);
  const places = surroundings(sentences);
  const { around, paragraph, section } = places;
  // One theme after the other, in the same few arrays: those of all themes together would be too large to be near.
  const own = new Float64Array(length);
  const lent = new Float64Array(length);
  const byOwnWords = new Float64Array(length).fill(WEIGHTS.base);
  const isAmple = new Uint8Array(length);
  const found: Candidate[][] = sentences.map(() => []);
  sayings.forEach((its, theme) => {
    if (its.length === 0) return;
    let whole = 0;
    for (const saying of its) {
      const { position } = saying;
      own[position] = ownOf(saying);
      const toOthers = lentOf(saying);
      lent[position] = toOthers;
      whole += toOthers / length;
      isAmple[position] = names(saying) ? 1 : 0;
      byOwnWords[position] = oddsOfWords(saying, sentences[position]?.tokens.length ?? 0);
    }
    const ofTitle = WEIGHTS.title * (title[theme] ?? 0);
    const ofDocument = WEIGHTS.document * whole;
    // Of a theme that hardly occurs, neighbours alone never make a passage: sections that say nothing of it are left out.
    const isRare = WEIGHTS.base + WEIGHTS.around + ofTitle + ofDocument < THRESHOLD;
    const stretches = isRare ? places.sectionsOf(its) : places.sections;
    places.fill(lent, stretches);
    for (const [first, end] of stretches)
      for (let position = first; position < end; position++) {
        const heading = headings[position] ?? -1;
        const byWords = byOwnWords[position] ?? 0;
        const byHeading = WEIGHTS.heading * (heading < 0 ? 0 : (lent[heading] ?? 0));
        const byOthers =
          WEIGHTS.around * (around[position] ?? 0) +
          WEIGHTS.paragraph * (paragraph[position] ?? 0) +
          WEIGHTS.section * (section[position] ?? 0) +
          ofTitle +
          ofDocument;
        const byRival = WEIGHTS.rival * ((best[position] ?? 0) - (own[position] ?? 0));
        const odds = byWords + byHeading + byOthers + byRival;
        if (trace !== undefined && sentences[position]?.kind !== 'heading')
          trace.weighed(set, {
            theme,
            position,
            odds,
            signs: {
              words: byWords - WEIGHTS.base,
              heading: byHeading,
              around: WEIGHTS.around * (around[position] ?? 0),
              paragraph: WEIGHTS.paragraph * (paragraph[position] ?? 0),
              section: WEIGHTS.section * (section[position] ?? 0),
              title: ofTitle,
              document: ofDocument,
              rival: byRival,
            },
          });
        if (odds < THRESHOLD || sentences[position]?.kind === 'heading') continue;
        const isItsOwn = isAmple[position] === 1;
        const from = isItsOwn ? 'words' : carrierOf(byWords - WEIGHTS.base, byHeading, byOthers);
        found[position]?.push({ theme, odds, isAmple: isItsOwn, from });
      }
    for (const { position } of its) {
      own[position] = 0;
      lent[position] = 0;
      byOwnWords[position] = WEIGHTS.base;
      isAmple[position] = 0;
    }
  });
  return found.map((its, position) =>
    its
      .sort((a, b) => Number(b.isAmple) - Number(a.isAmple) || b.odds - a.odds || a.theme - b.theme)
      .slice(0, MOST)
      .map(({ theme, odds, from }) => ({
        theme,
        score: likelihood(odds),
        ...placeOf(from, position, headings[position] ?? -1, sayings[theme] ?? []),
      })),
  );
}

/** Whether a sentence names a theme itself: with words that carry it alone. */
const names = ({ points }: Saying): boolean => points >= POINTS.strong;

/** Log-odds of a theme by the words of a sentence alone. @param length of the sentence, in tokens */
function oddsOfWords(saying: Saying, length: number): number {
  const { points, weak } = saying;
  return (
    WEIGHTS.base +
    WEIGHTS.own * level(points, 3) +
    WEIGHTS.ample * (names(saying) ? 1 : 0) +
    (WEIGHTS.density * points + WEIGHTS.weak * weak) / (length / 10 + 1)
  );
}

/** What adds most to the log-odds: the passage's own words, its heading, or all the rest. */
function carrierOf(byItself: number, byHeading: number, byOthers: number): ThemeScore['from'] {
  if (byItself >= Math.max(byHeading, byOthers)) return 'words';
  return byHeading >= byOthers ? 'heading' : 'around';
}

/** Log-odds as a probability, two decimals. */
export const likelihood = (odds: number): number => Math.round(100 / (1 + Math.exp(-odds))) / 100;

/** Where the words stand that carry a theme. */
function placeOf(
  from: ThemeScore['from'],
  position: number,
  heading: number,
  sayings: readonly Saying[],
): Pick<ThemeScore, 'from' | 'source'> {
  if (from === 'words') return { from, source: position };
  if (from === 'heading') return { from, source: heading };
  const source = nearestSaying(sayings, position);
  // A heading is a neighbour too.
  return { from: source === heading ? 'heading' : source === position ? 'words' : 'around', source };
}

/** The other sentence nearest to `position` that names the theme, `position` where there is none; the one before wins a tie. */
function nearestSaying(sayings: readonly Saying[], position: number): number {
  let [low, high] = [0, sayings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sayings[middle]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const isNamed = (saying: Saying) => saying.points > 0 && saying.position !== position;
  const before = sayings
    .slice(Math.max(0, low - NEAR), low)
    .reverse()
    .find(isNamed)?.position;
  const after = sayings.slice(low, low + NEAR).find(isNamed)?.position;
  if (before === undefined || after === undefined) return before ?? after ?? position;
  return position - before <= after - position ? before : after;
}

/** How much the document's title speaks of each theme, 0 to 1. */
function titleScores(hits: readonly ThemeHit[], set: ThemeSet): readonly number[] {
  const sayings = sayingsOf([hits], set.themes.length, new Set());
  return sayings.map(([saying]) => (saying === undefined ? 0 : ownOf(saying)));
}
