/** `pmed rules` as its users meet it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { RulebookSchema } from '../src/model/rulebook.ts';
import { folder, pmed } from './run.ts';

const place = folder({
  'bad.yaml':
    'pack: commitment\nrules:\n  - id: x\n    description: A rule.\n    kind: comitment\n    match: ["@nobody will"]\n',
  'broken.yaml': 'pack: [\n',
  'failing.yaml': `pack: commitment
rules:
  - id: vow-by
    description: Somebody swears by something.
    kind: commitment
    strength: 5
    match: ["modal=swear by ...3 to verb=:base"]
    finds:
      - "We [swear|modal] by the tide to [mend|verb] the quay."
      - "We vow by the tide to mend the quay."
    ignores:
      - "We swear by the tide to leave."
    wrong-today:
      finds:
        - "We swear by the old moon to mend the quay."
  - id: unproven
    description: A rule without examples.
    kind: commitment
    strength: 1
    match: ["modal=dream of verb=:ing"]
`,
});
afterAll(place.remove);
const run = (...args: string[]) => pmed(args, { cwd: place.path });
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

test('a file whose ending was left out is named', async () => {
  const { code, stderr } = await run('rules', 'validate', 'failing');
  expect(code).toBe(2);
  expect(stderr).toContain("cannot read the rules 'failing': no such file. Did you mean 'failing.yaml'?");
});

describe('pmed rules list', () => {
  test('counts the rules by pack', async () => {
    const { code, stdout, stderr } = await run('rules', 'list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^policy-en [\d.]+ · \d+ rules and \d+ themes · sha256 [0-9a-f]{12}\n/);
    expect(stdout).toMatch(/^ commitment +\d+ {2}undertakings/m);
    expect(stdout).toMatch(/^ themes policy +\d+ {2}what a text is about; [\d,]+ terms$/m);
    expect(stdout.split('\n').length).toBeLessThan(50);
    for (const row of stdout.split('\n').slice(3, -3)) expect(row).toMatch(/ {2}\S|^ {10}/);
    expect(stdout).not.toMatch(/^ \w+ +(?:\d+|lists)$/m);
  });

  test('names the rules of a pack with strength and example, by name or by --group', async () => {
    const [byName, byGroup] = await Promise.all([
      run('rules', 'list', 'commitment'),
      run('rules', 'list', '--group=commitment'),
    ]);
    expect(byName.stdout).toBe(byGroup.stdout);
    expect(byName.stdout).toMatch(/^ commitment\/performative +binding +The Trust/m);
    expect(byName.stdout).toMatch(/^ \d+ more: --all$/m);
    const { stdout } = await run('rules', 'list', 'commitment', '--all');
    expect(stdout).not.toContain('more: --all');
  });

  test('names the themes of a scheme with their terms', async () => {
    const { stdout } = await run('rules', 'list', 'sdg');
    expect(stdout).toContain(' · 17 themes');
    expect(stdout).toMatch(/^ ID +TERMS {2}EXAMPLE\n themes\/sdg-1 +\d+ {2}\w/m);
  });

  test('lists every rule as JSON', async () => {
    const { stdout } = await run('rules', 'list', '-f', 'json');
    const book = JSON.parse(stdout);
    expect(book.kind).toBe('rulebook');
    expect(book.rules.length).toBe(book.summary.rules);
    expect(book.rules.length).toBeGreaterThan(400);
    expect(
      new Set(book.rules.map(({ id, scheme }: { id: string; scheme: string | null }) => `${scheme} ${id}`)).size,
    ).toBe(book.rules.length);
  });

  test.each(['comitment', 'commitment/will-action', '--group=sgd'])(
    'says what there is instead of %s',
    async (name) => {
      const { code, stdout, stderr } = await run('rules', 'list', name);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^pmed: no pack is called '/);
      expect(stderr).toMatch(/Did you mean|pmed rules show commitment\/will-action/);
      expect(stderr).toContain('[PMED-U017]');
    },
  );

  test('knows a file whose ending was left out', async () => {
    const { code, stderr } = await run('rules', 'list', 'failing');
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean 'failing.yaml'?");
  });

  test('ends quietly where its reader does', async () => {
    const { code, stderr } = await pmed(['rules', 'list', 'time', '--all'], { closesEarly: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('pmed rules show', () => {
  test('tells all of a rule: meaning, patterns, lists, examples, where it is from', async () => {
    const { code, stdout } = await run('rules', 'show', 'commitment/performative');
    expect(code).toBe(0);
    for (const part of ['makes', 'from', 'match', 'except', '@performative', 'finds', 'ignores'])
      expect(stdout).toMatch(new RegExp(`^ ${part}\\b`, 'm'));
    expect(stdout).toMatch(/built in: policy-en [\d.]+, commitment\.yaml/);
  });

  test('tells the terms of a theme by tier, all of them with --all', async () => {
    const [short, long] = await Promise.all([
      run('rules', 'show', 'themes/legal'),
      run('rules', 'show', 'themes/legal', '--all'),
    ]);
    expect(short.stdout).toMatch(/^themes\/legal · /);
    for (const part of ['strong', 'medium', 'weak']) expect(short.stdout).toMatch(new RegExp(`^ ${part} `, 'm'));
    expect(short.stdout).toContain('more: --all');
    expect(long.stdout).not.toContain('more: --all');
  });

  test('tells the members of a list, and takes an id without its pack', async () => {
    const [list, rule] = await Promise.all([
      run('rules', 'show', 'commitment/@aim'),
      run('rules', 'show', 'will-action'),
    ]);
    expect(list.stdout).toMatch(/^commitment\/@aim · \d+ members\n aim, aims,/);
    expect(rule.stdout).toMatch(/^commitment\/will-action\n/);
  });

  test.each([
    ['commitment/performativ', 'commitment/performative'],
    ['themes/ethic', 'themes/ethics'],
    ['performativ', 'commitment/performative'],
    ['commitment/@aims', 'commitment/@aim'],
  ])('says what was meant by %s', async (given, meant) => {
    const { code, stdout, stderr } = await run('rules', 'show', given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`no rule, theme or list is called '${given}'. Did you mean '${meant}'?`);
  });

  test('names those that hold a word', async () => {
    const { stderr } = await run('rules', 'show', 'deadline');
    expect(stderr).toMatch(/is called 'deadline'. These hold the word: [^.]*check\/no-deadline/);
    expect((await run('rules', 'show', 'maybe')).stderr).not.toContain('hold the word');
  });

  test('wants an id', async () => {
    const { code, stderr } = await run('rules', 'show');
    expect(code).toBe(2);
    expect(stderr).toContain('pmed rules show needs <id>');
  });
});

describe('pmed rules test', () => {
  test('passes on all that is built in', async () => {
    const { code, stdout, stderr } = await run('rules', 'test');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^policy-en [\d.]+ · \d+ rules, \d+ themes, [\d,]+ examples · [\d,]+ passed\n$/);
  });

  test('tells what failed, what was found instead and why; what became right; what has no proof', async () => {
    const { code, stdout } = await run('rules', 'test', 'failing.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('failing.yaml · 2 rules, 4 examples · 1 passed, 2 failed, 1 no longer wrong');
    expect(stdout).toContain('failed  finds of commitment/vow-by  failing.yaml:10:9');
    expect(stdout).toContain('"We vow by the tide to mend the quay."');
    expect(stdout).toMatch(/found {5}commitment\//);
    expect(stdout).toContain('failed  ignores of commitment/vow-by  failing.yaml:12:9');
    expect(stdout).toMatch(/expected {2}nothing by this rule/);
    expect(stdout).toContain('Move it from wrong-today to finds.');
    expect(stdout).toContain('No examples yet: commitment/unproven');
  });

  test('tells the same as JSON', async () => {
    const { code, stdout } = await run('rules', 'test', 'failing.yaml', '-f', 'json');
    expect(code).toBe(1);
    const book = JSON.parse(stdout);
    expect(book.summary).toMatchObject({ passed: 1, failed: 2, rightNow: 1 });
    expect(book.unproven).toEqual(['commitment/unproven']);
    expect(book.examples[1]).toMatchObject({
      rule: 'commitment/vow-by',
      claim: 'finds',
      outcome: 'failed',
      place: { file: 'failing.yaml', line: 10, column: 9 },
    });
  });

  test('refuses a pack with faults, and a file that is not there', async () => {
    for (const name of ['bad.yaml', 'broken.yaml', 'missing.yaml']) {
      const { code, stdout, stderr } = await run('rules', 'test', name);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(name);
    }
  });
});

describe('pmed rules validate', () => {
  test('says what a sound pack adds', async () => {
    const { code, stdout } = await run('rules', 'validate', 'failing.yaml');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^failing\.yaml: sound\n {2}commitment: 2 rules\n {4}adds commitment\/vow-by,\s+commitment\/unproven\n$/,
    );
  });

  test('says every fault with its place', async () => {
    const { code, stdout } = await run('rules', 'validate', 'bad.yaml', 'failing.yaml');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^bad\.yaml:5:11: .*comitment.*commitment/m);
    expect(stdout).toContain('failing.yaml: sound');
  });

  test('wants a file', async () => {
    const { code, stderr } = await run('rules', 'validate');
    expect(code).toBe(2);
    expect(stderr).toContain('pmed rules validate needs <file>');
  });
});

describe('pmed rules new', () => {
  test.each(['themes', 'commitment', 'time', 'agent', 'quantity'])(
    'writes a pack of %s that is sound and passes',
    async (kind) => {
      const name = `new-${kind}.yaml`;
      const made = await run('rules', 'new', name, '--kind', kind);
      expect(made).toMatchObject({ code: 0, stdout: '', stderr: `pmed: wrote ${name}\n` });
      const text = readFileSync(join(place.path, name), 'utf8');
      expect(text).toContain(`pmed rules test ${name}`);
      expect(widest(text)).toBeLessThanOrEqual(120);
      const [sound, tested] = await Promise.all([run('rules', 'validate', name), run('rules', 'test', name)]);
      expect(sound).toMatchObject({ code: 0, stderr: '' });
      expect(tested).toMatchObject({ code: 0, stderr: '' });
      expect(tested.stdout).toMatch(/ [2-9] passed\n$/);
    },
  );

  test('overwrites nothing', async () => {
    writeFileSync(join(place.path, 'mine.yaml'), 'mine\n');
    const { code, stdout, stderr } = await run('rules', 'new', 'mine.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("cannot write 'mine.yaml': it exists");
    expect(readFileSync(join(place.path, 'mine.yaml'), 'utf8')).toBe('mine\n');
  });

  test('prints to stdout for -, and wants a name that ends in .yaml', async () => {
    const [printed, unnamed, nothing] = await Promise.all([
      run('rules', 'new', '-', '--kind=time'),
      run('rules', 'new', 'mine'),
      run('rules', 'new'),
    ]);
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    expect(printed.stdout).toContain('pack: time\n');
    expect(unnamed.code).toBe(2);
    expect(unnamed.stderr).toContain('pmed rules new mine.yaml');
    expect(nothing.code).toBe(2);
  });
});

test('says which tasks there are', async () => {
  const [odd, bare] = await Promise.all([run('rules', 'tets'), run('rules')]);
  expect(odd.code).toBe(2);
  expect(odd.stderr).toContain('Did you mean: pmed rules test');
  expect(bare.code).toBe(2);
});

test('keeps to the width, and to the letters that --ascii allows', async () => {
  const screens = [
    ['rules', 'list'],
    ['rules', 'list', 'commitment'],
    ['rules', 'list', 'policy'],
    ['rules', 'show', 'commitment/performative'],
    ['rules', 'show', 'themes/legal', '--all'],
    ['rules', 'test', 'failing.yaml'],
    ['rules', 'validate', 'failing.yaml', 'bad.yaml'],
  ];
  for (const width of [40, 60, 80, 120])
    await Promise.all(
      screens.map(async (words) => {
        const { stdout } = await run(...words, '--width', String(width), '--ascii');
        expect(widest(stdout), words.join(' ')).toBeLessThanOrEqual(width);
        expect(stdout.replace(/[\u2010-\u201f£…’]/g, ''), words.join(' ')).toMatch(/^[\u0000-\u007f]*$/);
      }),
    );
}, 60_000);

test.each([
  [['rules', 'list']],
  [['rules', 'show', 'commitment/performative', 'themes/legal', 'commitment/@aim']],
  [['rules', 'test', 'failing.yaml']],
  [['rules', 'validate', 'failing.yaml', 'bad.yaml']],
])('JSON of %s keeps to its schema', async (words) => {
  const { stdout } = await run(...words, '-f', 'json');
  const checked = v.safeParse(RulebookSchema, JSON.parse(stdout));
  expect(checked.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
});

test('writes the rulebook to a file', async () => {
  const { code, stdout } = await run('rules', 'show', 'commitment/will-action', '-o', 'plan.json', '-q');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(JSON.parse(readFileSync(join(place.path, 'plan.json'), 'utf8')).rules[0].id).toBe('commitment/will-action');
});
