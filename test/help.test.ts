/** The help of pmed as built: of commands, and of topics that are no commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseCommand } from '../src/cli/analyse.ts';
import type { CommandDefinition } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands.ts';
import { type Flag, switchFlag } from '../src/cli/flag.ts';
import { commandHelp } from '../src/cli/help.ts';
import { VARIABLES } from '../src/cli/settings/variables.ts';
import { FORMATS } from '../src/cli/topics/formats.ts';
import { topics } from '../src/cli/topics.ts';
import { LEVELS } from '../src/model/change-levels.ts';
import { CHANGE_KINDS } from '../src/model/kinds.ts';
import { commitmentFields } from '../src/query/commitments.ts';
import { displayWidth } from '../src/render/width.ts';
import { pmed } from './run.ts';

const help = async (...words: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await pmed(words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  return stdout;
};

describe('the help of a command', () => {
  it.each(commands.map(({ name }) => name))('%s: at most 60 lines, examples first', async (name) => {
    const lines = (await help(name, '--help')).split('\n');
    expect(lines.length - 1).toBeLessThanOrEqual(60);
    expect(lines.slice(1, 7).some((line) => /^ {2}pmed /.test(line))).toBe(true);
    expect(lines.join('\n')).toMatch(/^Everywhere .*--color/m);
  });
});

describe('a help that would be too long', () => {
  const many: Flag<unknown>[] = Array.from({ length: 40 }, (_, index) =>
    switchFlag(`--flag-${index}`, 'does something'),
  );
  const command: CommandDefinition = {
    ...analyseCommand,
    groups: [
      { title: 'First', flags: many.slice(0, 20) },
      { title: 'Last', flags: many.slice(20) },
    ],
  };

  it('only names the flags of its last groups, and says how to see them', () => {
    const text = commandHelp(command, false);
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
    expect(text).toMatch(/^ {2}--flag-3 +does something$/m);
    expect(text).toMatch(/^Last \(pmed analyse --help --all\): --flag-20, --flag-21/m);
    for (const { long } of many) expect(text).toContain(long);
  });

  it('tells all with --all', () => {
    expect(commandHelp(command, true)).toMatch(/^ {2}--flag-39 +does something$/m);
  });
});

describe('a topic', () => {
  it.each(topics.map(({ name }) => name))('%s stands in the help of pmed and has one of its own', async (name) => {
    expect(await help('--help')).toMatch(new RegExp(`^  ${name} {2,}\\S`, 'm'));
    expect((await help('help', name)).length).toBeGreaterThan(300);
  });

  it('changes: every kind, under its level, with what it means', async () => {
    const text = await help('help', 'changes');
    const parts = text.split(/^(error|warning|note)$/m);
    for (const kind of CHANGE_KINDS) {
      const part = parts[parts.indexOf(LEVELS[kind]) + 1];
      expect(part).toMatch(new RegExp(`^  ${kind} +\\S`, 'm'));
    }
  });

  it('exit-codes: every code', async () => {
    const text = await help('help', 'exit-codes');
    for (const code of ['0', '1', '2', '3', '70', '130', '143'])
      expect(text).toMatch(new RegExp(`^  ${code} +\\S`, 'm'));
  });

  it('keeps to 60 lines', async () => {
    for (const { name } of topics) expect((await help('help', name)).split('\n').length - 1).toBeLessThanOrEqual(60);
  });

  it('environment: every variable that the sources read, and no other', () => {
    const folder = new URL('../src/', import.meta.url);
    const read = new Set<string>();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.ts$/.test(file) || file.endsWith('settings/variables.ts')) continue;
      const source = readFileSync(new URL(file, folder), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
      for (const [, name = ''] of source.matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]*)/g)) read.add(name);
      for (const [, names = ''] of source.matchAll(/\{([^{}]*)\} = (?:process\.)?env\b/g))
        for (const [name] of names.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) read.add(name);
      for (const [, name = ''] of source.matchAll(/variable: '(\w+)'/g)) read.add(name);
      if (/\bhomedir\(\)/.test(source)) read.add('HOME');
    }
    expect([...read].sort()).toEqual(VARIABLES.flatMap(([names]) => names).sort());
  });

  it('formats: what each is, and every command that has it', async () => {
    const text = await help('help', 'formats');
    for (const { name, groups } of commands) {
      const format = groups.flatMap(({ flags }) => flags).find(({ long }) => long === '--format');
      for (const one of format?.choices ?? []) {
        expect(FORMATS, `what ${one} is`).toHaveProperty(one);
        expect(text).toMatch(new RegExp(`^  ${name} +.*\\b${one}\\b`, 'm'));
      }
    }
  });

  it('where: every field', async () => {
    const text = await help('help', 'where');
    for (const { names } of commitmentFields) expect(text).toMatch(new RegExp(`\\b${names[0]}\\b`));
  });

  it('that is not known gets the name that was probably meant', async () => {
    for (const [given, meant] of [
      ['chnages', 'pmed help changes'],
      ['exitcodes', 'pmed help exit-codes'],
      ['timelin', 'pmed help timeline'],
      ['zzzzzz', 'pmed --help'],
    ] as const) {
      const { code, stdout, stderr } = await pmed(['help', given]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`'${given}'`);
      expect(stderr).toContain(meant);
    }
  });
});
