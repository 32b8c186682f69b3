/** What is known of a document when its findings are explained. */
import type { Annotated } from '../../model/annotated.ts';
import type { Commitment, Statement, TimeRecord } from '../../model/report.ts';
import type { WrittenRules } from '../../rules/sources.ts';
import type { ThemeSchemes } from '../../rules/themes.ts';
import type { SpansOf } from '../claims/match.ts';
import type { Locator } from '../evidence.ts';
import type { Findings } from '../extract.ts';
import type { Heard } from './collector.ts';
import type { HeardThemes } from './theme-collector.ts';

/** A record of the report, by its kind. */
export type Found =
  | { readonly record: 'commitment'; readonly its: Commitment }
  | { readonly record: 'statement'; readonly its: Statement }
  | { readonly record: 'time'; readonly its: TimeRecord };

/** What is known of a document when its findings are explained. */
export interface Known {
  readonly annotated: Annotated;
  readonly heard: Heard;
  /** With their refs. */
  readonly findings: Findings;
  /** The rules as written: of sentences, of headings and stems, of times. */
  readonly claims: WrittenRules;
  readonly headings: WrittenRules;
  readonly times: WrittenRules;
  /** The schemes of themes that were looked for, and what was heard of them. */
  readonly schemes: ThemeSchemes;
  readonly heardThemes: HeardThemes;
  readonly spansOf: SpansOf;
  readonly locator: Locator;
  /** Positions of the sentences that introduce a list. */
  readonly stems: ReadonlySet<number>;
}
