/**
 * Sentences whose commitments are written down field by field, before pmed was run on them. The first run had right: the
 * number of commitments 148 of 161 sentences, and of 159 commitments found action 116, targets 97, deadline 154,
 * conditions 150, beneficiary 132 (none was ever given), polarity 155, novelty 156. Five marks that the guideline does not
 * bear out were mended afterwards. Rules were made with these sentences at hand: what is held here is that nothing is
 * lost again, not how right pmed is elsewhere.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { judge, type Probe } from './bench/judge-commitment.mjs';

const probes = readFileSync(new URL('commitment-probes.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Probe => JSON.parse(line));

const judged = await Promise.all(
  probes.map(async (probe) => {
    const input = { name: probe.id, text: probe.text, mediaType: 'text/plain' } as const;
    const { commitments } = await analyse(input, { docDate: '2024-11-14' });
    return judge(probe, commitments).map((its) => ({ probe, ...its }));
  }),
);

/** How many may be wrong. */
const AT_MOST = {
  number: 8,
  action: 3,
  targets: 3,
  deadline: 2,
  conditions: 1,
  beneficiary: 5,
  polarity: 0,
  novelty: 0,
  specificity: 0,
};

describe('commitments written down field by field', () => {
  test('161 sentences', () => {
    expect(probes).toHaveLength(161);
  });

  test.each(Object.entries(AT_MOST))('%s: at most %i wrong', (field, most) => {
    const wrong = judged.flat().filter((its) => its.field === field && its.want !== its.got);
    const told = wrong.map(({ probe, want, got }) => `${probe.id} ${probe.text}\n  want ${want}\n  got  ${got}`);
    expect(wrong.length, told.join('\n')).toBeLessThanOrEqual(most);
  });
});
