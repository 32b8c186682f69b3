/** Decides once whether to use colour, and makes the paint for it. */
import type { Paint } from '../render/screen.ts';
import { plain } from '../render/screen.ts';

/** What the decision looks at; `chalk` itself never sees the environment. */
export interface ColourSetting {
  /** Of the command line or `PMED_COLOR`. */
  readonly flag: 'auto' | 'always' | 'never';
  /** Of the user file. */
  readonly preferred?: 'auto' | 'always' | 'never';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Whether to colour: the first that applies of flag, `NO_COLOR`, `FORCE_COLOR`, `CLICOLOR_FORCE`, `TERM`, user file, terminal. */
export function wantsColour({ flag, preferred = 'auto', env, isTerminal }: ColourSetting): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.CLICOLOR_FORCE !== undefined && env.CLICOLOR_FORCE !== '0') return true;
  if (env.TERM === 'dumb') return false;
  return preferred === 'auto' ? isTerminal : preferred === 'always';
}

/** The 16-colour paint, or none; chalk is loaded only when there is something to colour. */
export async function paintFor(isColoured: boolean): Promise<Paint> {
  if (!isColoured) return plain;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // chalk prints every argument that it gets; a paint prints the one text.
  return {
    head: (text) => chalk.bold(text),
    id: (text) => chalk.cyan(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
    quiet: (text) => chalk.dim(text),
  };
}
