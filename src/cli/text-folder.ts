/** `--sarif-text`: the text of the documents, written into a folder for the results in SARIF to point into. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DocumentRecord } from '../model/report.ts';
import type { DocumentText } from '../render/ci/sarif-places.ts';
import { textFile, textFileName } from '../render/ci/text-file.ts';
import type { Call } from './command.ts';
import { force, sarifText } from './flags.ts';
import { checkTargets } from './output/check.ts';
import { save } from './output/save.ts';
import { fileTarget } from './output/target.ts';
import { servicePath } from './service-path.ts';
import { badValue, cannotWrite } from './usage.ts';

/**
 * Writes the text of a document into the folder.
 * @param path by which services know the document; versions of one file differ in it
 */
export type WriteText = (path: string, document: DocumentRecord, text: string) => DocumentText;

/**
 * Makes the folder.
 * @param formats those that are written
 * @param inputs paths that must not be overwritten
 * @returns null where no texts are asked for; each call of the writer throws PmedError (exit 2) where a file stands in
 *   the way that pmed did not write
 * @throws PmedError (exit 2) where no results are written as SARIF, or the folder cannot be made
 */
export function textWriter(call: Call, formats: readonly string[], inputs: readonly string[]): WriteText | null {
  const folder = call.get(sarifText);
  if (folder === null) return null;
  if (folder === '') throw badValue('--sarif-text', folder, 'Name a folder');
  if (!formats.includes('sarif'))
    throw badValue('--sarif-text', folder, 'It goes with results in SARIF:  -f sarif, or -o results.sarif');
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw cannotWrite(folder, 'the folder cannot be made.');
  }
  const taken = new Set<string>();
  return (path, { sha256 }, text) => {
    const typed = join(folder, textFileName(path, taken));
    const target = [fileTarget(typed, 'text')];
    checkTargets(target, inputs, call.get(force));
    const written = textFile(path, sha256, text);
    save(
      target,
      () => written.text,
      () => {},
    );
    return { path: servicePath(typed, basename(typed)), ...written };
  };
}
