/** What was taken out of a text and what was put in, word by word. */
import type { Word } from '../words/words.ts';

/** One place where two texts differ: the words that went and the words that came; one of them may be empty. */
export interface Edit {
  readonly gone: readonly Word[];
  readonly come: readonly Word[];
  /** Where it stands: position of its first word among the words of the old and the new text. */
  readonly oldAt: number;
  readonly newAt: number;
}

const MAX_CELLS = 4_000_000;

/**
 * The edits from `before` to `after` by a longest common subsequence of stems, in order. Texts too long for that (over
 * four million pairs of words once equal ends are set aside) give one edit.
 */
export function editsOf(before: readonly Word[], after: readonly Word[]): readonly Edit[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && alike(before[start], after[start])) start++;
  let tail = 0;
  while (tail < shorter - start && alike(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  const old = before.slice(start, before.length - tail);
  const now = after.slice(start, after.length - tail);
  if (old.length === 0 && now.length === 0) return [];
  if (old.length === 0 || now.length === 0 || old.length * now.length > MAX_CELLS) {
    return [{ gone: old, come: now, oldAt: start, newAt: start }];
  }
  return walk(old, now, start);
}

function alike(one: Word | undefined, two: Word | undefined): boolean {
  return one !== undefined && two !== undefined && one.stem === two.stem;
}

/** Reads the edits off the table of common subsequence lengths. */
function walk(old: readonly Word[], now: readonly Word[], start: number): readonly Edit[] {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] = alike(old[i], now[j])
        ? (table[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  let oldAt = 0;
  let newAt = 0;
  const flush = () => {
    if (i > oldAt || j > newAt) {
      edits.push({ gone: old.slice(oldAt, i), come: now.slice(newAt, j), oldAt: start + oldAt, newAt: start + newAt });
    }
  };
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && alike(old[i], now[j])) {
      flush();
      oldAt = ++i;
      newAt = ++j;
    } else if (
      j >= now.length ||
      (i < old.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      i++;
    } else {
      j++;
    }
  }
  flush();
  return edits;
}
