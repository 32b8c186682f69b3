/** Settings as users meet them: where they are looked for, what wins, what they change, and what is said of bad ones. */
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFile } from '../src/cli/settings/discover.ts';
import { isOfPattern } from '../src/corpus/path-pattern.ts';
import { parseReport } from '../src/model/schema.ts';
import { folder, pmed, type RunOptions } from './run.ts';

const shelves: { remove: () => void }[] = [];
afterAll(() => {
  for (const shelf of shelves) shelf.remove();
});

/** A folder with these files, also in folders of their own. */
function room(files: Readonly<Record<string, string>> = {}): string {
  const made = folder();
  shelves.push(made);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made.path, name)), { recursive: true });
    writeFileSync(join(made.path, name), content);
  }
  return made.path;
}

const note = '# Harbour plan\n\nPublished 14 March 2024\n\nWe will open two ferry piers within two years.\n';

/** The place that gave the publisher's name, and the name; null where nothing did. */
async function publisherAt(cwd: string, args: readonly string[] = [], options: RunOptions = {}) {
  const { code, stdout, stderr } = await pmed(['config', 'document.publisher', '-f', 'json', ...args], {
    cwd,
    ...options,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [{ values, given }] = JSON.parse(stdout).settings;
  return values.length === 0 ? null : { name: values[0], at: given.at(-1).at };
}

const says = (name: string): string => `document:\n  publisher: ${name}\n`;

describe('the project file', () => {
  test('is that of the nearest folder, upwards to the root of the work tree', async () => {
    const root = room({ 'pmed.config.yaml': says('Top'), 'a/b/c/x.md': note, 'a/pmed.config.yml': says('Middle') });
    const env = { HOME: root };
    expect(await publisherAt(join(root, 'a/b/c'), [], { env })).toEqual({
      name: 'Middle',
      at: '../../pmed.config.yml:2:3',
    });
    expect(await publisherAt(root, [], { env })).toEqual({ name: 'Top', at: 'pmed.config.yaml:2:3' });
    mkdirSync(join(root, 'a/b/.git'));
    expect(await publisherAt(join(root, 'a/b/c'), [], { env })).toBeNull();
    writeFileSync(join(root, 'a/b/pmed.config.json'), '{"document": {"publisher": "Tree"}}');
    expect(await publisherAt(join(root, 'a/b/c'), [], { env })).toEqual({
      name: 'Tree',
      at: '../pmed.config.json:1:15',
    });
  });

  test('is looked for no higher than the home directory', async () => {
    const root = room({ 'pmed.config.yaml': says('Above'), 'home/desk/x.md': note });
    expect(await publisherAt(join(root, 'home/desk'), [], { env: { HOME: join(root, 'home') } })).toBeNull();
    // Outside it, up to the top.
    expect(await publisherAt(join(root, 'home/desk'), [], { env: { HOME: join(root, 'other') } })).toMatchObject({
      name: 'Above',
    });
  });

  test('may be a key of package.json', async () => {
    const root = room({
      'package.json': '{\n  "name": "plans",\n  "pmed": {\n    "document": { "publisher": "Packed" }\n  }\n}\n',
      'plain/package.json': '{ "devDependencies": { "pmed": "^1.0.0" } }',
      'broken/package.json': '{ "name": "x", }',
    });
    expect(await publisherAt(root)).toEqual({ name: 'Packed', at: 'package.json:4:19' });
    const env = { HOME: root };
    expect(await publisherAt(join(root, 'plain'), [], { env })).toMatchObject({ name: 'Packed' });
    // What says nothing of pmed is nobody's business.
    expect(await publisherAt(join(root, 'broken'), [], { env })).toMatchObject({ name: 'Packed' });
  });

  test('beside documents elsewhere is not read', async () => {
    const root = room({
      'work/x.md': note,
      'inbox/a.md': note,
      'inbox/pmed.config.yaml': `${says('Stranger')}nonsense: 1\n`,
    });
    const { code, stdout } = await pmed(['analyse', '../inbox/a.md', '../inbox', '-f', 'json'], {
      cwd: join(root, 'work'),
      env: { HOME: root },
    });
    expect(code).toBe(0);
    expect(parseReport(stdout).documents[0]?.publisher).not.toBe('Stranger');
  });

  test('is the one that is named, by option before variable', async () => {
    const root = room({
      'pmed.config.yaml': says('Found'),
      'one.yaml': says('One'),
      'two.json': '{"document":{"publisher":"Two"}}',
    });
    expect(await publisherAt(root, ['-c', 'one.yaml'])).toEqual({ name: 'One', at: 'one.yaml:2:3' });
    const env = { PMED_CONFIG: 'two.json' };
    expect(await publisherAt(root, [], { env })).toMatchObject({ name: 'Two' });
    expect(await publisherAt(root, ['--config', 'one.yaml'], { env })).toMatchObject({ name: 'One' });
    expect(await publisherAt(root, ['--no-config'], { env })).toBeNull();
    expect(await publisherAt(root, ['-c', '/dev/null'])).toBeNull();
    const both = await pmed(['config', '--no-config', '-c', 'one.yaml'], { cwd: root });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('--no-config says to read none') });
  });
});

describe('a bad project file is refused with its place', () => {
  test.each([
    ['syntax', 'document: [1, 2\n', 'pmed.config.yaml:2:1: '],
    ['two documents', 'version: 1\n---\nversion: 1\n', "only one document may stand here; leave out '---'."],
    [
      'an unknown key',
      'document:\n  publishr: X\n',
      "pmed.config.yaml:2:3: no key is called 'publishr' here. Did you mean 'publisher'?",
    ],
    ['a wrong type', 'exclude: drafts\n', "pmed.config.yaml:1:10: 'exclude' must be a list"],
    [
      'a name that holds the sign which ends it',
      'commitments:\n  actors: { "a=b": X }\n',
      "pmed.config.yaml:2:20: a name has no '='.",
    ],
    ['no number', 'diff:\n  match: .nan\n', "pmed.config.yaml:2:10: 'match' must be a number and is none."],
    [
      'a key that has become another',
      'themes:\n  custom: ./themes.yaml\n',
      "pmed.config.yaml:2:3: 'themes.custom' is written as 'rules: { packs: [./themes.yaml] }'",
    ],
    ['another version', 'version: 2\n', "pmed.config.yaml:1:10: 'version' must be 1"],
    [
      'an unknown kind of change',
      'diff:\n  levels:\n    weakend: error\n',
      "pmed.config.yaml:3:5: no key is called 'weakend' here. Did you mean 'weakened'?",
    ],
    [
      'a value that the option refuses',
      'document:\n  fiscal-year: "13-45"\n',
      "pmed.config.yaml:2:16: document.fiscal-year cannot be '13-45'. Write month and day",
    ],
    [
      'a date that is none',
      'document:\n  dates:\n    a.md: 2016-02-30\n    b.md: 2016\n',
      "pmed.config.yaml:3:11: document.dates cannot be '2016-02-30'.",
    ],
    [
      'a number out of bounds',
      'diff: { match: 7 }\n',
      "pmed.config.yaml:1:16: diff.match cannot be '7'. Give a number from 0 to 1.",
    ],
    ['a gate that is none', 'diff: { fail-on: [errors] }\n', 'pmed.config.yaml:1:19: diff.fail-on cannot be'],
    [
      'a full name of nothing',
      'commitments: { actors: { "?": NHS } }\n',
      'pmed.config.yaml:1:31: commitments.actors cannot be',
    ],
    [
      'a key by which to reach into programs',
      '__proto__: { document: { publisher: X } }\n',
      "pmed.config.yaml:1:1: a key may not be called '__proto__'.",
    ],
    ['an alias', 'inputs: &a [x]\nexclude: *a\n', 'pmed.config.yaml:1:9: anchors (&name) are not read.'],
    ['a tag', 'inputs: !!js/function "x"\n', 'pmed.config.yaml:1:9: tags (!name) are not read.'],
    ['a list of everything', '- document\n', 'must be keys with their values'],
    ['a megabyte', `# ${'x'.repeat(1_000_000)}\n`, 'pmed.config.yaml is larger than 1 MB'],
  ])('%s', async (_, content, message) => {
    const { code, stdout, stderr } = await pmed(['analyse', 'x.md'], {
      cwd: room({ 'pmed.config.yaml': content, 'x.md': note }),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\[PMED-C30[1-3]\]/);
  });

  test('whatever is wrong in it, all at once', async () => {
    const cwd = room({ 'pmed.config.yaml': 'inputz: []\ndiff: { match: x }\n' });
    const { stderr } = await pmed(['config'], { cwd });
    expect(stderr).toContain('pmed.config.yaml:1:1: ');
    expect(stderr).toContain('pmed.config.yaml:2:16: ');
  });

  test('that unfolds into gigabytes, in no time', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [one, other] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => [...pair]))
      bomb.push(`${other}: &${other} [${Array(9).fill(`*${one}`).join(', ')}]`);
    const { code, stderr } = await pmed(['config'], { cwd: room({ 'pmed.config.yaml': bomb.join('\n') }) });
    expect(code).toBe(2);
    expect(stderr).toContain('anchors (&name) are not read');
  });

  test('that is a folder, or cannot be opened', async () => {
    const cwd = room({ 'pmed.config.yaml/x.md': note });
    expect(await pmed(['config'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('pmed.config.yaml is no file'),
    });
    const dangling = room();
    symlinkSync('nowhere', join(dangling, 'pmed.config.yaml'));
    expect((await pmed(['config'], { cwd: dangling })).code).toBe(0);
    expect(await pmed(['config', '-c', 'gone.yaml'], { cwd: dangling })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot read 'gone.yaml': no such file."),
    });
  });

  // Whoever may do everything is refused nothing.
  test.skipIf(process.getuid?.() === 0)('that may not be opened', async () => {
    const shut = room({ 'pmed.config.yaml': says('X') });
    chmodSync(join(shut, 'pmed.config.yaml'), 0);
    expect(await pmed(['config'], { cwd: shut })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('permission denied'),
    });
  });

  test('that is a device without an end, or a link to itself', () => {
    const folder = room();
    expect(() => projectFile({ folder, env: {} }, '/dev/zero')).toThrow('/dev/zero is no file');
    symlinkSync('pmed.config.yaml', join(folder, 'pmed.config.yaml'));
    expect(() => projectFile({ folder, env: {} }, null)).toThrow('it is a link that leads back to itself');
  });

  test('where two could be meant', async () => {
    const cwd = room({ 'pmed.config.yaml': says('A'), 'package.json': '{"pmed": {}}' });
    const { code, stderr } = await pmed(['config'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('both pmed.config.yaml and package.json hold settings of pmed');
    expect(await publisherAt(cwd, ['-c', 'pmed.config.yaml'])).toMatchObject({ name: 'A' });
  });

  test('of a package.json that speaks of pmed and is broken', async () => {
    const cwd = room({ 'package.json': '{ "pmed": { }, }' });
    expect(await pmed(['config'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('package.json speaks of pmed but is not JSON'),
    });
    const inside = room({ 'package.json': '{\n  "pmed": { "inputz": [] }\n}\n' });
    expect((await pmed(['config'], { cwd: inside })).stderr).toContain('package.json:2:13: no key is called');
  });

  test('and does not stop what goes by no settings', async () => {
    const cwd = room({ 'pmed.config.yaml': 'nonsense: 1\n', 'x.md': note });
    expect((await pmed(['schema', 'config'], { cwd })).code).toBe(0);
    expect((await pmed(['analyse', '--help'], { cwd })).code).toBe(0);
    expect((await pmed(['analyse', 'x.md', '--no-config'], { cwd })).code).toBe(0);
  });
});

describe('precedence', () => {
  test('option, environment, project file, user file, what is built in', async () => {
    const cwd = room({ 'pmed.config.yaml': 'output: { width: 70 }\n', '.config/pmed/config.yaml': 'width: 60\n' });
    const width = async (args: readonly string[], env: Record<string, string> = {}) => {
      const { stdout } = await pmed(['config', 'output.width', '-f', 'json', ...args], { cwd, env });
      return JSON.parse(stdout).settings[0];
    };
    const env = { PMED_WIDTH: '80' };
    expect((await width(['--width', '90'], env)).values).toEqual(['90']);
    expect((await width([], env)).values).toEqual(['80']);
    expect((await width([])).values).toEqual(['70']);
    expect((await width(['-c', '/dev/null'])).values).toEqual(['60']);
    expect((await width(['--no-config'])).values).toEqual([]);
    expect(
      (await width(['--width', '90'], env)).given.map(({ at, holds }: { at: string; holds: boolean }) => [at, holds]),
    ).toEqual([
      ['~/.config/pmed/config.yaml:1:1', false],
      ['pmed.config.yaml:1:11', false],
      ['PMED_WIDTH', false],
      ['--width', true],
    ]);
  });

  test('screens are as wide as is said, files as the project says', async () => {
    const cwd = room({
      'x.md': `${note}\n${'We will mend every single road of the town before the winter comes. '.repeat(3)}`,
      '.config/pmed/config.yaml': 'width: 50\nascii: true\n',
    });
    const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
    const narrow = await pmed(['analyse', 'x.md', '-o', 'x.txt'], { cwd });
    expect(widest(narrow.stdout)).toBeLessThanOrEqual(50);
    expect(narrow.stdout).not.toContain('·');
    const page = await pmed(['analyse', 'x.md', '--no-config'], { cwd });
    expect(readFileSync(join(cwd, 'x.txt'), 'utf8')).toBe(page.stdout);
    // The environment of the call is nearer than the user's file.
    expect(widest((await pmed(['analyse', 'x.md'], { cwd, env: { COLUMNS: '70' } })).stdout)).toBeGreaterThan(50);
    writeFileSync(join(cwd, 'y.md'), 'We will plant 300 trees by 2031.\n');
    const endless = await pmed(['diff', 'x.md', 'y.md'], { cwd, env: { COLUMNS: '1e9' } });
    expect(endless).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') });
  });

  test('of colour: PMED_COLOR over NO_COLOR over the user file', async () => {
    const cwd = room({ 'x.md': note, '.config/pmed/config.yaml': 'color: always\n' });
    const isColoured = async (env: Record<string, string>) =>
      (await pmed(['analyse', 'x.md'], { cwd, env })).stdout.includes('\u001b[');
    expect(await isColoured({})).toBe(true);
    expect(await isColoured({ NO_COLOR: '1' })).toBe(false);
    expect(await isColoured({ NO_COLOR: '1', PMED_COLOR: 'always' })).toBe(true);
    expect(await isColoured({ PMED_COLOR: 'never' })).toBe(false);
  });

  test.each([
    ['PMED_WIDTH', 'wide', "PMED_WIDTH cannot be 'wide'."],
    ['PMED_COLOR', 'blue', "PMED_COLOR cannot be 'blue'."],
    ['PMED_CONFIG', 'gone.yaml', "cannot read 'gone.yaml': no such file."],
  ])('a bad value of %s is told by its name', async (name, value, message) => {
    const { code, stderr } = await pmed(['analyse', 'x.md'], { cwd: room({ 'x.md': note }), env: { [name]: value } });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('names of bodies from file and command line hold together', async () => {
    const cwd = room({ 'pmed.config.yaml': 'commitments: { actors: { HB: Harbour Board, we: The Town } }\n' });
    const { stdout } = await pmed(['config', 'commitments.actors', '-f', 'json', '--actor', 'we=The Port'], { cwd });
    expect(JSON.parse(stdout).settings[0].values).toEqual(['HB=Harbour Board', 'we=The Town', 'we=The Port']);
  });
});

describe("the user's file", () => {
  test.each([
    ['document: { publisher: X }\n', "'document' may not be set here: what is found must not depend on who runs pmed."],
    ['pager: less\n', "'pager' is no key: pmed starts no other program."],
    ['colour: never\n', "no key is called 'colour' here. Did you mean 'color'?"],
    ['width: 12\n', "~/.config/pmed/config.yaml:1:8: output.width cannot be '12'."],
  ])('says how results look and nothing else: %j', async (content, message) => {
    const { code, stderr } = await pmed(['config'], { cwd: room({ '.config/pmed/config.yaml': content }) });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('stands where XDG_CONFIG_HOME says', async () => {
    const cwd = room({ 'xdg/pmed/config.yaml': 'width: 44\n' });
    const { stdout } = await pmed(['config'], { cwd, env: { XDG_CONFIG_HOME: join(cwd, 'xdg') } });
    expect(stdout).toContain('44');
  });
});

describe('settings take effect', () => {
  const analysed = async (cwd: string, args: readonly string[], options: RunOptions = {}) => {
    const { stdout } = await pmed(['analyse', '-f', 'json', ...args], { cwd, ...options });
    return parseReport(stdout);
  };

  test('inputs and exclude, from a folder below too', async () => {
    const root = room({
      'pmed.config.yaml': 'inputs: ["reports/**/*.md"]\nexclude: [drafts, "reports/old/**"]\n',
      'reports/a.md': note,
      'reports/2024/b.md': `${note}One.\n`,
      'reports/2024/drafts/c.md': `${note}Two.\n`,
      'reports/old/d.md': `${note}Three.\n`,
    });
    const names = ({ documents }: { readonly documents: readonly { readonly name: string }[] }) =>
      documents.map(({ name }) => name);
    expect(names(await analysed(root, [], { hasNoInput: true }))).toEqual(['b.md', 'a.md']);
    const below = { hasNoInput: true, env: { HOME: root } };
    expect(names(await analysed(join(root, 'reports/2024'), [], below))).toEqual(['b.md', 'a.md']);
    expect(names(await analysed(root, ['reports']))).toEqual(['b.md', 'a.md']);
    // What is named itself is read; what is piped in as well.
    expect(names(await analysed(root, ['reports/old/d.md']))).toEqual(['d.md']);
    expect(names(await analysed(root, [], { input: note }))).toEqual(['stdin']);
    const { code, stderr } = await pmed(['analyse', 'reports/old'], { cwd: root });
    expect(code).toBe(3);
    expect(stderr).toContain("the only document in 'reports/old' is left out by exclude.");
  });

  test('dates of single documents, in every command that reads them', async () => {
    const cwd = room({
      'pmed.config.yaml': 'document:\n  date: 2001\n  dates: { "*.md": 2002, "b*.md": 2003-04-05 }\n',
      'a.md': note,
      'b1.md': `${note}One.\n`,
      'c.txt': `${note}Two.\n`,
    });
    const dates = async (args: readonly string[]) =>
      (await analysed(cwd, ['.', ...args])).documents.map(({ date }) => [date?.value, date?.source]);
    expect(await dates([])).toEqual([
      ['2002', 'config'],
      ['2003-04-05', 'config'],
      ['2001', 'config'],
    ]);
    expect(await dates(['--doc-date', '1999'])).toEqual([
      ['1999', 'flag'],
      ['1999', 'flag'],
      ['1999', 'flag'],
    ]);
    const read = JSON.parse((await pmed(['inspect', 'b1.md', '-f', 'json'], { cwd })).stdout);
    expect(read.documents[0].date).toMatchObject({ value: '2003-04-05', source: 'config' });
    expect((await pmed(['explain', 'b1.md', 'T2'], { cwd })).stdout).toContain('2003');
    const words = JSON.parse((await pmed(['kwic', 'piers', 'b1.md', '-f', 'json'], { cwd })).stdout);
    expect(words.documents[0].date).toMatchObject({ value: '2003-04-05', source: 'config' });
    expect(words.tool.options.config['document.dates']).toEqual(['*.md=2002', 'b*.md=2003-04-05']);
    const sides = JSON.parse((await pmed(['diff', 'a.md', 'b1.md', '-f', 'json'], { cwd })).stdout);
    expect(sides.documents.map((one: { date: { value: string } }) => one.date.value)).toEqual(['2002', '2003-04-05']);
  });

  test('the date of a line of JSON is its own', async () => {
    const cwd = room({
      'pmed.config.yaml': 'document: { date: 2001 }\n',
      'x.jsonl': '{"id":"a","text":"We will act.","date":"2020"}\n{"id":"b","text":"We will act."}\n',
    });
    const { documents } = await analysed(cwd, ['--from', 'jsonl', 'x.jsonl']);
    expect(documents.map(({ date }) => [date?.value, date?.source])).toEqual([
      ['2020', 'flag'],
      ['2001', 'config'],
    ]);
  });

  test('who speaks, the financial year, events and the strength that is shown', async () => {
    const cwd = room({
      'pmed.config.yaml':
        'document: { publisher: Harbour Board, fiscal-year: "07-01", events: { "Royal Assent": 2025-03-01 } }\ncommitments: { min-strength: firm, actors: { HB: Harbour Board } }\n',
      'a.md': `${note}\nHB hopes to plant trees. HB will publish a plan within a year of Royal Assent.\n`,
    });
    const { tool, documents, commitments } = await analysed(cwd, ['a.md']);
    expect(tool.options).toMatchObject({
      fiscalYear: '07-01',
      actors: { HB: 'Harbour Board' },
      anchors: { 'Royal Assent': '2025-03-01' },
    });
    expect(documents[0]?.publisher).toBe('Harbour Board');
    // What decided the findings stands in the result, and what did not does not.
    expect(tool.options.config).toEqual({
      'document.publisher': ['Harbour Board'],
      'document.fiscal-year': ['07-01'],
      'document.events': ['Royal Assent=2025-03-01'],
      'commitments.actors': ['HB=Harbour Board'],
    });
    const typed = await analysed(cwd, ['a.md', '--fiscal-year', '04-01']);
    expect(typed.tool.options.config).not.toHaveProperty('document.fiscal-year');
    const shown = parseReport((await pmed(['commitments', 'a.md', '-f', 'json'], { cwd })).stdout);
    expect(commitments.length).toBeGreaterThan(shown.commitments.length);
    const all = parseReport(
      (await pmed(['commitments', 'a.md', '-f', 'json', '--min-strength', 'wished'], { cwd })).stdout,
    );
    expect(all.commitments).toHaveLength(commitments.length);
  });

  test('levels, likeness and gate of a diff', async () => {
    const cwd = room({
      'old.md': note,
      'new.md': `${note}\nWe will also paint both of the lighthouses white.\n`,
      'pmed.config.yaml': 'diff: { levels: { added: error }, fail-on: [error] }\n',
    });
    const { code, stdout } = await pmed(['diff', 'old.md', 'new.md', '-f', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).changes[0]).toMatchObject({ kinds: ['added'], level: 'error' });
    expect((await pmed(['diff', 'old.md', 'new.md', '--fail-on', 'none'], { cwd })).code).toBe(0);
    expect((await pmed(['diff', 'old.md', 'new.md', '--no-config', '--fail-on', 'error'], { cwd })).code).toBe(0);
  });

  test('packs of rules, what is switched off, and schemes of themes', async () => {
    const piers =
      'pack: themes\nscheme: harbour\nthemes:\n  - id: harbour-piers\n    label: Piers\n    facet: lens\n    description: Piers.\n' +
      '    terms: { strong: [pier] }\n    finds: ["We mend a pier."]\n    ignores: ["We mend a road."]\n';
    const root = room({ 'rules/piers.yaml': piers, 'in/a.md': note.replace('piers', 'pier') });
    const [cwd, env] = [join(root, 'in'), { HOME: root }];
    const schemesWith = async (settings: string, args: readonly string[] = []) => {
      writeFileSync(join(root, 'pmed.config.yaml'), settings);
      const { tool, themes } = await analysed(cwd, ['a.md', ...args], { env });
      return {
        schemes: themes.map(({ scheme }) => scheme),
        packs: tool.packs.map(({ id }) => id),
        config: tool.options.config,
      };
    };
    expect(await schemesWith('rules: { packs: [policy-en, ./rules/piers.yaml] }\n')).toMatchObject({
      schemes: expect.arrayContaining(['harbour']),
      packs: ['policy-en', 'piers'],
      config: {},
    });
    expect(await schemesWith('themes: { schemes: [policy, rules/piers.yaml] }\n')).toMatchObject({
      schemes: expect.arrayContaining(['harbour']),
      config: { 'themes.schemes': ['policy'] },
    });
    expect(await schemesWith('rules: { disable: [commitment/will-action] }\n')).toMatchObject({
      config: { 'rules.disable': ['commitment/will-action'] },
    });
    const refused = async (settings: string) => {
      writeFileSync(join(root, 'pmed.config.yaml'), settings);
      const { code, stderr } = await pmed(['analyse', 'a.md'], { cwd, env });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('rules: { disable: [commitment/will-acton] }\n')).toContain(
      "../pmed.config.yaml:1:10: no rule or theme is called 'commitment/will-acton'. Did you mean 'commitment/will-action'?",
    );
    expect(await refused('rules: { packs: [./rules/peirs.yaml] }\n')).toContain(
      "../pmed.config.yaml:1:10: cannot read the rules '../rules/peirs.yaml': no such file. Did you mean '../rules/piers.yaml'?",
    );
    expect(await refused('themes: { schemes: [policy, harbor] }\n')).toContain(
      "../pmed.config.yaml:1:11: no theme scheme is called 'harbor'.",
    );
  });

  test('how places are cited and pages numbered', async () => {
    const cwd = room({
      'pmed.config.yaml': 'document: { cite: "{title}, {date}, p. {page}", page-offset: 11 }\n',
      'a.md': note,
    });
    expect((await analysed(cwd, ['a.md'])).commitments[0]?.evidence.cite).toBe('Harbour plan, 2024-03-14, l. 5');
    const pdf = fileURLToPath(new URL('../fixtures/odd/half-scanned.pdf', import.meta.url));
    const { commitments } = await analysed(cwd, [pdf]);
    expect(commitments.map(({ evidence }) => Number(evidence.pageLabel) - (evidence.page ?? 0))).toEqual(
      commitments.map(() => 10),
    );
    const bad = room({ 'pmed.config.yaml': 'document: { cite: "{author}" }\n' });
    expect((await pmed(['config'], { cwd: bad })).stderr).toContain(
      "pmed.config.yaml:1:19: document.cite cannot be '{author}'. Known are {publisher}",
    );
  });

  test('of the language: what is not English is not read, or is taken for English', async () => {
    const french = `# Plan\n\n${'Nous allons ouvrir les quais du port avant la fin de cette année, et nous voulons que les bateaux y arrivent plus souvent. '.repeat(8)}\n`;
    const cwd = room({
      'a.md': french,
      'need.yaml': 'input: { require-language: true }\n',
      'take.yaml': 'document: { language: en }\n',
    });
    expect(await pmed(['analyse', 'a.md', '-q'], { cwd })).toMatchObject({ code: 0 });
    const needed = await pmed(['analyse', 'a.md', '-c', 'need.yaml'], { cwd });
    expect(needed.code).toBe(3);
    expect(needed.stderr).toContain('[PMED-L211]');
    const taken = await pmed(['analyse', 'a.md', '-c', 'take.yaml', '-f', 'json'], { cwd });
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    expect(parseReport(taken.stdout).documents[0]?.language).toBe('en');
  });

  test('vague times are dropped, files are limited', async () => {
    const cwd = room({
      'pmed.config.yaml': 'timeline: { vague: drop }\n',
      'a.md': `${note}\nWe will report in due course.\n`,
    });
    const times = async (args: readonly string[]) =>
      parseReport((await pmed(['timeline', 'a.md', '-f', 'json', ...args], { cwd })).stdout).timeline.map(
        ({ role }) => role,
      );
    expect(await times(['--no-config'])).toContain('vague');
    expect(await times([])).not.toContain('vague');
    const big = room({ 'pmed.config.yaml': 'input: { max-size-mb: 1 }\n', 'a.md': note.repeat(20_000) });
    expect(await pmed(['analyse', 'a.md'], { cwd: big })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('2 MB is too big; pmed reads files of up to 1 MB.'),
    });
  });

  test('files of analyse, beside the project file, and of no other command', async () => {
    const root = room({ 'pmed.config.yaml': 'output: { files: [out/all.json] }\n', 'in/a.md': note, 'out/.keep': '' });
    const env = { HOME: root };
    const analyse = await pmed(['analyse', 'a.md'], { cwd: join(root, 'in'), env });
    expect(analyse.stderr).toContain('wrote ../out/all.json');
    expect((await pmed(['timeline', 'a.md'], { cwd: join(root, 'in'), env })).stderr).not.toContain('wrote');
    const other = room({ 'pmed.config.yaml': 'output:\n  files: [all.tiff]\n', 'a.md': note });
    expect(await pmed(['analyse', 'a.md'], { cwd: other })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("pmed.config.yaml:2:3: output.files cannot be 'all.tiff'."),
    });
  });
});

describe('pmed config', () => {
  test('shows what differs from what is built in, and where it was said', async () => {
    const cwd = room({
      'pmed.config.yaml': 'document:\n  publisher: Harbour Board\ncommitments: { include-reported: false }\n',
    });
    const { stdout } = await pmed(['config', '--doc-date', '2016-09'], { cwd });
    expect(stdout).toContain('Project file: pmed.config.yaml');
    expect(stdout).toMatch(/document\.date +2016-09 +--doc-date\n/);
    expect(stdout).toMatch(/document\.publisher +Harbour Board +pmed\.config\.yaml:2:3\n/);
    expect(stdout).toMatch(/commitments\.include-reported +false +pmed\.config\.yaml:3:16\n/);
    expect(stdout).not.toContain('diff.match');
    expect((await pmed(['config', '--all'], { cwd })).stdout).toMatch(/diff\.match +0\.6 +built-in\n/);
    const all = (await pmed(['config', '--all', '--width', '60'], { cwd })).stdout;
    expect(all).toContain('diff.match\n  0.6\n    built-in\n');
    for (const line of all.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect((await pmed(['config', 'diff.mach'], { cwd })).stderr).toContain("Did you mean 'diff.match'?");
  });

  test('checks the rules that are named too', async () => {
    const cwd = room({ 'pmed.config.yaml': 'rules:\n  disable: [defence]\n' });
    const { code, stdout, stderr } = await pmed(['config'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toMatch(/rules\.disable +defence +pmed\.config\.yaml:2:3\n/);
    expect(stderr).toContain(
      "pmed.config.yaml:2:3: no rule or theme is called 'defence'. Did you mean 'themes/defence'?",
    );
  });

  test('of no file says so', async () => {
    const { stdout } = await pmed(['config'], { cwd: room() });
    expect(stdout).toContain('No file of settings was found.');
  });
});

describe('docs/config.md', () => {
  const page = readFileSync(new URL('../docs/config.md', import.meta.url), 'utf8');
  const blocks = (kind: string): string[] =>
    [...page.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].filter(([, its]) => its === kind).map(([, , text = '']) => text);

  test('has examples that are right', async () => {
    const [example = ''] = blocks('yaml');
    const cwd = room({ 'pmed.config.yaml': example, '.config/pmed/config.yaml': blocks('yaml user')[0] ?? '' });
    const { code, stdout } = await pmed(['config', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    const said = JSON.parse(stdout).settings.filter(({ given }: { given: unknown[] }) => given.length > 0);
    expect(said.map(({ key }: { key: string }) => key)).toEqual(
      [
        'inputs',
        'exclude',
        'document.dates',
        'document.fiscal-year',
        'document.publisher',
        'commitments.actors',
      ].concat(['diff.fail-on', 'diff.levels', 'output.width', 'color']),
    );
  });

  test('shows what is said of a mistake', async () => {
    const cwd = room({ 'pmed.config.yaml': blocks('yaml wrong')[0] ?? '' });
    expect((await pmed(['config'], { cwd })).stderr).toBe(blocks('text said')[0]);
  });

  test('names every setting with its option', async () => {
    const { stdout } = await pmed(['config', '-f', 'json'], { cwd: room() });
    const listed = [...page.matchAll(/^\| `([a-z.-]+)` \|.*\| (?:`(--[a-z-]+)` )?\|$/gm)].map(([, key, option]) => [
      key,
      option ?? null,
    ]);
    const settings: { key: string; option: string | null }[] = JSON.parse(stdout).settings;
    expect(listed).toEqual(
      settings
        .filter(({ key }) => key.includes('.') || !/color|ascii|hyperlinks|progress/.test(key))
        .map(({ key, option }) => [key, option]),
    );
  });
});

test.each([
  ['drafts', 'a/drafts/b.md', true],
  ['drafts', 'a/drafts.md', false],
  ['*.bak.md', 'a/b.bak.md', true],
  ['a/*', 'a/b/c.md', true],
  ['a/*.md', 'a/b/c.md', false],
  ['a/', 'a/b.md', true],
  ['./a/**/c.md', 'a/c.md', true],
  ['./a/**/c.md', 'a/b/b/c.md', true],
  ['**/drafts/**', 'drafts/x.md', true],
  ['**/drafts/**', 'x/drafts/y/z.md', true],
  ['**/drafts/**', 'x/draft/y.md', false],
  ['**', 'x.md', true],
  ['a/b', 'x/a/b', false],
  ['../a/**', '../a/x.md', true],
  ['**/**/**/**/**/**/**/**/**/**/x', `${'a/'.repeat(2000)}y`, false],
])('the pattern %j and the path %j', (pattern, path, fits) => {
  expect(isOfPattern(path, pattern)).toBe(fits);
});
