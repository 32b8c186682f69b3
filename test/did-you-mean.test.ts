/** What is mistyped is told with what was probably meant, wherever a word stands; what is far off, without. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folder, pmed } from './run.ts';

const shelf = folder({
  'report.md': '# Plan\n\nPublished 14 March 2024\n\nWe will open two piers by 2026.\n',
  'pmed.alt.yaml': 'version: 1\n',
  'accepted.json': '{}',
  'secret.txt': 'word\n',
  'mine.yaml': 'pack: themes\n',
  'levels.yaml': 'check: { levels: { weak-verbs: note } }\n',
  'kinds.yaml': 'diff: { levels: { weakend: note } }\n',
  'level.yaml': 'diff: { levels: { weakened: eror } }\n',
  'key.yaml': 'docment: { date: auto }\n',
  'value.yaml': 'document: { date-order: dym }\n',
  'scheme.yaml': 'themes: { schemes: [polcy] }\n',
  'strength.yaml': 'commitments: { min-strength: frim }\n',
});
afterAll(() => shelf.remove());
const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  pmed(words, { cwd: shelf.path, env, hasNoInput: true });

describe('what was probably meant', () => {
  test.each([
    // Commands, aliases, files for commands, topics and subcommands.
    ['analise report.md', 'pmed analyse report.md'],
    ['analyz report.md', 'pmed analyze report.md'],
    ['comitments report.md', 'pmed commitments report.md'],
    ['dif a b', 'pmed diff a b'],
    ['report.pdf', 'pmed analyse report.pdf'],
    ['comm report.md', 'pmed commitments report.md'],
    ['help timelin', 'pmed help timeline'],
    ['help exitcodes', 'pmed help exit-codes'],
    ['schema reprot', "'report'"],
    ['rules lst', 'pmed rules list'],
    ['rules validat mine.yaml', 'pmed rules validate mine.yaml'],
    ['baseline creat report.md', 'pmed baseline create report.md'],
    // Options.
    ['analyse report.md --formt json', '--format?'],
    ['analyse report.md --formt=json', '--format=json?'],
    ['analyse report.md -format json', '--format?'],
    ['analyse report.md -format=json', '--format=json?'],
    ['analyse report.md --doc-dat 2024', '--doc-date?'],
    ['analyse report.md --no-colr', '--no-color?'],
    ['analyse report.md --no-progres', '--no-progress?'],
    ['check report.md --no-baselin', '--no-baseline?'],
    ['analyse report.md --no-ascii', '--ascii is off unless it is given'],
    ['commitments report.md --min-strenght firm', '--min-strength?'],
    ['commitments report.md --group actor', '--group-by?'],
    ['diff report.md report.md --fail-no error', '--fail-on?'],
    // Their values.
    ['analyse report.md -f jsno', "'json'"],
    ['analyse report.md -o out.jsn', "'json'"],
    ['commitments report.md --min-strength frim', "'firm'"],
    ['commitments report.md --group-by actr', "'actor'"],
    ['commitments report.md --sort strenght', "'strength'"],
    ['commitments report.md --sort -pge', "'page'"],
    ['commitments report.md --where strenth=firm', "'strength'"],
    ['commitments report.md --where strength=frim', "'firm'"],
    ['timeline report.md --view gannt', "'gantt'"],
    ['timeline report.md --as-of tody', "'today'"],
    ['themes report.md --by secton', "'section'"],
    ['themes report.md --facet lense', "'lens'"],
    ['themes report.md --themes polcy', "'policy'"],
    ['kwic open report.md --sort rihgt', "'right'"],
    ['diff report.md report.md --level eror', "'error'"],
    ['diff report.md report.md --only removd', "'removed'"],
    ['diff report.md report.md --fail-on weakend', "'weakened'"],
    ['diff report.md report.md --fail-on eror', "'error'"],
    ['diff report.md report.md --view sdie', "'side'"],
    ['check report.md --only weak-verbs', "'weak-verb'"],
    ['check report.md --fail-on no-ownr', "'no-owner'"],
    ['analyse report.md --date-order mdyy', "'mdy'"],
    ['analyse - --type pfd', "'pdf'"],
    ['analyse report.md --color=alway', "'always'"],
    ['analyse report.md --error-format jso', "'json'"],
    ['rules new own.yaml --kind comitment', "'commitment'"],
    // Names of rules, packs, themes, settings and findings.
    ['rules show commitment/wil-action', "'commitment/will-action'"],
    ['rules show themes/ethcs', "'themes/ethics'"],
    ['rules list comitment', "'commitment'"],
    ['explain report.md ethcs', 'ethics?'],
    ['explain report.md C99', 'It has C1,'],
    ['config docment.date', "'document.date'"],
    // Files.
    ['analyse reprot.md', "'report.md'"],
    ['diff report.md reprot.md', "'report.md'"],
    ['analyse report.md -c pmed.alt.yml', "'pmed.alt.yaml'"],
    ['analyse report.md -r mien.yaml', "'mine.yaml'"],
    ['check report.md --baseline acepted.json', "'accepted.json'"],
    ['analyse report.md --password-file secert.txt', "'secret.txt'"],
    // What files of settings say.
    ['check report.md -c levels.yaml', "'weak-verb'"],
    ['diff report.md report.md -c kinds.yaml', "'weakened'"],
    ['diff report.md report.md -c level.yaml', "'error'"],
    ['analyse report.md -c key.yaml', "'document'"],
    ['analyse report.md -c value.yaml', "'dmy'"],
    ['themes report.md -c scheme.yaml', "'policy'"],
    ['commitments report.md -c strength.yaml', "'firm'"],
  ])('pmed %s', async (line, meant) => {
    const { code, stdout, stderr } = await run(line.split(' '));
    expect(stderr.replace(/\n +/g, ' ')).toContain(meant);
    expect([2, 3]).toContain(code);
    expect(stdout).toBe('');
  });

  test.each([
    ['PMED_COLOR', 'alwys', "'always'"],
    ['PMED_CONFIG', 'pmed.alt.yml', "'pmed.alt.yaml'"],
  ])('%s=%s', async (name, value, meant) => {
    const { code, stderr } = await run(['analyse', 'report.md'], { [name]: value });
    expect(code).toBe(2);
    expect(stderr).toContain(meant);
  });

  test('the folder of a file to write', async () => {
    const { code, stderr } = await pmed(['analyse', 'report.md', '-o', './reprots/out.json'], {
      cwd: room('reports'),
      hasNoInput: true,
    });
    expect(code).toBe(2);
    expect(stderr).toContain("'./reports'");
  });
});

describe('nothing is guessed for', () => {
  test.each([
    'frobnicate report.md',
    'xy',
    'help zebra',
    'schema zebra',
    'rules frobnicate',
    'baseline frobnicate',
    'analyse report.md --zebra-crossing',
    'analyse report.md --no-zebra',
    'analyse report.md -f zebra',
    'analyse report.md -o out.zebra',
    'commitments report.md --min-strength zebra',
    'commitments report.md --where zebra=firm',
    'commitments report.md --sort zebra',
    'themes report.md --themes zebra',
    'diff report.md report.md --fail-on zebra',
    'check report.md --only zebra',
    'config zebra',
    'rules show zebra',
    'rules list zebra',
    'explain report.md zebra',
    'analyse zebra-crossing.pdf',
    'analyse report.md -c zebra-crossing.yaml',
  ])('pmed %s', async (line) => {
    const { code, stdout, stderr } = await run(line.split(' '));
    expect(stderr).not.toMatch(/did you mean/i);
    expect([2, 3]).toContain(code);
    expect(stdout).toBe('');
  });
});

/** A folder that holds a folder of this name. */
function room(name: string): string {
  const made = folder({ 'report.md': 'We will open two piers by 2026.\n' });
  rooms.push(made);
  mkdirSync(join(made.path, name));
  return made.path;
}
const rooms: { remove: () => void }[] = [];
afterAll(() => {
  for (const made of rooms) made.remove();
});
