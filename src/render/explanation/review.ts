/** What a person said of a finding that is explained, in the words of the screen. */
import type { Commitment } from '../../model/report.ts';
import { whyRejected } from '../commitments/reviewed.ts';
import { by } from '../commitments/table.ts';
import type { ScreenOptions } from '../screen.ts';
import { who } from '../undertaking.ts';
import { below, labelled } from './lines.ts';

/** Nothing where nobody has reviewed it; the steps below tell how it was found before. */
export function reviewLines(commitment: Commitment | null, screen: ScreenOptions): string[] {
  const review = commitment?.review ?? null;
  if (commitment === null || review === null) return [];
  const why = whyRejected(commitment);
  const now = [who(commitment, null), commitment.action.text, by(commitment) ?? 'no date'].join('; ');
  const said = {
    keep: 'kept: a person confirmed it',
    edit: `corrected by a person: ${now}`,
    'not-a-commitment': 'rejected: a person called it no commitment; it is counted nowhere',
  } as const;
  return [
    ...labelled('REVIEW', said[review.verdict], screen),
    ...(why === null ? [] : below(why, screen)),
    ...(review.quoteChanged ? below('its words have changed since', screen) : []),
    ...below('what follows is how the rules found it', screen),
  ];
}
