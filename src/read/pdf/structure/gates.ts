/** Whether what a tree says of a page can be true: trees are made by programs, and by people who see only the page. */
import { type Draft, linesOf, roughText } from '../page/drafts.ts';

/** The share of a page's text that its tree must tell of. */
export const leastCoverage = 0.8;
/** More of the named content than this share is named twice where a tree is broken. */
export const mostRepeats = 0.1;

/** How a reading of a page looks. */
interface Look {
  /** Blocks. */
  readonly count: number;
  /** Blocks that stand above the one before them in the same column. */
  readonly climbs: number;
  /** Blocks that begin within a sentence which the one before them has left open. */
  readonly torn: number;
  /** Blocks of a single word. */
  readonly single: number;
  /** Blocks in which a line ends early after a sentence, so that there are two in one. */
  readonly swollen: number;
}

const closed = /[.!?:;…,–—)\]”’"'»\d]$/;

function lookOf(drafts: readonly Draft[]): Look {
  const own = drafts.filter((d) => d.kind !== 'note' && d.kind !== 'furniture');
  let climbs = 0;
  let torn = 0;
  let single = 0;
  let swollen = 0;
  own.forEach((draft, k) => {
    const text = roughText(draft);
    if (draft.kind !== 'cell' && !/\S\s+\S/.test(text)) single++;
    if (draft.kind === 'paragraph' && hidesEnd(draft)) swollen++;
    const before = own[k - 1];
    const [a, b] = [before?.parts.at(-1)?.box, draft.parts[0]?.box];
    if (before === undefined || a === undefined || b === undefined) return;
    const shared = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
    const em = draft.style.size || 10;
    if (shared > 0.3 * Math.min(a[2] - a[0], b[2] - b[0]) && b[1] > a[3] - 0.5 * em) climbs++;
    const lastLine = linesOf(before).at(-1)?.text ?? '';
    if (draft.kind === 'paragraph' && draft.marker === null && /^\p{Ll}/u.test(text) && !closed.test(lastLine)) torn++;
  });
  return { count: own.length, climbs, torn, single, swollen };
}

/** Whether a line within a text ends far from the edge after a sentence, or before a number or bullet. */
function hidesEnd(draft: Draft): boolean {
  const lines = linesOf(draft);
  const width = draft.right - draft.left;
  return lines.some((line, k) => {
    const next = lines[k + 1];
    if (next === undefined || draft.right - line.x1 < 0.3 * width) return false;
    return (
      (/[.;:]$/.test(line.text) && /^[\p{Lu}\p{N}]/u.test(next.text)) || /^(?:\d{1,3}[.)—–]|[•▪–])/.test(next.text)
    );
  });
}

/**
 * Whether the blocks of a tree are at least as likely as those of the layout rules.
 * @param byLayout is asked only where the blocks look odd
 */
export function isLikely(byTags: readonly Draft[], byLayout: () => readonly Draft[]): boolean {
  const tags = lookOf(byTags);
  const odd =
    tags.climbs > 0.05 * tags.count ||
    tags.torn > Math.max(1, 0.1 * tags.count) ||
    (tags.count > 5 && tags.single > 0.5 * tags.count) ||
    tags.swollen > Math.max(2, 0.1 * tags.count);
  if (!odd) return true;
  const layout = lookOf(byLayout());
  const share = (look: Look, n: number): number => n / Math.max(1, look.count);
  return (
    tags.climbs <= layout.climbs + Math.max(1, 0.06 * tags.count) &&
    share(tags, tags.torn) <= share(layout, layout.torn) + 0.1 &&
    share(tags, tags.single) <= share(layout, layout.single) + 0.3 &&
    share(tags, tags.swollen) <= share(layout, layout.swollen) + 0.1
  );
}
