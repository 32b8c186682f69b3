/** What a diff says of duties that a text lays on others. */
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';

const OLD = `# Rules for depots

Every depot must keep a spill kit beside each fuel pump.

Operators should inspect their hoses every 6 months.

Drivers must not refuel with the engine running.

Yard managers should report leaks to the harbour office by June 2026.

Contractors must carry a permit on site.
`;

async function between(old: string, now: string) {
  const [before, after] = await Promise.all(
    [old, now].map((text, at) => analyse({ name: `v${at}.md`, text, mediaType: 'text/markdown' })),
  );
  if (!before || !after) throw new Error('two versions give two reports');
  return diff(before, after);
}

const told = (result: Awaited<ReturnType<typeof between>>) =>
  result.dutyChanges.map(({ kinds, level, before, after }) => [
    kinds.join(),
    level,
    (after ?? before)?.evidence.quote.split(' ', 3).join(' '),
  ]);

test('none changed where the text did not', async () => {
  const result = await between(OLD, OLD);
  expect([result.dutyChanges, result.dutiesUnchanged]).toEqual([[], 5]);
});

test('stricter, more lenient, by other numbers and dates, turned round, gone and new', async () => {
  const result = await between(
    OLD,
    OLD.replace('Every depot must', 'Every depot should')
      .replace('6 months', '12 months')
      .replace('should report', 'must report')
      .replace('June 2026', 'June 2027')
      .replace('must not refuel', 'must refuel')
      .replace(/Contractors.*\n/, 'Visitors must sign the gate book before they enter a workshop.\n'),
  );
  expect(told(result)).toEqual([
    ['weakened', 'warning', 'Every depot should'],
    ['deadline-slipped', 'warning', 'Operators should inspect'],
    ['polarity-flipped', 'warning', 'Drivers must refuel'],
    ['strengthened,deadline-slipped', 'warning', 'Yard managers must'],
    ['added', 'note', 'Visitors must sign'],
    ['removed', 'warning', 'Contractors must carry'],
  ]);
  expect(result.dutyChanges[0]?.fields).toEqual({ force: { before: 'must', after: 'should' } });
  expect(result.dutyChanges[3]?.fields.deadline?.days).toBe(365);
});

test('are no commitments: not in the changes, the summary or what is unchanged', async () => {
  const result = await between(OLD, OLD.replace('must keep', 'should keep'));
  expect([result.changes, result.unchanged, result.summary]).toEqual([[], 0, { error: 0, warning: 0, note: 0 }]);
});

test('are the same by other numbers of notes', async () => {
  const [old, now] = [4, 5].map((note) => OLD.replace('fuel pump', `fuel pump [${note}]`));
  expect((await between(old ?? '', now ?? '')).dutyChanges).toEqual([]);
});

test('are the same in another order and layout', async () => {
  const [title = '', ...rest] = OLD.trim().split('\n\n');
  const turned = [title, ...rest.reverse().map((line) => line.replace(/ /g, '\n'))].join('\n\n');
  expect(
    (await between(OLD, turned)).dutyChanges.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved')),
  ).toEqual([]);
});
