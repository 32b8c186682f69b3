/** Writes one result, made as a whole, to the files of `-o` and to stdout, each in its format. */
import type { ScreenOptions } from '../render/screen.ts';
import type { Call } from './command.ts';
import type { FormatFlag } from './flag.ts';
import type { Piece } from './output/draft.ts';
import { save } from './output/save.ts';
import { wantsStdout } from './output/stdout.ts';
import type { Target } from './output/target.ts';
import type { Place } from './records/sinks.ts';

/** What makes the text or bytes of a format, for a screen or page of this look, and for a file or stdout. */
export type Render<in F extends string> = (
  format: F,
  screen: ScreenOptions,
  at: Pick<Place, 'isFile' | 'path'>,
) => Promise<Piece>;

/** Writes the files first, which may be refused, and then stdout. */
export async function writeResult<F extends string>(
  call: Call,
  targets: readonly Target<F>[],
  format: FormatFlag<F>,
  render: Render<F>,
): Promise<void> {
  const { session } = call;
  const made = new Map<string, Piece>();
  for (const { format: each, files } of targets)
    for (const { typed } of files) made.set(typed, await render(each, session.page, { isFile: true, path: typed }));
  save(targets, (_, typed) => made.get(typed) ?? '', session.notices.remark);
  if (wantsStdout(call, targets))
    await session.stdout.write(await render(call.get(format), session.screen, { isFile: false }));
}
