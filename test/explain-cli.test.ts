/** `pmed explain` as its users meet it: ids, texts, wrong use, and documents that were read in part. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, pmed } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

let place: ReturnType<typeof folder>;
beforeAll(() => {
  place = folder({
    'plan.md': '# Our plan\n\nFernhollow, 14 November 2024.\n\nWe will open a night bus by May 2026.\n',
    'other.md': 'We will close it.\n',
    'mine.yaml':
      'pack: themes\nscheme: town\nthemes:\n  - { id: night-life, label: Night life, facet: lens, description: The town after dark., terms: { strong: [night bus] }, finds: [A night bus runs.], ignores: [A bus runs.] }\n',
  });
});
afterAll(() => place.remove());

describe('explains', () => {
  test('a finding by the id of the screen', async () => {
    const { code, stdout, stderr } = await pmed(['explain', 'plan.md', 'C1'], { cwd: place.path });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^C1 {2}c-/);
    expect(stdout).toContain('"We will open a night bus by May 2026."');
    expect(stdout).toMatch(/FOUND BY +commitment\/will-action/);
    expect(stdout).toMatch(/DEADLINE +2026-05-31/);
  });

  test('a finding by its stable id, as JSON', async () => {
    const listed = await pmed(['analyse', 'plan.md', '-f', 'json'], { cwd: place.path });
    const { id } = JSON.parse(listed.stdout).commitments[0];
    const { code, stdout } = await pmed(['explain', 'plan.md', id, '-f', 'json'], { cwd: place.path });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'explanation', asked: { id, sentences: 1 }, sentences: [{}] });
  });

  test('each sentence of a text, also from stdin', async () => {
    const text = 'We will open a night bus. The weather is fine.';
    const given = await pmed(['explain', '--text', text]);
    const piped = await pmed(['explain', '--text', '-'], { input: text });
    expect(given.code).toBe(0);
    expect(given.stdout).toContain('commitment/will-action');
    expect(given.stdout).toContain('Nothing found');
    expect(piped.stdout).toBe(given.stdout);
  });

  test.each(['transport', 'sectors/transport', 'Transport'])('a theme as %s', async (name) => {
    const { code, stdout, stderr } = await pmed(['explain', 'plan.md', name], { cwd: place.path });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^transport · Transport · sector · scheme sectors\n/);
    expect(stdout).toMatch(/PASSAGES +\d of 2 carry it \(\d+\.0 %\)/);
    expect(stdout).toMatch(/CARRY IT[\s\S]*"We will open a night bus by May 2026\."[\s\S]*has +"bus" \(strong\)/);
  });

  test('a theme as JSON, with the score that pmed themes gives it', async () => {
    const given = await pmed(['explain', 'plan.md', 'transport', '-f', 'json'], { cwd: place.path });
    const listed = await pmed(['themes', 'plan.md', '-f', 'json'], { cwd: place.path });
    const { asked, theme, sentences } = JSON.parse(given.stdout);
    const found = JSON.parse(listed.stdout).themes.find(({ id }: { id: string }) => id === 'transport');
    expect(asked).toEqual({ id: 'transport', sentences: sentences.length });
    expect(theme).toMatchObject({ id: 'transport', scheme: 'sectors', passages: found.passages });
    const scores = found.evidence.map(({ score }: { score: number }) => score);
    expect(sentences[0].themes).toMatchObject([{ id: 'transport', carried: true, score: Math.max(...scores) }]);
  });

  test('a theme of a pack of the user, and of a scheme that is named', async () => {
    const own = await pmed(['explain', 'plan.md', 'night-life', '--rules', 'mine.yaml'], { cwd: place.path });
    expect(own.stdout).toContain('"night bus" (strong)');
    const goal = await pmed(['explain', 'plan.md', 'sdg-3', '--themes', 'sdg'], { cwd: place.path });
    expect([goal.code, goal.stdout]).toEqual([0, expect.stringContaining('No passage carries it')]);
  });

  test('the themes of a sentence, and those that it nearly carries', async () => {
    const text = 'The Economic and Social Research Council met near a framework for buses.';
    const { stdout } = await pmed(['explain', '--text', text]);
    expect(stdout).toMatch(/THEME +transport \(Transport\): score 0\.\d\d\n +has +"buses" \(strong\)/);
    expect(stdout).toMatch(/NO THEME +economics [\s\S]*"Economic" is part of "Economic and Social Research/);
    expect(stdout).toMatch(/governance \(Governance\)[\s\S]*not +"Council", masked by "Economic and/);
    const weak = await pmed(['explain', '--text', 'A framework for towels.']);
    expect(weak.stdout).toMatch(/governance 0\.\d\d \("framework"\)[\s\S]*weak terms alone/);
  });

  test('into a file', async () => {
    const { code, stdout } = await pmed(['explain', 'plan.md', 'C1', '-o', 'why.json', '-q'], { cwd: place.path });
    expect([code, stdout]).toEqual([0, '']);
  });
});

describe('refuses with exit 2', () => {
  test.each([
    ['an id that is not there, and says which are', ['plan.md', 'C9'], /no finding called 'C9'.*C1.*U015/s],
    [
      'a theme that is nearly one',
      ['plan.md', 'transprt'],
      /no finding called 'transprt'.*Did you mean transport\?.*U015/s,
    ],
    ['a theme of another scheme', ['plan.md', 'sdg-3'], /no theme that was looked for.*--themes sdg/s],
    ['a scheme that is not there', ['plan.md', 'ethics', '--themes', 'polcy'], /U004/],
    ['an id that is nearly one', ['plan.md', 'S1x'], /no finding called 'S1x'/],
    ['a document without an id', ['plan.md'], /needs <input> <id>.*pmed analyse plan.md/s],
    ['a document and a text', ['plan.md', 'C1', '--text', 'We will.'], /not both/],
    ['neither', [], /nothing was given/],
    ['an empty text', ['--text', ''], /has no words/],
    ['a text of marks alone', ['--text', ' … \u0007 '], /has no words/],
    ['several documents', ['*.md', 'C1'], /names several/],
    ['more operands than it knows', ['plan.md', 'C1', 'C2'], /3 were given/],
    ['a flag of another command', ['plan.md', 'C1', '--view', 'list'], /does not take --view/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await pmed(['explain', ...args], { cwd: place.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

test('a stable id that is nearly one is suggested', async () => {
  const listed = await pmed(['analyse', 'plan.md', '-f', 'json'], { cwd: place.path });
  const { id } = JSON.parse(listed.stdout).commitments[0];
  const { stderr } = await pmed(['explain', 'plan.md', `${id.slice(0, -1)}!`], { cwd: place.path });
  expect(stderr).toContain(`Did you mean ${id}?`);
});

describe('exits with 3', () => {
  test('of a document that was read in part, and explains what was read', async () => {
    const { code, stdout, stderr } = await pmed(['explain', fixture('odd/half-scanned.pdf'), 'C1']);
    expect(code).toBe(3);
    expect(stdout).toContain('FOUND BY');
    expect(stderr).toContain('PMED-I104');
  });

  test('of a document that cannot be read', async () => {
    const { code, stdout, stderr } = await pmed(['explain', 'gone.md', 'C1'], { cwd: place.path });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('PMED-I101');
  });
});

test('says that a text is in another language, and offers it no rules', async () => {
  const text =
    'Nous publierons un plan national pour la santé avant la fin de 2027, et les hôpitaux seront financés par le gouvernement.';
  const { stdout, stderr } = await pmed(['explain', '--text', text]);
  expect(stdout).toContain('not in English');
  expect(stdout).not.toContain('NEAREST');
  expect(stderr).toContain('PMED-L211');
});

test('shows ten sentences of a long text and counts the rest; --all shows them', async () => {
  const input = 'We will open a night bus. '.repeat(40);
  const some = await pmed(['explain', '--text', '-'], { input });
  expect(some.stdout).toContain('30 more sentences: --all');
  const all = await pmed(['explain', '--text', '-', '-f', 'json'], { input });
  expect(JSON.parse(all.stdout).sentences).toHaveLength(40);
});

test('takes a sentence of 50,000 words', async () => {
  const input = `We will ${'review the plan of the town and '.repeat(7200)}act.`;
  const { code, stdout } = await pmed(['explain', '--text', '-'], { input });
  expect(code).toBe(0);
  expect(stdout).toContain('commitment/will-action');
});
