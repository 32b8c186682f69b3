/** Whether the layout that `--view` asks for can be had. */
import { SIDE_WIDTH } from '../../render/diff/options.ts';
import type { Call } from '../command.ts';
import { wantsStdout } from '../output/stdout.ts';
import type { Target } from '../output/target.ts';
import { badValue } from '../usage.ts';
import { view } from './flags.ts';
import { type DiffFormat, format } from './writers.ts';

/** @throws PmedError (exit 2) where no text is written, or two columns of quotes have no room */
export function checkView(call: Call, targets: readonly Target<DiffFormat>[]): void {
  const asked = call.get(view);
  if (asked === null) return;
  const { page, screen } = call.session;
  const isPrinted = wantsStdout(call, targets) && call.get(format) === 'text';
  const isFiled = targets.some((target) => target.format === 'text');
  if (!isPrinted && !isFiled) {
    const other = call.get(format);
    throw badValue('--view', asked, `It is a layout of the text, and ${other} has none; leave out one of them`);
  }
  const width = Math.min(isPrinted ? screen.width : SIDE_WIDTH, isFiled ? page.width : SIDE_WIDTH);
  if (asked !== 'side' || width >= SIDE_WIDTH) return;
  throw badValue(
    '--view',
    asked,
    `Two columns of quotes need ${SIDE_WIDTH} columns, and there are ${width}. Widen the window, add --width ${SIDE_WIDTH}, or use --view plan`,
  );
}
