/** The comments of a document → where they say what is accepted, and what is wrong with them. */
import type { CommentRange } from '../model/accepted.ts';
import type { PmedComment } from '../model/document.ts';
import { nearest } from '../words/nearest.ts';

/** What is wrong with a comment. */
export interface CommentFault {
  readonly code: 'PMED-B403' | 'PMED-B405';
  readonly line: number;
  readonly message: string;
}

/** What the comments of a document say. */
export interface CommentsRead {
  readonly ranges: readonly CommentRange[];
  readonly faults: readonly CommentFault[];
}

const FORM = /^pmed-ignore(?:-([\w-]{0,20}))?(?![\w-])([^:]{0,400})(?::([\s\S]*))?$/;
const SHOWN = 'Write it as <!-- pmed-ignore-next no-owner: reason -->';

interface Open {
  readonly from: number;
  readonly line: number;
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
}

/**
 * @param known the rules that may be named, and kinds of change
 * @returns ranges in the order of their comments. A comment without a reason, or of which no rule is known, holds for nothing
 */
export function readComments(
  comments: readonly PmedComment[],
  documentId: string,
  known: readonly string[],
): CommentsRead {
  const ranges: CommentRange[] = [];
  const faults: CommentFault[] = [];
  const open: Open[] = [];
  const fault = (line: number, message: string, code: CommentFault['code'] = 'PMED-B405') =>
    faults.push({ code, line, message });
  const add = ({ rules, reason, line }: Omit<Open, 'from'>, start: number, end: number) => {
    if (reason !== null && end > start) ranges.push({ documentId, start, end, rules, reason, line });
  };
  for (const { text, line, from, to, next } of comments) {
    const match = FORM.exec(text);
    const task = match?.[1] ?? '';
    if (match === null || !/^(?:next|start|end)$/.test(task)) {
      fault(line, `this comment says neither pmed-ignore-next, -start nor -end. ${SHOWN}.`);
    } else if (task === 'end') {
      const begun = open.pop();
      if (begun === undefined) fault(line, 'pmed-ignore-end ends nothing: no pmed-ignore-start stands before it.');
      else add(begun, begun.from, to);
    } else {
      const { rules, unknown } = rulesOf(match[2] ?? '', known);
      for (const name of unknown) {
        const near = nearest(name, known);
        fault(line, `there is no rule '${name}'.${near === null ? '' : ` Did you mean '${near}'?`}`);
      }
      const reason = (match[3] ?? '').replace(/\s+/g, ' ').trim();
      if (reason === '')
        fault(line, `pmed-ignore-${task} gives no reason, so it hides nothing. ${SHOWN}.`, 'PMED-B403');
      const said = { line, rules, reason: reason === '' || rules?.length === 0 ? null : reason };
      if (task === 'start') open.push({ ...said, from });
      else if (next === null) fault(line, 'nothing follows pmed-ignore-next.');
      else add(said, next.start, next.end);
    }
  }
  for (const { line } of open) fault(line, 'pmed-ignore-start has no pmed-ignore-end after it, so it hides nothing.');
  return { ranges: ranges.sort((a, b) => a.line - b.line), faults: faults.sort((a, b) => a.line - b.line) };
}

/** The rules of a list parted by commas or spaces; null for all. */
function rulesOf(list: string, known: readonly string[]): { rules: readonly string[] | null; unknown: string[] } {
  const names = list.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = names.filter((name) => !known.includes(name));
  return { rules: names.length === 0 ? null : names.filter((name) => known.includes(name)), unknown };
}
