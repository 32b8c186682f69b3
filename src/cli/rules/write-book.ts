/** Writes a rulebook to the files of `-o` and to stdout. */
import type { Rulebook } from '../../model/rulebook.ts';
import type { Call } from '../command.ts';
import { force, output } from '../flags.ts';
import { writeResult } from '../one-result.ts';
import { checkTargets } from '../output/check.ts';
import { outputTargets } from '../output/target.ts';
import { rulesFormat } from './rule-flags.ts';

/**
 * @param inputs files that were read and must not be overwritten
 * @throws {PmedError} (exit 2) where a file cannot be written
 */
export async function writeBook(call: Call, book: Rulebook, inputs: readonly string[] = []): Promise<void> {
  const targets = outputTargets(call.get(output), rulesFormat.formats);
  checkTargets(targets, inputs, call.get(force));
  const [{ renderRulebook }, { renderJson }] = await Promise.all([
    import('../../render/rulebook-text.ts'),
    import('../../render/json.ts'),
  ]);
  await writeResult(call, targets, rulesFormat, async (format, screen) =>
    format === 'json' ? renderJson(book) : renderRulebook(book, screen),
  );
}
