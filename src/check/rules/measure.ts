/** no-measure and no-measure-baseline: a change without an amount, and an amount of change without a start. */
import type { Commitment, Target } from '../../model/report.ts';
import type { Draft, Examined } from '../draft.ts';

/** Commitments to more, less or better of something that do not say how much. */
export function* noMeasure({ own, wordsFor }: Examined): Generator<Draft> {
  for (const commitment of own) {
    if (commitment.targets.length > 0 || commitment.polarity === 'negative' || commitment.strength < 2) continue;
    const change = wordsFor(commitment, 'change');
    const better = wordsFor(commitment, 'better');
    if (change !== null) yield { commitment, message: `"${change}": by how much?` };
    else if (better !== null) yield { commitment, message: `"${better}": how will one tell?` };
  }
}

/** Commitments to change something by an amount that do not say since when. */
export function* noMeasureBaseline({ own }: Examined): Generator<Draft> {
  for (const commitment of own) {
    const target = commitment.targets.find((its) => isRelative(its, commitment));
    if (target !== undefined) yield { commitment, message: `"${amountOf(target)}": from what figure?` };
  }
}

/** Amounts that say by themselves that they are of change. */
const OF_CHANGE =
  /\b(?:doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|halv\w+|halve|additional|extra|more|fewer|less|further|increase|decrease|reduction|cut|rise|growth)\b/i;

/** Years and levels that the change is counted from, and changes that are over. */
const SINCE =
  /\b(?:between|from|since|than in|compared (?:with|to)|relative to|against|on|below|above) (?:a |the |its |their |our )?(?:19|20)\d\d\b|\b(?:baseline|levels)\b|\bfrom (?:about |around |some )?[£$€]?\d|\b(?:rose|fell|grew|dropped|risen|fallen|grown) by\b/i;

/** Whether an amount is of change and nothing says from where it is counted. */
function isRelative({ text, from, baseline, value, unit, direction, per }: Target, { evidence }: Commitment): boolean {
  if (value === null || from !== null || baseline !== null || direction === null) return false;
  // A rise a year is counted from the year before.
  if (per !== null || /\b(?:each|every|per|a) year\b|\bannual/i.test(text)) return false;
  if (SINCE.test(evidence.quote)) return false;
  if (OF_CHANGE.test(text)) return true;
  const at = evidence.quote.indexOf(text);
  return (
    unit === '%' &&
    at > 0 &&
    /\bby (?:up to |at least |around |about |over |more than )?$/i.test(evidence.quote.slice(0, at))
  );
}

/** As many words of an amount as tell it: "40 additional". */
function amountOf({ text }: Target): string {
  const [words = text] = /^.*?\b(?:additional|extra|more|fewer|less|further)\b/i.exec(text) ?? [];
  return words;
}
