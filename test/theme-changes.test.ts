/** Which themes differ between two texts by more than chance. */
import { expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';

const SONG = 'The choir sang in the old hall, and all of us went home in the rain. ';
const FALL = 'Carbon emissions from heavy industry fell again in the spring of that year. ';

/** Ids of the themes that differ significantly between two texts. */
async function significant(before: string, after: string): Promise<readonly string[]> {
  const [old, now] = await Promise.all([
    analyse({ name: 'before.txt', text: before }),
    analyse({ name: 'after.txt', text: after }),
  ]);
  return diff(old, now)
    .themeChanges.filter((change) => change.significant)
    .map(({ id }) => id);
}

it('tells a theme that runs through one text and hardly through the other', async () => {
  const before = `${FALL}${SONG.repeat(9)}`.repeat(20);
  const after = `${FALL}${SONG.repeat(2)}`.repeat(60);
  expect(await significant(before, after)).toContain('environment');
  expect(await significant(before, before)).toEqual([]);
});

it('takes one passage on a theme, longer here than there, for chance', async () => {
  const [few, more] = [20, 45].map((times) => `${SONG.repeat(80)}${FALL.repeat(times)}${SONG.repeat(80)}`);
  expect(await significant(few ?? '', more ?? '')).toEqual([]);
});

it('says nothing of texts under 1,000 words', async () => {
  expect(await significant(SONG.repeat(20), FALL.repeat(20))).toEqual([]);
});

it('tells which passages on a theme came, went and were rewritten', async () => {
  const rest = `${SONG}\n\n`.repeat(30);
  const version = async (...lines: readonly string[]) =>
    analyse({ name: 'plan.txt', text: `${lines.join('\n\n')}\n\n${rest}` });
  const stays = 'We will plant native trees along the river to protect wildlife and cut carbon emissions.';
  const before = await version(
    stays,
    'We will restore the wetland and its habitats by 2027 for the birds of the coast.',
  );
  const after = await version(
    stays,
    'Greenhouse gas emissions from the ferry will be halved, and air pollution with them.',
  );
  const change = diff(before, after).themeChanges.find(({ id }) => id === 'environment');
  expect(change?.aligned).toMatchObject({ kept: 1, gained: 0, lost: 0, added: 1, removed: 1 });
  expect(change?.aligned?.evidence.map(({ change: kind, quote }) => [kind, quote.split(' ')[0]])).toEqual([
    ['added', 'Greenhouse'],
    ['removed', 'We'],
  ]);
});
