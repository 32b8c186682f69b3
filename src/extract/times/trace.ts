/** What the finding of times tells a listener, for explanations. */
import type { Sentence } from '../../model/annotated.ts';
import type { TimeFinding } from './finding.ts';
import type { Item } from './item.ts';
import type { Resolution } from './resolve/placement.ts';

/** A listener. Without one, finding times costs what it costs. */
export interface TimeTrace {
  /** An expression was parsed, placed in the calendar by what is in `resolution`, and became a finding. */
  readonly timed: (finding: TimeFinding, item: Item, resolution: Resolution, sentence: Sentence) => void;
}
