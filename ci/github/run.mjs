/** The step of the action: calls pmed as its inputs say, and tells the service the figures out of the JSON. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const given = (name) => (process.env[name] ?? '').trim();
const lines = (name) =>
  given(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Ends the step as one that was called wrongly. */
function refuse(message) {
  console.log(`::error title=pmed::${message}`);
  process.exit(2);
}

/** What is compared or checked, as operands of pmed and the flags that go with them. */
function operands(command) {
  const news = lines('PMED_NEW');
  if (news.length === 0) refuse('Say what to look at:  with: { new: docs/strategy.md }');
  if (command === 'check') return ['check', '--', ...news];
  if (command !== 'diff') refuse("The input 'command' is either diff or check.");
  if (news.length > 1)
    refuse("One step compares one document; give each a step, or use a matrix. 'new' names several.");
  const old = given('PMED_OLD');
  return old === '' ? ['diff', `--git=${given('PMED_BASE')}`, '--', ...news] : ['diff', '--', old, ...news];
}

const temporary = given('RUNNER_TEMP');
const folder = given('PMED_FOLDER') || join(temporary, 'pmed-results');
const script = given('PMED_SCRIPT') || join(temporary, 'pmed', 'node_modules', 'pmed', 'bin', 'pmed.js');
const files = { report: 'pmed.json', comment: 'pmed.md', sarif: 'pmed.sarif' };
const path = (name) => join(folder, files[name]);

const [command, ...rest] = operands(given('PMED_COMMAND') || 'diff');
mkdirSync(folder, { recursive: true });
// The figures of an earlier step must not look like those of this one.
for (const name of Object.keys(files)) rmSync(path(name), { force: true });
const flags = [
  ...['-f', given('PMED_FORMAT') || 'github'],
  ...['--fail-on', given('PMED_FAIL_ON') || 'error'],
  ...Object.keys(files).flatMap((name) => ['-o', path(name)]),
  ...lines('PMED_OPTIONS'),
];
const run = spawnSync(process.execPath, [script, command, ...flags, ...rest], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (run.error) refuse(`pmed could not be started: ${run.error.message}`);

const report = existsSync(path('report')) ? JSON.parse(readFileSync(path('report'), 'utf8')) : null;
const outputs = {
  errors: report?.summary.error ?? '',
  warnings: report?.summary.warning ?? '',
  notes: report?.summary.note ?? '',
  'exit-code': run.status ?? '',
  ...Object.fromEntries(Object.keys(files).map((name) => [name, existsSync(path(name)) ? path(name) : ''])),
};
const said = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
if (given('GITHUB_OUTPUT') !== '') appendFileSync(given('GITHUB_OUTPUT'), said.join(''));
process.exit(run.status ?? 1);
