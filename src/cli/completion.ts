/** `pmed completion`: a script by which a shell completes commands, options and their values. */
import { PmedError } from '../model/fault.ts';
import type { CommandDefinition } from './command.ts';

/** The shells, with where each looks for such a script. */
const PLACES = {
  bash: 'pmed completion bash -q > ~/.local/share/bash-completion/completions/pmed',
  zsh: 'pmed completion zsh -q > "$' + '{fpath[1]}/_pmed"',
  fish: 'pmed completion fish -q > ~/.config/fish/completions/pmed.fish',
  powershell: 'pmed completion powershell -q >> $PROFILE',
} as const;

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** @param commands those that are completed, this one among them */
export const completionCommand = (commands: () => readonly CommandDefinition[]): CommandDefinition => ({
  name: 'completion',
  aliases: [],
  summary: 'a script that completes what you type, for your shell',
  purpose: 'Print the script by which a shell completes commands, options and their values.',
  operands: `<${SHELLS.join('|')}>`,
  words: SHELLS,
  arity: [1, 1],
  readsStdin: false,
  ignoresConfig: true,
  examples: [
    ['source <(pmed completion bash -q)', 'for this bash; the line may stand in ~/.bashrc'],
    ['pmed completion zsh > "$' + '{fpath[1]}/_pmed"', 'for every zsh'],
    ['pmed completion fish | source', 'for this fish'],
  ],
  groups: [],
  notes: ['It says on stderr where to put the script, and changes no file of the shell; -q is silent.'],
  async run({ operands: [given = ''], session }) {
    const shell = SHELLS.find((one) => one === given);
    if (shell === undefined)
      throw new PmedError(`pmed completes nothing for '${given}'.`, {
        code: 'PMED-U004',
        exitCode: 2,
        hint: `Shells: ${SHELLS.join(', ')}`,
        mistyped: { given, known: SHELLS },
      });
    const [{ topics }, { completionSpec }, { scriptFor }] = await Promise.all([
      import('./topics.ts'),
      import('./completion/spec.ts'),
      import('./completion/script.ts'),
    ]);
    await session.stdout.write(scriptFor[shell](completionSpec(commands(), topics)));
    session.notices.remark(`to have it in every ${shell}:  ${PLACES[shell]}`);
    return 0;
  },
});
