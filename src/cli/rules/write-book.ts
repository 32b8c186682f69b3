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
  const [{ renderRulebook }, { renderJson }, { plainScreen, UNWRAPPED }] = await Promise.all([
    import('../../render/rulebook-text.ts'),
    import('../../render/json.ts'),
    import('../../render/plain/line.ts'),
  ]);
  await writeResult(call, targets, rulesFormat, async (format, screen) => {
    if (format === 'json') return renderJson(book);
    if (!screen.plain) return renderRulebook(book, screen);
    const text = renderRulebook(book, { ...screen, width: UNWRAPPED });
    // One rule is named in its first line, the rules of a list each at the start of its own.
    return plainScreen('rule', book.task === 'show' ? (text.split('\n', 1)[0] ?? null) : null, text);
  });
}
