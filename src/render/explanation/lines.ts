/** Labelled lines of an explanation: a name in a column of its own, what it is beside it, and why below. */
import { harmless } from '../harmless.ts';
import type { ScreenOptions } from '../screen.ts';
import { displayWidth } from '../width.ts';
import { hang, wrap } from '../wrap.ts';

/** Columns of the names. */
const NAMES = 12;
/** Below this width names have a line of their own. */
const NARROW = 60;

/** ` STRENGTH    firm (4)`, wrapped beside its name; of a narrow screen below it. */
export function labelled(name: string, what: string, screen: ScreenOptions, isHead = true): string[] {
  const { width, paint } = screen;
  const label = harmless(name);
  const shown = (text: string): string => (isHead ? paint.head(text) : paint.quiet(text));
  const room = NAMES - displayWidth(label);
  // The head of a table's column may be longer than any name of ours.
  if (width < NARROW || room < 1)
    return [
      ...wrap(label.trim(), width - 3).map((line) => ` ${shown(`  ${line}`.slice(isHead ? 2 : 0))}`),
      ...below(what, screen),
    ];
  const indent = ' '.repeat(NAMES + 1);
  const [first = '', ...rest] = hang(harmless(what), width, indent, indent);
  return [` ${shown(label)}${' '.repeat(room)}${first.slice(NAMES + 1)}`, ...rest];
}

/** Lines below a label. */
export function below(what: string, { width }: ScreenOptions): string[] {
  const indent = ' '.repeat(width < NARROW ? 3 : NAMES + 1);
  return hang(harmless(what), width, indent, indent);
}
