/** The command as its users meet it: streams, exit codes, messages and files, on the built `dist`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '../src/model/schema.ts';
import { folder, interrupted, pmed } from './run.ts';

const note = `# Harbour plan

Published 14 March 2024

We will open two ferry piers by 2026. We aim to halve waiting times within three years.

Over the next two years the Board will:

- publish a timetable for every pier
- train 40 pilots
`;

const shelves: { path: string; remove: () => void }[] = [];
function room(files: Readonly<Record<string, string | Uint8Array>> = { 'harbour.md': note }): string {
  const made = folder(files);
  shelves.push(made);
  return made.path;
}
afterAll(() => {
  for (const shelf of shelves) shelf.remove();
});

const colourCode = '\u001b';

describe('pmed', () => {
  test('says its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await pmed(['--version'])).toEqual({ code: 0, signal: null, stdout: `pmed ${version}\n`, stderr: '' });
    const long = JSON.parse((await pmed(['--version', '--json'])).stdout);
    expect(long).toMatchObject({ name: 'pmed', version, packs: [{ id: 'policy-en' }] });
  });

  test.each([
    [['--help']],
    [['help']],
    [['help', 'analyse']],
    [['analyse', '--help']],
    [['text', '-h']],
    [['inspect', '--help']],
    [['timeline', '--help']],
    [['themes', '--help']],
    [['schema', '--help']],
  ])('helps with %j: examples first, at most 60 lines of 80 columns', async (args) => {
    const { code, stdout, stderr } = await pmed(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    const example = lines.findIndex((line) => line.startsWith('  pmed '));
    expect(example).toBeGreaterThan(0);
    expect(example).toBeLessThan(lines.findIndex((line) => line.startsWith('Usage:')));
  });

  test('alone shows how to begin, on stderr', async () => {
    const { code, stdout, stderr } = await pmed([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('pmed analyse report.pdf');
  });

  test.each([
    [['anlyse', 'x.md'], "pmed has no command called 'anlyse'. Did you mean: pmed analyse x.md"],
    [['report.pdf'], "pmed has no command called 'report.pdf'. Did you mean: pmed analyse report.pdf"],
    [['analyse', '--formt', 'json'], 'pmed analyse has no option --formt. Did you mean --format?'],
    [['--widht=90', 'text', 'x.md'], 'has no option --widht=90. Did you mean --width=90?'],
    [['analyse', '--doc-date'], '--doc-date needs a value: --doc-date <date>'],
    [['timeline', '--from'], '--from needs a value: --from <date>'],
    [['analyse', 'x.md', '--doc-date', '2023-02-29'], "--doc-date cannot be '2023-02-29'."],
    [['analyse', 'x.md', '--width', 'wide'], "--width cannot be 'wide'."],
    [['analyse', 'x.md', '-f', 'pdf'], "--format cannot be 'pdf'."],
    [['analyse', 'x.md', '--themes', 'policy,nope'], "no theme scheme is called 'nope'."],
    [['analyse', 'x.md', '-o', 'x.tiff'], "--output cannot be 'x.tiff'."],
    [['inspect', 'x.md', '--pages', 'one'], "--pages cannot be 'one'."],
    [['analyse', 'x.md', '--pages', '5-3'], "--pages cannot be '5-3'."],
    [['diff', 'x.md', 'y.md', '--pages', '3'], 'pmed diff does not take --pages'],
    [['schema', 'reprot'], "pmed has no schema called 'reprot'. Did you mean 'report'?"],
    [['schema', 'report', 'text'], '2 were given'],
    [['schema', 'report', '--marks'], 'pmed schema does not take --marks'],
    [['analyse', 'https://example.org/a.pdf'], 'pmed does not use the network. Save the file first:'],
    [['analyse', 'x.md', '--fail-on', 'error'], 'pmed diff'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await pmed(args, { cwd: room({}) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/\[PMED-U0\d\d\]\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('pmed analyse', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = room();
  });

  test('prints one report as JSON and nothing else on stdout', async () => {
    const { code, stdout } = await pmed(['analyse', 'harbour.md', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(stdout.endsWith('}\n')).toBe(true);
    const report = parseReport(stdout);
    expect(report.documents[0]?.name).toBe('harbour.md');
    expect(report.commitments.length).toBeGreaterThan(1);
    expect(report.commitments.map((each) => each.ref)).toEqual(report.commitments.map((_, index) => `C${index + 1}`));
  });

  test('prints the same bytes wherever it runs', async () => {
    const envs = [
      {},
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C', COLUMNS: '50', FORCE_COLOR: '1', CI: '1' },
      { NO_COLOR: '1', TERM: 'dumb' },
    ];
    const runs = await Promise.all(envs.map((env) => pmed(['analyse', 'harbour.md', '-f', 'json'], { cwd, env })));
    expect(new Set(runs.map((run) => run.stdout)).size).toBe(1);
    const elsewhere = await pmed(['analyse', join(cwd, 'harbour.md'), '-f', 'json'], { cwd: room({}) });
    expect(elsewhere.stdout).toBe(runs[0]?.stdout);
  });

  test('leaves a .env of the working directory unread', async () => {
    const own = room({ 'harbour.md': note, '.env': 'FORCE_COLOR=1\nCOLUMNS=41\nPMED_WIDTH=41\n' });
    const { code, stdout } = await pmed(['analyse', 'harbour.md'], { cwd: own });
    expect(code).toBe(0);
    expect(stdout).toBe((await pmed(['analyse', 'harbour.md'], { cwd })).stdout);
    expect(stdout).not.toMatch(/dotenv|inject/i);
    expect(() => JSON.parse(stdout)).toThrow();
  });

  test('takes flags before the command, after it and after the inputs', async () => {
    const [before, between, after, alias] = await Promise.all([
      pmed(['-f', 'json', '--publisher=Harbour Board', 'analyse', 'harbour.md'], { cwd }),
      pmed(['analyse', '-f', 'json', '--publisher', 'Harbour Board', 'harbour.md'], { cwd }),
      pmed(['analyse', 'harbour.md', '-f', 'json', '--publisher=Harbour Board'], { cwd }),
      pmed(['analyze', '-fjson', '--publisher', 'Harbour Board', '--', 'harbour.md'], { cwd }),
    ]);
    expect(parseReport(before.stdout).documents[0]?.publisher).toBe('Harbour Board');
    for (const run of [between, after, alias]) expect(run.stdout).toBe(before.stdout);
  });

  test('streams records with their type first', async () => {
    const { code, stdout } = await pmed(['analyse', 'harbour.md', '-f', 'ndjson'], { cwd });
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^\{"type":"/);
    const types = lines.map((line) => JSON.parse(line).type);
    expect(types[0]).toBe('header');
    expect(types[1]).toBe('document');
    expect(types.at(-1)).toBe('summary');
    expect(types).toContain('commitment');
    expect(types).toContain('time');
  });

  test('reads what is piped in', async () => {
    const { code, stdout } = await pmed(['analyse', '-f', 'json', '--stdin-name', 'plan.md'], { cwd, input: note });
    expect(code).toBe(0);
    const report = parseReport(stdout);
    expect(report.documents[0]?.name).toBe('plan.md');
    const named = parseReport((await pmed(['analyse', 'harbour.md', '-f', 'json'], { cwd })).stdout);
    expect(report.commitments.map((each) => each.id)).toEqual(named.commitments.map((each) => each.id));
  });

  test.each([40, 50, 60, 80, 120])('keeps to %i columns', async (width) => {
    for (const more of [[], ['--all'], ['--ascii']]) {
      const { stdout } = await pmed(['analyse', 'harbour.md', '--width', String(width), ...more], { cwd });
      for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(width);
      expect(stdout).toContain('COMMITMENTS');
    }
  });

  test('draws with ASCII only when asked to', async () => {
    const { stdout } = await pmed(['analyse', 'harbour.md', '--ascii', '--all'], { cwd });
    expect(stdout).toMatch(/^[\n\u0020-\u007e]*$/);
  });

  test('colours only where it is wanted', async () => {
    const run = (env: Record<string, string>, ...flags: string[]) =>
      pmed(['analyse', 'harbour.md', ...flags], { cwd, env }).then(({ stdout }) => stdout.includes(colourCode));
    expect(await run({})).toBe(false);
    expect(await run({ FORCE_COLOR: '1' })).toBe(true);
    expect(await run({ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' })).toBe(false);
    expect(await run({ CLICOLOR_FORCE: '1' })).toBe(true);
    expect(await run({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(await run({ NO_COLOR: '1' }, '--color')).toBe(true);
    expect(await run({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
    expect(await run({ FORCE_COLOR: '1' }, '--color=never')).toBe(false);
    expect(await run({}, '--color', 'always')).toBe(true);
    expect(await run({ FORCE_COLOR: '1' }, '-f', 'json')).toBe(false);
    const [plain, coloured] = await Promise.all(
      ['never', 'always'].map((when) => pmed(['analyse', 'harbour.md', '--all', '--color', when], { cwd })),
    );
    expect(coloured?.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain?.stdout);
  });

  test('makes control and direction characters of a document harmless', async () => {
    const own = room({
      'odd.txt': 'We will publish \u001b[31mred\u001b]8;;x\u0007 and \u202eright\u202c to left plans by 2030.\n',
    });
    for (const args of [
      ['analyse', 'odd.txt', '--all'],
      ['text', 'odd.txt'],
    ]) {
      const { stdout } = await pmed(args, { cwd: own });
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test('ends quietly when its reader goes away', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ id: `t${index}`, text: 'We will publish a plan.' }),
    );
    const { code, stderr } = await pmed(['analyse', '--from', 'jsonl', '-', '-f', 'ndjson', '-q'], {
      cwd,
      input: lines.join('\n'),
      closesEarly: true,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('an input that cannot be read', () => {
  test('is told with a guess, exits 3, and the others go on', async () => {
    const cwd = room();
    const { code, stdout, stderr } = await pmed(['analyse', 'harbuor.md', 'harbour.md', '-f', 'json'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("cannot read 'harbuor.md': no such file. Did you mean 'harbour.md'? [PMED-I101]");
    const report = parseReport(stdout);
    expect(report.documents.map((each) => each.name)).toEqual(['harbour.md']);
    expect(report.diagnostics[0]).toMatchObject({ code: 'PMED-I101', level: 'error' });
  });

  test('leaves its name in the report', async () => {
    const cwd = room({ 'bad.pdf': '%PDF-1.7\nthis is no PDF\n' });
    const { code, stdout, stderr } = await pmed(['analyse', 'bad.pdf', '-f', 'json'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('bad.pdf');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(parseReport(stdout).documents[0]).toMatchObject({ name: 'bad.pdf', status: 'failed' });
  });

  test('may be a folder without documents, or a pattern without files', async () => {
    const cwd = room({ 'data.csv': 'a,b\n' });
    for (const operand of ['.', '*.md']) {
      const { code, stderr } = await pmed(['analyse', operand], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain('[PMED-I101]');
    }
  });

  test('is told as JSON when asked to', async () => {
    const { code, stderr } = await pmed(['analyse', 'gone.md', '--error-format', 'json'], { cwd: room({}) });
    expect(code).toBe(3);
    const keys = ['code', 'level', 'message', 'path', 'page', 'hint'];
    expect(Object.keys(JSON.parse(stderr))).toEqual(keys);
    const wrong = await pmed(['analyse', '--bad-flag', '--error-format', 'json']);
    expect(JSON.parse(wrong.stderr)).toMatchObject({ code: 'PMED-U002', level: 'error' });
  });

  test('is not told with -qq, but still counts', async () => {
    const run = await pmed(['analyse', 'gone.md', '-qq'], { cwd: room({}) });
    expect(run).toMatchObject({ code: 3, stdout: '', stderr: '' });
  });
});

describe('many inputs', () => {
  test('come from folders, patterns and lists, each file once', async () => {
    const cwd = room({
      'a.md': note,
      'b.txt': 'We will plant trees.\n',
      'c.csv': 'x\n',
      'list.txt': 'a.md\n# no\n\nb.txt\n',
    });
    mkdirSync(join(cwd, 'sub/.hidden'), { recursive: true });
    writeFileSync(join(cwd, 'sub/d.md'), 'We will mend roads.\n');
    writeFileSync(join(cwd, 'sub/.hidden/e.md'), 'We will hide.\n');
    const names = async (...operands: string[]) => {
      const { stdout } = await pmed(['analyse', '-f', 'json', ...operands], { cwd });
      return parseReport(stdout).documents.map((each) => each.name);
    };
    expect(await names('.')).toEqual(['a.md', 'b.txt', 'list.txt', 'd.md']);
    expect(await names('**/*.md')).toEqual(['a.md', 'd.md']);
    expect(await names('?.md', 'sub/*.md', 'a.md')).toEqual(['a.md', 'd.md']);
    expect(await names('@list.txt', './b.txt')).toEqual(['a.md', 'b.txt']);
  });

  test('with the same bytes are analysed once, and it is said', async () => {
    const cwd = room({ 'a.md': note, 'b.md': note });
    const { code, stdout } = await pmed(['analyse', 'a.md', 'b.md', '-f', 'json'], { cwd });
    const report = parseReport(stdout);
    expect(code).toBe(0);
    expect(report.documents.map((each) => each.name)).toEqual(['a.md']);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'PMED-I110', message: expect.stringContaining('b.md') }),
    );
  });

  test('number their findings through, and each has its own screen', async () => {
    const cwd = room({ 'a.md': note, 'b.md': 'We will plant 40 trees by 2030.\n' });
    const { stdout } = await pmed(['analyse', 'a.md', 'b.md', '-f', 'json'], { cwd });
    const { commitments } = parseReport(stdout);
    expect(commitments.at(-1)?.ref).toBe(`C${commitments.length}`);
    expect((await pmed(['analyse', 'a.md', 'b.md', '--each'], { cwd })).stdout.match(/^COMMITMENTS/gm)).toHaveLength(2);
  });
});

describe('pmed analyse --from jsonl', () => {
  const lines = [
    JSON.stringify({ id: 'one', text: 'We will plant trees by 2030.', date: '2024-03-14', publisher: 'Parks Board' }),
    '{"id": "two", "text": ',
    JSON.stringify({ id: 'three', text: 'We will plant trees by 2030.' }),
    '',
    JSON.stringify({ id: 'four', text: 7 }),
    JSON.stringify({ id: 'five', text: '- We will mend roads.\u2028- And paths.', type: 'text/markdown' }),
  ].join('\n');

  test('keeps what it can read, and tells the lines that it cannot', async () => {
    const cwd = room({ 'texts.jsonl': `${lines}\n` });
    const { code, stdout, stderr } = await pmed(['analyse', '--from', 'jsonl', 'texts.jsonl', '-f', 'json'], { cwd });
    expect(code).toBe(3);
    const report = parseReport(stdout);
    expect(report.documents.map((each) => each.name)).toEqual(['one', 'three', 'five']);
    expect(new Set(report.documents.map((each) => each.id)).size).toBe(3);
    expect(report.documents[0]).toMatchObject({
      publisher: 'Parks Board',
      date: { value: '2024-03-14', source: 'flag' },
    });
    expect(stderr).toContain('texts.jsonl:2: ');
    expect(stderr).toContain('texts.jsonl:5: ');
    expect(report.diagnostics.filter((each) => each.level === 'error')).toHaveLength(2);
  });

  test('gives the same records from stdin as NDJSON, in the order of the lines', async () => {
    const { code, stdout } = await pmed(['analyse', '--from', 'jsonl', '-', '-f', 'ndjson'], { input: lines });
    expect(code).toBe(3);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.filter((each) => each.type === 'document').map((each) => each.name)).toEqual([
      'one',
      'three',
      'five',
    ]);
    expect(records.filter((each) => each.type === 'diagnostic' && each.level === 'error')).toHaveLength(2);
  });
});

describe('-o', () => {
  test('writes whole files in the format of their names, and nothing beside them', async () => {
    const cwd = room();
    const args = ['analyse', 'harbour.md', '-o', 'out.json', '-o', 'out.txt', '-o', 'ndjson:out.log'];
    const { code, stdout, stderr } = await pmed([...args, '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(stdout);
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toContain('COMMITMENTS');
    expect(readFileSync(join(cwd, 'out.log'), 'utf8')).toMatch(/^\{"type":"header"/);
    expect(stderr).toContain('pmed: wrote out.json\n');
    expect(readdirSync(cwd).sort()).toEqual(['harbour.md', 'out.json', 'out.log', 'out.txt']);
  });

  test('with -q keeps stdout and stderr empty', async () => {
    const cwd = room();
    const run = await pmed(['analyse', 'harbour.md', '-o', 'out.json', '-q'], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(join(cwd, 'out.json'))).toBe(true);
  });

  test('overwrites what pmed wrote, and other files only with --force', async () => {
    const cwd = room({ 'harbour.md': note, 'mine.json': '{"my": "data"}\n' });
    const write = (...args: string[]) => pmed(['analyse', 'harbour.md', '-q', ...args], { cwd });
    expect(await write('-o', 'out.json')).toMatchObject({ code: 0 });
    expect(await write('-o', 'out.json')).toMatchObject({ code: 0 });
    const refused = await write('-o', 'mine.json');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("cannot write 'mine.json': it exists and pmed did not write it.");
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toBe('{"my": "data"}\n');
    expect(await write('-o', 'mine.json', '--force')).toMatchObject({ code: 0 });
    parseReport(readFileSync(join(cwd, 'mine.json'), 'utf8'));
  });

  test('never touches an input, a folder, or a place that is not there', async () => {
    const cwd = room();
    mkdirSync(join(cwd, 'sub.json'));
    symlinkSync('harbour.md', join(cwd, 'link.txt'));
    for (const target of ['text:harbour.md', 'link.txt', 'sub.json', 'none/out.json']) {
      const { code, stderr } = await pmed(['analyse', 'harbour.md', '-o', target, '--force'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('[PMED-U010]');
    }
    expect(readFileSync(join(cwd, 'harbour.md'), 'utf8')).toBe(note);
    expect(readdirSync(cwd).sort()).toEqual(['harbour.md', 'link.txt', 'sub.json']);
  });
});

test('Ctrl-C leaves no half file behind', async () => {
  const cwd = room();
  const { code, files } = await interrupted(
    ['analyse', '--from', 'jsonl', '-', '-f', 'ndjson', '-o', 'out.ndjson'],
    cwd,
  );
  expect(code).toBe(130);
  expect(files).toEqual(['harbour.md']);
});

describe('pmed text', () => {
  test('prints the text of a text as it is', async () => {
    const cwd = room();
    expect((await pmed(['text', 'harbour.md'], { cwd })).stdout).toBe(note);
    const marked = (await pmed(['text', 'harbour.md', '--marks'], { cwd })).stdout;
    expect(marked.split('\n')[0]).toBe(' 1  # Harbour plan');
  });

  test('prints pages and blocks whose places lead back to the text', async () => {
    const pdf = fileURLToPath(new URL('../fixtures/northshire-2024.pdf', import.meta.url));
    const { code, stdout } = await pmed(['text', pdf, '-f', 'json']);
    expect(code).toBe(0);
    const { kind, text, pages, document } = JSON.parse(stdout);
    expect(kind).toBe('text');
    expect(document.pages).toBe(pages.length);
    const squash = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '');
    for (const page of pages) {
      for (const block of page.blocks) {
        expect(squash(text.slice(block.start, block.end))).toContain(squash(block.text).slice(0, 40));
        expect(block.start).toBeGreaterThanOrEqual(page.start);
        expect(block.end).toBeLessThanOrEqual(page.end);
      }
    }
    const plain = (await pmed(['text', pdf])).stdout;
    expect(plain.trimEnd()).toBe(text.trimEnd());
  });

  test('reads one document', async () => {
    const cwd = room({ 'a.md': note, 'b.md': note });
    expect(await pmed(['text', 'a.md', 'b.md'], { cwd })).toMatchObject({ code: 2, stdout: '' });
    expect(await pmed(['text', 'gone.md'], { cwd })).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('pmed schema', () => {
  test.each(['report', 'text', 'diff'])('prints the schema of a %s', async (name) => {
    const { code, stdout } = await pmed(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $id: `urn:pmed:schema:${name}:1` });
  });
});

test('--version loads neither commander nor anything that reads, checks or draws', () => {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const code = readFileSync(join(dist, name), 'utf8');
    for (const match of code.matchAll(/^\s*(?:import|export)\b[^;'"]*["']\.\/([^"']+)["']/gm)) visit(match[1] ?? '');
  };
  visit('cli.js');
  const code = [...seen].map((name) => readFileSync(join(dist, name), 'utf8')).join('\n');
  expect(code.length).toBeLessThan(20_000);
  expect(code).not.toMatch(/pdfjs|valibot|yaml|node_modules\/(?:commander|chalk|cli-table3|natural)/);
});
