/** What headings and titles pass on to the lists below them: a day, a body, and whom imperatives bind. */
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';

const read = async (text: string) => analyse({ name: 'plan', text, mediaType: 'text/markdown' });

const ACTIONS = '- Maintain the quays.\n- Publish a timetable.\n- Appoint a harbour master.';

test('a heading that says by when dates what stands below it, unless that has a date of its own', async () => {
  const { commitments } = await read(
    '# Ferries\n\nPublished 3 May 2026.\n\n## By 2028\n\n- Widen the quay\n- Rebuild the mole by 2027\n\n## 2024\n\nWe will look after seals.',
  );
  expect(commitments.map(({ deadline }) => [deadline?.end, deadline?.inheritedFrom])).toEqual([
    ['2028-12-31', 'heading'],
    ['2027-12-31', 'sentence'],
    [undefined, undefined],
  ]);
});

test('a heading above a subheading dates too, and one with other words besides does not', async () => {
  const { commitments } = await read(
    '# Ferries\n\n## Actions for 2030/31\n\n### Quays\n\nWe will widen the quay.\n\n## The storms of 2030\n\nWe will look after seals.',
  );
  expect(commitments.map(({ deadline }) => deadline?.end ?? null)).toEqual(['2031-03-31', null]);
});

test('a heading that is an office binds that office to the bare actions below it; a topic binds nobody', async () => {
  const { commitments } = await read(
    `# Ferry plan\n\n## Department for Ferries\n\n${ACTIONS}\n\n## Actions for the Harbour Board\n\n- Establish a bus link\n\n## Police\n\n${ACTIONS}`,
  );
  const actors = commitments.map(({ actor }) => (actor.resolvedBy === 'heading' ? actor.name : null));
  expect(actors).toEqual([...Array(3).fill('Department for Ferries'), 'Harbour Board', null, null, null]);
});

test.each([
  ['recommendation', '# Guide to quays\n\nBoats should be tied up.'],
  ['obligation', '# Guide to quays\n\nBoats must be tied up.'],
  [
    'recommendation',
    '# Quays\n\nYou may tie up your boat where you wish. Your crew, your cargo and you are welcome. Your boat is yours, and you may sell your boat.',
  ],
])('imperatives in guidance are a %s to its readers', async (kind, opening) => {
  const { commitments, statements } = await read(`${opening}\n\n## Care of quays\n\n${ACTIONS}`);
  expect(commitments).toEqual([]);
  expect(statements.filter((its) => its.rules[0]?.startsWith('heading/')).map((its) => its.kind)).toEqual([
    kind,
    kind,
    kind,
  ]);
});

test('imperatives in a plan are its actions, whatever it says of guidance', async () => {
  const { commitments } = await read(
    `# Plan for quays\n\nWe will publish guidance. Boats should be tied up.\n\n## Care of quays\n\n${ACTIONS}`,
  );
  expect(commitments.filter((its) => its.rules[0]?.startsWith('heading/'))).toHaveLength(3);
});

test('a list of actions is no less one for an item without a verb; what a stem tells of is none', async () => {
  const { commitments } = await read(
    `## Quays\n\n${ACTIONS}\n- A bench for every quay in the county.\n\nThese tricks are used by smugglers:\n\n- Hiding their cargo in a false floor.`,
  );
  expect(commitments.map(({ action }) => action.text)).toContain('A bench for every quay in the county');
  expect(commitments).toHaveLength(4);
});
