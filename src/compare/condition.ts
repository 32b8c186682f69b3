/** Whether a condition was put on a commitment, or taken off it. */
import type { Commitment, Condition } from '../model/report.ts';
import { FUNCTION_WORDS, type Word, wordsOf } from '../words/words.ts';
import { type Finding, says, type Versions } from './versions.ts';

const OPENERS: ReadonlySet<string> = new Set(
  'if unless provided providing depending contingent conditional pending permitting wherever'.split(' '),
);
/** What opens a clause that says when or where only a promise holds, if the clause is put in or taken out whole. */
const CLAUSES: ReadonlySet<string> = new Set(['when', 'whenever', 'where', 'while', 'once', 'only']);
const ALLOWANCES: ReadonlySet<string> = new Set(
  'allow allows allowing possible appropriate permit permits practicable practical feasible affordable funding resources necessary agreed'.split(
    ' ',
  ),
);

/**
 * Conditions that one side has and the other lacks; another condition in place of one is both. A condition counts when most of its words came or went with the
 * edit; where neither side lists one, the words that open conditions (`subject to`, `if`, `where funding allows`) tell.
 * @param before null where the sentence was no commitment
 */
export function compareConditions(
  before: Commitment | null,
  after: Commitment | null,
  versions: Versions,
): readonly Finding[] {
  if (versions.edits.length === 0) return [];
  const come = versions.edits.flatMap((edit) => edit.come);
  const gone = versions.edits.flatMap((edit) => edit.gone);
  const added = (after?.conditions ?? []).find(({ text }) => !says(versions.oldText, text) && mostly(text, come));
  const removed = (before?.conditions ?? []).find(({ text }) => !says(versions.newText, text) && mostly(text, gone));
  if (added && removed && isReworded(removed, added)) return [];
  const findings: Finding[] = [];
  if (added) findings.push(finding('condition-added', null, added.text));
  if (removed) findings.push(finding('condition-removed', removed.text, null));
  if (findings.length > 0) return findings;
  const opened = versions.edits.map((edit) => {
    const isLone = edit.come.length === 0 || edit.gone.length === 0;
    const unlessSaid = (text: string | null, other: string) => (text !== null && says(other, text) ? null : text);
    return [
      unlessSaid(opening(edit.come, isLone), versions.oldText),
      unlessSaid(opening(edit.gone, isLone), versions.newText),
    ] as const;
  });
  const here = opened.find(([now, old]) => now !== null && old === null)?.[0];
  if (here) return [finding('condition-added', null, here)];
  const there = opened.find(([now, old]) => now === null && old !== null)?.[1];
  return there ? [finding('condition-removed', there, null)] : [];
}

/** Whether a condition says in other words what another says: of one kind, or with a telling word of it. */
function isReworded(old: Condition, now: Condition): boolean {
  if (old.kind === now.kind && old.kind !== 'event') return true;
  const stems = new Set(tellingWords(old.text).map((word) => word.stem));
  return tellingWords(now.text).some((word) => stems.has(word.stem));
}

function tellingWords(text: string): readonly Word[] {
  return wordsOf(text).filter((word) => !FUNCTION_WORDS.has(word.text));
}

/** Whether at least half of the telling words of a text are among the words that changed. */
function mostly(text: string, changed: readonly Word[]): boolean {
  const stems = new Set(changed.map((word) => word.stem));
  const words = tellingWords(text);
  const hits = words.filter((word) => stems.has(word.stem)).length;
  return words.length === 0 ? wordsOf(text).some((word) => stems.has(word.stem)) : hits * 2 >= words.length;
}

/**
 * The words from the first opener of a condition on, as one text; null where none opens.
 * @param isLone whether they stand in the place of no others: then a whole clause of time or place is a condition too
 */
function opening(words: readonly Word[], isLone: boolean): string | null {
  const at = words.findIndex(({ text }, index) => {
    if (OPENERS.has(text)) return true;
    if (isLone && index === 0 && words.length > 2 && CLAUSES.has(text)) return true;
    if (text === 'subject') return words[index + 1]?.text === 'to';
    if (text !== 'where' && text !== 'when' && text !== 'as') return false;
    return words.slice(index + 1, index + 4).some((word) => ALLOWANCES.has(word.text));
  });
  return at < 0
    ? null
    : words
        .slice(at)
        .map((word) => word.text)
        .join(' ');
}

function finding(kind: Finding['kind'], before: string | null, after: string | null): Finding {
  return { kind, field: 'condition', change: { before, after }, because: [before ?? '', after ?? ''] };
}
