/** The scripts of `pmed completion`, run by the shells themselves; where a shell is absent its tests are skipped. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { completionSpec, namesOf } from '../src/cli/completion/spec.ts';
import { topics } from '../src/cli/topics.ts';
import { folder, pmed } from './run.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;
const spec = completionSpec(commands, topics);

const shelf = folder({ 'old report.pdf': '', 'new: report.pdf': '', "it's.md": '' });
mkdirSync(join(shelf.path, 'reports'));
afterAll(() => shelf.remove());
const path = (shell: string) => join(shelf.path, `.pmed.${shell}`);
beforeAll(async () => {
  for (const shell of shells) {
    const { code, stdout } = await pmed(['completion', shell], { cwd: shelf.path });
    expect(code).toBe(0);
    writeFileSync(path(shell), stdout);
  }
});

const env = { PATH: process.env.PATH ?? '', HOME: shelf.path, TERM: 'xterm', LC_ALL: 'C.UTF-8' };
const run = (shell: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const { stdout, stderr, status } = spawnSync(shell, [...args], {
    cwd: shelf.path,
    env: { ...env, ...more },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { stdout, stderr, status };
};

/** What all shells offer for a line whose last word is being typed. */
const OFFERS: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['pmed di', ['diff']],
  ['pmed analy', ['analyse', 'analyze']],
  ['pmed diff --fa', ['--fail-on']],
  ['pmed diff --no-ba', ['--no-baseline']],
  ['pmed analyse --no-pr', ['--no-progress']],
  ['pmed diff --view s', ['side']],
  ['pmed diff -f j', ['json', 'junit']],
  ['pmed commitments --group-by a', ['actor']],
  ['pmed commitments --min-strength f', ['firm']],
  ['pmed rules s', ['show']],
  ['pmed schema rep', ['report']],
  ['pmed help exi', ['exit-codes']],
  ['pmed completion z', ['zsh']],
  ['pmed config document.fi', ['document.fiscal-year']],
];

/** `--format=js` as each shell has it: the value alone, or with its option. */
const behind = (offered: readonly string[]): string[] => offered.map((one) => one.replace(/^.*=/, '')).sort();

describe.skipIf(!has('bash'))('bash (skipped where it is absent)', () => {
  /** @param words as bash parts the line: at `=` too, unless its breaks are changed */
  const offered = (words: readonly string[]): string[] => {
    const { stdout, stderr } = run('bash', [
      '--norc',
      '-c',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash
      'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pmed pmed "${!#}" "${COMP_WORDS[COMP_CWORD-1]}"; [[ ${#COMPREPLY[@]} -gt 0 ]] && printf "%s\\n" "${COMPREPLY[@]}"',
      path('bash'),
      ...words,
    ]);
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  };

  test.each(OFFERS)('%s', (line, expected) => {
    expect(offered(line.split(' ')).sort()).toEqual([...expected].sort());
  });

  test('values behind = come whether or not it parts words', () => {
    expect(offered(['pmed', 'diff', '--format', '=', 'js'])).toEqual(['json']);
    expect(offered(['pmed', 'diff', '--format', '='])).toContain('sarif');
    expect(offered(['pmed', 'diff', '--format=js'])).toEqual(['--format=json']);
  });

  test('lists go on after a comma', () => {
    expect(offered(['pmed', 'diff', '--only', 'removed,weak'])).toEqual(['removed,weakened']);
    expect(offered(['pmed', 'diff', '--only=removed,weak'])).toEqual(['--only=removed,weakened']);
  });

  test('files are left to bash, which quotes their names', () => {
    expect(offered(['pmed', 'analyse', 'ol'])).toEqual([]);
    expect(offered(['pmed', 'analyse', '-o', 'ol'])).toEqual([]);
    expect(readFileSync(path('bash'), 'utf8')).toContain('complete -o bashdefault -o default -F _pmed pmed');
  });
});

describe.skipIf(!has('zsh'))('zsh (skipped where it is absent)', () => {
  /** Types a line into a zsh of its own, and gathers what is added as a match. */
  const offered = (line: string): string[] => {
    const out = join(shelf.path, '.offered');
    writeFileSync(out, '');
    const driver = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'autoload -Uz compinit; compinit -u -D; source "$SCRIPT"; unsetopt beep'
zpty -w shell 'compadd() { if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi; local -a hits; builtin compadd -A hits "$@"; [[ -n $hits ]] && print -rl -- $hits >> "$OUT"; builtin compadd "$@" }'
zpty -w shell 'bindkey "^I" complete-word; PS1="<ready"">"'
zpty -r shell said '*<ready>*'
zpty -w -n shell "$LINE"$'\\t\\x15exit\\n'
while zpty -r shell said; do :; done
`;
    const { stderr } = run('zsh', ['-f', '-c', driver], { SCRIPT: path('zsh'), OUT: out, LINE: line });
    expect(stderr).toBe('');
    return [...new Set(readFileSync(out, 'utf8').split('\n'))].filter((one) => one !== '').sort();
  };

  test.each(OFFERS)('%s', (line, expected) => {
    expect(offered(line)).toEqual([...expected].sort());
  });

  test('values behind =, lists, and files with spaces and colons', () => {
    expect(offered('pmed diff --format=js')).toEqual(['json']);
    expect(offered('pmed diff --only removed,weak')).toEqual(['weakened']);
    expect(offered('pmed analyse ol').join()).toContain('old\\ report.pdf');
    expect(offered('pmed analyse -o ne').join()).toContain('report.pdf');
    expect(offered('pmed check --sarif-text re').join()).toContain('reports');
  });
});

describe.skipIf(!has('fish'))('fish (skipped where it is absent)', () => {
  const offered = (line: string): string[] => {
    const { stdout, stderr } = run('fish', [
      '--no-config',
      '-c',
      'source $argv[1]; complete -C $argv[2]',
      path('fish'),
      line,
    ]);
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .flatMap((one) => one.split('\t')[0] || [])
      .sort();
  };

  test.each(OFFERS)('%s', (line, expected) => {
    // fish offers what holds the letters anywhere where nothing begins with them, and only then.
    expect(offered(line).filter((one) => one.startsWith(line.split(' ').at(-1) ?? ''))).toEqual([...expected].sort());
  });

  test('values behind =, lists, and files with spaces and colons', () => {
    expect(behind(offered('pmed diff --format=js'))).toEqual(['json']);
    expect(offered('pmed diff --only removed,weak')).toEqual(['removed,weakened']);
    expect(offered('pmed analyse ol').join()).toContain('old');
    expect(offered('pmed analyse -o ne').join()).toContain('new');
    expect(offered('pmed check --sarif-text re')).toEqual(['reports/']);
    expect(offered('pmed schema ol')).toEqual([]);
  });
});

describe('PowerShell (its text alone: it is not run here)', () => {
  test('is balanced, escaped, and has every command and option', () => {
    const text = readFileSync(path('powershell'), 'utf8');
    // Texts in single quotes may hold brackets and doubled quotes.
    const bare = text.replace(/^#.*$/gm, '').replace(/'(?:[^'\n]|'')*'/g, "''");
    for (const [open, close] of ['()', '{}', '[]'].map((pair) => pair.split(''))) {
      expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length);
    }
    expect(bare).not.toMatch(/''[\w'‘’]/);
    for (const command of spec.commands) {
      for (const name of namesOf(command)) expect(text).toContain(`'${name}'`);
      for (const { long } of command.flags) expect(text).toContain(`'${long}'`);
    }
  });
});

describe('pmed completion', () => {
  test.each(shells)('%s: the script alone on stdout, on stderr where to put it', async (shell) => {
    const { code, stdout, stderr } = await pmed(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(path(shell), 'utf8'));
    expect(stderr).toMatch(/^pmed: to have it in every \w+: {2}pmed completion /);
    expect((await pmed(['completion', shell, '-q'])).stderr).toBe('');
  });

  test('knows every option of every command', () => {
    const text = readFileSync(path('bash'), 'utf8');
    for (const { groups } of commands)
      for (const { long } of groups.flatMap((group) => group.flags)) expect(text).toContain(long);
  });

  test('refuses other shells', async () => {
    const { code, stderr } = await pmed(['completion', 'fihs']);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean 'fish'?");
  });
});
