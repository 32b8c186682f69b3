/** What scoring gives for a passage, and what the finding of themes tells a listener, for explanations. */
import type { LostTerm, SchemeHits, ThemeHit } from '../rules/theme-hits.ts';
import type { ThemeSet } from '../rules/themes.ts';

/** A theme that a passage carries. */
export interface ThemeScore {
  /** Position in `ThemeSet.themes`. */
  readonly theme: number;
  /** Probability that a reader would say so, 0 to 1, two decimals. */
  readonly score: number;
  /** What says so most: the passage's own words, the heading over it, or the sentences around it. */
  readonly from: 'words' | 'heading' | 'around';
  /** Position of the sentence with those words: the passage itself, its heading, or the nearest that names the theme. */
  readonly source: number;
}

/** A theme weighed for a passage. */
export interface WeighedTheme {
  /** Position in `ThemeSet.themes`. */
  readonly theme: number;
  /** Of the passage, in `Annotated.sentences`. */
  readonly position: number;
  readonly odds: number;
  /** What each adds to the log-odds; what is left of these is the same for all passages and themes. */
  readonly signs: Readonly<
    Record<'words' | 'heading' | 'around' | 'paragraph' | 'section' | 'title' | 'document' | 'rival', number>
  >;
}

/** A listener. Without one, finding themes costs what it costs. */
export interface ThemeTrace {
  /** A term stands in a passage and does not count. */
  readonly lost: LostTerm;
  /** The words of a scheme that count: those of each sentence, those of the title; and which are of the document's subject. */
  readonly searched: (
    set: ThemeSet,
    words: { readonly hits: SchemeHits; readonly title: readonly ThemeHit[] },
    subject: ReadonlySet<number>,
  ) => void;
  /** A theme was weighed: for every passage that it could be carried by, and no heading. */
  readonly weighed: (set: ThemeSet, weighed: WeighedTheme) => void;
  /** The themes of a scheme that a passage carries, best first. */
  readonly carried: (set: ThemeSet, position: number, scores: readonly ThemeScore[]) => void;
}
