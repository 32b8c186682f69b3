/** Whether a duty became stricter or more lenient: must, should, may. */
import type { Statement } from '../../model/report.ts';
import type { Word } from '../../words/words.ts';
import type { Finding, Versions } from '../versions.ts';

/** How strictly words bind, as RFC 2119 orders them: requirement, recommendation, permission. */
const STRICTNESS: ReadonlyMap<string, number> = new Map(
  [
    'may might can could optional optionally permitted allowed',
    'should ought recommended encouraged advised discouraged recommend encourage advise discourage',
    'must shall required mandatory obliged prohibited forbidden require prohibit',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
);

/** What kinds of statement come to where no word tells. */
const KINDS: Readonly<Partial<Record<Statement['kind'], number>>> = { obligation: 3, need: 3, recommendation: 2 };

/**
 * Compares by the words that came and went; where only one side has such a word among them, with what the other side is
 * without it. A sentence that is no duty any more is a weaker one if its word of duty went.
 */
export function compareDutyForce(
  before: Statement | null,
  after: Statement | null,
  versions: Versions,
): Finding | null {
  const gone = strictest(versions.edits.flatMap((edit) => edit.gone));
  const come = strictest(versions.edits.flatMap((edit) => edit.come));
  if (gone === null && come === null) return null;
  const old = gone ?? strictest(versions.oldWords) ?? named(before);
  const now = come ?? strictest(versions.newWords) ?? named(after);
  if (old.strictness === now.strictness) return null;
  return {
    kind: now.strictness < old.strictness ? 'weakened' : 'strengthened',
    field: 'force',
    change: { before: old.word, after: now.word },
    because: [old.word, now.word],
  };
}

interface Force {
  readonly word: string;
  readonly strictness: number;
}

function strictest(words: readonly Word[]): Force | null {
  let best: Force | null = null;
  for (const { text } of words) {
    const strictness = STRICTNESS.get(text);
    if (strictness !== undefined && strictness > (best?.strictness ?? 0)) best = { word: text, strictness };
  }
  return best;
}

const named = (statement: Statement | null): Force => ({
  word: statement?.kind ?? 'none',
  strictness: statement === null ? 0 : (KINDS[statement.kind] ?? 0),
});
