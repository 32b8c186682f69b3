/** Writes one result, made as a whole, to the files of `-o` and to stdout, each in its format. */
import type { ScreenOptions } from '../render/screen.ts';
import type { Call } from './command.ts';
import type { FormatFlag } from './flag.ts';
import { save, type Target } from './output.ts';

/** What makes the text of a format, for a screen or page of this look, and for a file or stdout. */
export type Render<in F extends string> = (format: F, screen: ScreenOptions, isFile: boolean) => Promise<string>;

/** Whether stdout gets the result: with `-q` and at least one file it stays empty. */
export const wantsStdout = ({ session }: Call, targets: readonly Target[]): boolean =>
  targets.length === 0 || session.quietness === 0;

/** Writes the files first, which may be refused, and then stdout. */
export async function writeResult<F extends string>(
  call: Call,
  targets: readonly Target<F>[],
  format: FormatFlag<F>,
  render: Render<F>,
): Promise<void> {
  const { session } = call;
  const texts = new Map<F, string>();
  for (const each of new Set(targets.map((target) => target.format)))
    texts.set(each, await render(each, session.page, true));
  save(targets, (each) => texts.get(each) ?? '', session.notices.remark);
  if (wantsStdout(call, targets)) await session.stdout.write(await render(call.get(format), session.screen, false));
}
