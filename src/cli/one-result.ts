/** Writes one result, made as a whole, to the files of `-o` and to stdout, each in its format. */
import type { ScreenOptions } from '../render/screen.ts';
import type { Call } from './command.ts';
import type { FormatFlag } from './flag.ts';
import type { Piece } from './output/draft.ts';
import { save } from './output/save.ts';
import { wantsStdout } from './output/stdout.ts';
import type { Target } from './output/target.ts';

/** What makes the text or bytes of a format, for a screen or page of this look, and for a file or stdout. */
export type Render<in F extends string> = (format: F, screen: ScreenOptions, isFile: boolean) => Promise<Piece>;

/** Writes the files first, which may be refused, and then stdout. */
export async function writeResult<F extends string>(
  call: Call,
  targets: readonly Target<F>[],
  format: FormatFlag<F>,
  render: Render<F>,
): Promise<void> {
  const { session } = call;
  const made = new Map<F, Piece>();
  for (const each of new Set(targets.map((target) => target.format)))
    made.set(each, await render(each, session.page, true));
  save(targets, (each) => made.get(each) ?? '', session.notices.remark);
  if (wantsStdout(call, targets)) await session.stdout.write(await render(call.get(format), session.screen, false));
}
