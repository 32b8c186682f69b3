/** What the records of claims are made from besides the claims. */
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { TimeRecord } from '../../model/report.ts';
import type { BeneficiaryRules } from '../beneficiaries.ts';
import type { ConditionRules } from '../conditions.ts';
import type { Locator } from '../evidence.ts';
import type { QualityRules } from '../qualities.ts';
import type { QuantityRules } from '../quantities/rules.ts';
import type { TimeFinding } from '../times/finding.ts';
import type { Above } from './above.ts';
import type { ClauseWords } from './clause-words.ts';
import type { ReportOwners } from './reports.ts';
import type { ClaimTrace } from './trace.ts';
import type { Who } from './who.ts';

export interface RecordContext {
  readonly annotated: Annotated;
  readonly times: readonly TimeFinding[];
  /** The records of `times`, position by position. */
  readonly timeline: readonly TimeRecord[];
  readonly conditions: ConditionRules;
  readonly quantities: QuantityRules;
  readonly qualities: QualityRules;
  readonly beneficiaries: BeneficiaryRules;
  readonly locator: Locator;
  readonly words: ClauseWords;
  readonly owners: ReportOwners;
  readonly who: Who;
  readonly above: Above;
  readonly documentId: string;
  readonly themesOf: (sentence: Sentence) => readonly string[];
  readonly trace?: ClaimTrace | undefined;
}
