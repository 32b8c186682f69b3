/** Whether stdout gets the result, and can take its format. */
import type { Call } from '../command.ts';
import type { FormatFlag } from '../flag.ts';
import { badValue } from '../usage.ts';
import { isBinary } from './formats.ts';
import type { Target } from './target.ts';

/** Whether stdout gets the result: with `-q` and at least one file it stays empty. */
export const wantsStdout = ({ session }: Pick<Call, 'session'>, targets: readonly Target[]): boolean =>
  targets.length === 0 || session.quietness === 0;

/** @throws PmedError (exit 2) where stdout would get several files, or a terminal the bytes of an archive */
export function checkStdout<T extends string>(call: Call, format: FormatFlag<T>, targets: readonly Target<T>[]): void {
  const asked = call.get(format);
  if (!wantsStdout(call, targets)) return;
  const members = format.families[asked];
  if (members !== undefined)
    throw badValue(
      format.long,
      asked,
      `It is ${members.length} files, one for each of ${members.join(', ')}:  -o report.${asked}`,
    );
  if (isBinary(asked) && call.session.isWatched)
    throw badValue(format.long, asked, `A terminal cannot show it:  -o report.${asked}`);
}
