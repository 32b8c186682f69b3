/** Listens to the finding of themes and keeps what explanations are made of. */
import type { TermHit } from '../../rules/term.ts';
import type { SchemeHits, ThemeHit } from '../../rules/theme-hits.ts';
import type { ThemeSet } from '../../rules/themes.ts';
import { THRESHOLD } from '../theme-scores.ts';
import type { ThemeScore, ThemeTrace, WeighedTheme } from '../theme-trace.ts';

/** What was heard of a scheme. */
export interface HeardScheme {
  /** The words that count, by position of the sentence, and those of the title. */
  readonly hits: SchemeHits;
  readonly title: readonly ThemeHit[];
  /** Terms of the document's own subject. */
  readonly subject: ReadonlySet<number>;
  /** By position of the passage: the themes that it carries, or has words of that count. */
  readonly weighed: Map<number, WeighedTheme[]>;
  readonly carried: Map<number, readonly ThemeScore[]>;
}

/** A term that does not count, and the one that has its words. */
export interface LostHit {
  readonly lost: TermHit;
  readonly by: TermHit;
}

/** What was heard. */
export interface HeardThemes {
  readonly scheme: (set: ThemeSet) => HeardScheme | null;
  /** @param set position in `ThemeSchemes.sets` @param position of the sentence */
  readonly lost: (set: number, position: number) => readonly LostHit[];
}

/** A listener, and what it has heard so far. */
export function listenToThemes(): { readonly trace: ThemeTrace; readonly heard: HeardThemes } {
  const schemes = new Map<ThemeSet, HeardScheme>();
  const lostHits = new Map<string, LostHit[]>();
  return {
    trace: {
      lost: (set, position, lost, by) => {
        const key = `${set} ${position}`;
        const list = lostHits.get(key);
        if (list) list.push({ lost, by });
        else lostHits.set(key, [{ lost, by }]);
      },
      searched: (set, { hits, title }, subject) => {
        schemes.set(set, { hits, title, subject, weighed: new Map(), carried: new Map() });
      },
      weighed: (set, one) => {
        const known = schemes.get(set);
        const hasWords = known?.hits[one.position]?.some(({ theme }) => theme === one.theme) ?? false;
        if (!known || (one.odds < THRESHOLD && !hasWords)) return;
        const list = known.weighed.get(one.position);
        if (list) list.push(one);
        else known.weighed.set(one.position, [one]);
      },
      carried: (set, position, scores) => {
        schemes.get(set)?.carried.set(position, scores);
      },
    },
    heard: {
      scheme: (set) => schemes.get(set) ?? null,
      lost: (set, position) => lostHits.get(`${set} ${position}`) ?? [],
    },
  };
}
