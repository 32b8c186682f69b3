/** Labelled lines of an explanation: a name in a column of its own, what it is beside it, and why below. */
import { harmless } from '../harmless.ts';
import type { ScreenOptions } from '../screen.ts';
import { pad } from '../width.ts';
import { hang } from '../wrap.ts';

/** Columns of the names. */
const NAMES = 12;
/** Below this width names have a line of their own. */
const NARROW = 60;

/** ` STRENGTH    firm (4)`, wrapped beside its name; of a narrow screen below it. */
export function labelled(name: string, what: string, { width, paint }: ScreenOptions, isHead = true): string[] {
  const shown = isHead ? paint.head(name) : paint.quiet(name);
  if (width < NARROW) return [` ${shown}`, ...hang(harmless(what), width, '   ', '   ')];
  const [first = '', ...rest] = hang(harmless(what), width, ' '.repeat(NAMES + 1), ' '.repeat(NAMES + 1));
  const space = pad(name, NAMES).slice(name.length);
  return [` ${shown}${space === '' ? ' ' : space}${first.slice(NAMES + 1)}`, ...rest];
}

/** Lines below a label: `- why`. */
export function below(what: string, { width }: ScreenOptions, sign = ''): string[] {
  const indent = ' '.repeat((width < NARROW ? 3 : NAMES + 1) + sign.length);
  return hang(harmless(what), width, indent.slice(0, indent.length - sign.length) + sign, indent);
}
