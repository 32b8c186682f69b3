/** The files of both versions as services for continuous integration know them. */
import { basename } from 'node:path';
import type { Version } from '../../model/version.ts';
import type { DocumentText, DocumentTexts } from '../../render/ci/sarif-places.ts';
import { servicePath } from '../service-path.ts';
import type { Operand } from '../sides.ts';
import type { WriteText } from '../text-folder.ts';

/** Where the documents lie, and where their texts do. */
export interface ServiceFiles {
  readonly paths: readonly [old: string, now: string];
  /** Where texts were written for results to point into; none of a version that was read from a report. */
  readonly texts: DocumentTexts;
}

/**
 * @param operands as they were named, one a version
 * @param write null where no texts are wanted
 */
export function serviceFiles(
  operands: readonly Operand[],
  [before, after]: readonly [Version, Version],
  write: WriteText | null,
): ServiceFiles {
  const texts = new Map<string, DocumentText>();
  const paths = [pathOf(operands[0], before), pathOf(operands[1], after)] as const;
  for (const [index, { documents, wording }] of [before, after].entries()) {
    const [document] = documents;
    if (write === null || document === undefined || wording === undefined || texts.has(document.id)) continue;
    const operand = operands[index];
    const path = operand === undefined || operand.open === null ? (paths[index] ?? '') : operand.typed;
    texts.set(document.id, write(path, document, wording.text));
  }
  return { paths, texts };
}

/** A version from git is one of the file that it was asked for by. */
function pathOf(operand: Operand | undefined, { documents }: Version): string {
  const name = documents[0]?.name ?? '';
  if (operand === undefined) return name;
  return servicePath(operand.path, operand.open === null ? name : basename(operand.path));
}
