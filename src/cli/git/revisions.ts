/** What `--git` names: one revision, or two joined by two or three dots. */
import { flag } from '../flag.ts';
import { badValue } from '../usage.ts';

/** The revisions of both sides; `now` is null for the file on disk. */
export interface Revisions {
  readonly old: string;
  readonly now: string | null;
  /** Whether the old side is where the two parted, as in `main...HEAD`. */
  readonly isFork: boolean;
}

/** `--git`; null where it is not given. */
export const gitFlag = flag(
  { long: '--git', value: '<rev>', help: 'take the old side from git: HEAD~1, main, v1..v2, main...HEAD' },
  (raw): Revisions | null => {
    const given = raw.at(-1);
    return given === undefined ? null : revisionsOf(given);
  },
);

/**
 * @param typed `HEAD~1`, `v1.0..v2.0` or `main...HEAD`; an empty end means HEAD, as git has it
 * @throws PmedError (exit 2) for what no revision is called
 */
function revisionsOf(typed: string): Revisions {
  const dots = /\.{2,3}/.exec(typed);
  const old = dots ? typed.slice(0, dots.index) : typed;
  const now = dots ? typed.slice(dots.index + dots[0].length) : null;
  for (const each of [old, now ?? '']) {
    if (each.startsWith('-') || /[\u0000-\u001f\u007f]/.test(each) || each.includes('..')) {
      throw badValue('--git', typed, 'Name a revision, as in HEAD~1, origin/main, 4f2a9c1 or v1.0..v2.0');
    }
  }
  if (typed === '') throw badValue('--git', typed, 'Name a revision, as in HEAD~1 or origin/main');
  return { old: old === '' ? 'HEAD' : old, now: now === '' ? 'HEAD' : now, isFork: dots?.[0] === '...' };
}
