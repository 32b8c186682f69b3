/** Which themes differ between two texts by more than chance. */
import { expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { themeChanges } from '../src/compare/themes.ts';

const SONG = 'The choir sang in the old hall, and all of us went home in the rain. ';
const FALL = 'Carbon emissions from heavy industry fell again in the spring of that year. ';

/** Ids of the themes that differ significantly between two texts. */
async function significant(before: string, after: string): Promise<readonly string[]> {
  const [old, now] = await Promise.all([
    analyse({ name: 'before.txt', text: before }),
    analyse({ name: 'after.txt', text: after }),
  ]);
  return themeChanges(old, now)
    .filter((change) => change.significant)
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
