/** What each sentence says of each theme by its own words. */
import type { SchemeHits } from '../rules/theme-hits.ts';

/** What a term says for its theme. */
export const POINTS = { strong: 3, medium: 2, weak: 1 } as const;

/**
 * What is left of the words of the document's own subject where they speak for other passages than their own: what is
 * said everywhere tells little of the next sentence. In their own passage they count whole: readers see them there.
 */
const SUBJECT = 0.7;

/** Levels off: 0 gives 0, `half` gives a half, much gives nearly 1. */
export const level = (points: number, half: number) => points / (points + half);

/** What a sentence says of a theme by its own words. */
export interface Saying {
  /** Of the sentence, in `Annotated.sentences`. */
  readonly position: number;
  /** Points of its strong and medium terms, and of its weak ones. */
  points: number;
  weak: number;
  /** As many of both as count for other passages. */
  lent: number;
}

/**
 * By theme: what the sentences say of it, in their order.
 * @param subject terms of the document's own subject
 */
export function sayingsOf(
  hits: SchemeHits,
  themes: number,
  subject: ReadonlySet<number>,
): readonly (readonly Saying[])[] {
  const sayings = Array.from({ length: themes }, (): Saying[] => []);
  /** By term, the sentence that said it last: said twice in one it says no more. */
  const saidIn = new Map<number, number>();
  hits.forEach((its, position) => {
    for (const { theme, tier, term } of its) {
      if (saidIn.get(term) === position) continue;
      saidIn.set(term, position);
      const list = sayings[theme];
      let saying = list?.at(-1);
      if (saying?.position !== position) {
        saying = { position, points: 0, weak: 0, lent: 0 };
        list?.push(saying);
      }
      if (tier === 'weak') saying.weak += POINTS.weak;
      else saying.points += POINTS[tier];
      saying.lent += POINTS[tier] * (subject.has(term) ? SUBJECT : 1);
    }
  });
  return sayings;
}

/** How much a sentence speaks of a theme by its own words, 0 to 1. */
export const ownOf = ({ points, weak }: Pick<Saying, 'points' | 'weak'>): number =>
  points > 0 ? level(points + weak, 3) : 0;

/** How much it speaks of it for the passages around, 0 to 1. */
export const lentOf = ({ points, lent }: Pick<Saying, 'points' | 'lent'>): number => (points > 0 ? level(lent, 3) : 0);
