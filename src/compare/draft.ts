/** A change before it gets its level and id. */
import type { Change, ChangeKind } from '../model/diff.ts';
import type { Commitment } from '../model/report.ts';
import type { Finding } from './versions.ts';

/** What a change will say; `place` orders it by where it stands in the new text. */
export interface Draft {
  readonly place: number;
  readonly kinds: readonly ChangeKind[];
  readonly findings: readonly Finding[];
  readonly before: Commitment | null;
  readonly after: Commitment | null;
  readonly statement: Change['statement'];
  readonly similarity: number;
  readonly also: Change['also'];
  readonly closest: string | null;
}
