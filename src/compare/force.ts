/** Whether a commitment became firmer or weaker, or turned into its opposite. */
import type { Commitment } from '../model/report.ts';
import { folded, stemOf } from '../words/words.ts';
import type { Edit } from './edits.ts';
import type { Finding, Versions } from './versions.ts';

const NEGATIONS: ReadonlySet<string> = new Set(['not', 'no', 'never', 'neither', 'nor', 'none', 'nobody', 'nothing']);
const SUBORDINATORS: ReadonlySet<string> = new Set(
  'when where while if unless until who which that because although though whether as since once'.split(' '),
);
const AUXILIARIES: ReadonlySet<string> = new Set(
  'will shall would should may might can could must do does did is are was were be to'.split(' '),
);

/**
 * Weakened or strengthened by strength. Where cue and verb kept their words, a different strength comes from how the
 * sentence was read and not from what it says.
 */
export function compareForce(before: Commitment, after: Commitment): readonly Finding[] {
  if (before.strength === after.strength) return [];
  const sameVerb = stemOf(before.action.verb ?? '') === stemOf(after.action.verb ?? '');
  if (sameVerb && folded(before.cue.text) === folded(after.cue.text)) return [];
  return [
    {
      kind: after.strength < before.strength ? 'weakened' : 'strengthened',
      field: 'strength',
      change: { before: before.strength, after: after.strength },
      because: [before.cue.text, after.cue.text, before.action.verb ?? '', after.action.verb ?? ''],
    },
  ];
}

/** Flipped where the polarity differs and a word of negation came or went. */
export function comparePolarity(before: Commitment, after: Commitment, { edits }: Versions): readonly Finding[] {
  if (before.polarity === after.polarity || !edits.some(touchesNegation)) return [];
  return [flipped(before.polarity, after.polarity)];
}

/** Flipped by a word of negation beside an auxiliary, whatever the two sides were taken for. */
export function negates(versions: Versions): Finding | null {
  const { edits, oldWords, newWords } = versions;
  let balance = 0;
  for (const edit of edits) {
    if (isDirect(edit.come, newWords[edit.newAt - 1]?.text)) balance++;
    if (isDirect(edit.gone, oldWords[edit.oldAt - 1]?.text)) balance--;
  }
  if (balance === 0) return null;
  return balance > 0 ? flipped('positive', 'negative') : flipped('negative', 'positive');
}

function flipped(before: string, after: string): Finding {
  return { kind: 'polarity-flipped', field: 'polarity', change: { before, after }, because: ['not', 'no', 'never'] };
}

function touchesNegation(edit: Edit): boolean {
  return [...edit.gone, ...edit.come].some((word) => NEGATIONS.has(word.text));
}

/** Whether the words put a bare negation right after an auxiliary: `will [not] charge`. */
function isDirect(words: Edit['come'], previous: string | undefined): boolean {
  let last = previous;
  for (const { text } of words) {
    // "when they are not needed": what a clause of its own denies does not turn the promise round.
    if (SUBORDINATORS.has(text)) return false;
    if ((text === 'not' || text === 'never') && last !== undefined && AUXILIARIES.has(last)) return true;
    last = text;
  }
  return false;
}
