/** Terminals and streams that are not as they should be: closed, full, narrow, or without a locale. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { folder } from './run.ts';

const lines = Array.from({ length: 300 }, (_, at) => `We will open pier ${at} by ${2025 + (at % 20)}.`);
const shelf = folder({ 'plan.md': `# Plan\n\nPublished 14 March 2024\n\n${lines.join('\n\n')}\n` });
afterAll(() => shelf.remove());
const command = fileURLToPath(new URL('../bin/pmed.js', import.meta.url));

/** Runs a line of a shell, in which `$PMED` is the command. */
function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', line.replaceAll('$PMED', `"${process.execPath}" "${command}"`)],
    {
      cwd: shelf.path,
      env: { PATH: process.env.PATH ?? '', HOME: shelf.path, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  expect(stderr).not.toMatch(/bug in pmed|\n\s+at /);
  expect(readdirSync(shelf.path)).toEqual(['plan.md']);
  return { status, stdout, stderr };
}

const calls = [
  'analyse plan.md',
  'timeline plan.md -f ics',
  'inspect plan.md',
  'rules list --all',
  'completion bash -q',
];

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test.each(calls)('%s > /dev/full says that stdout cannot be written', (call) => {
    const { status, stderr } = shell(`$PMED ${call} > /dev/full`);
    expect(status).toBe(2);
    expect(stderr).toContain("cannot write 'standard output'");
  });

  test.each(calls)('%s goes by closed and full streams of messages', (call) => {
    for (const end of ['2>&-', '2>/dev/full', '<&-']) expect(shell(`$PMED ${call} ${end} > /dev/null`).status).toBe(0);
  });

  test('a reader that goes away is a normal end', () => {
    expect(shell('{ $PMED commitments plan.md -f json; echo $? >&2; } | head -c 10')).toMatchObject({ stderr: '0\n' });
  });
});
