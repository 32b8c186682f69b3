/** Reads a review file: what people said of what was found. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fieldOf, recordsOf } from '../../model/plain.ts';
import { ReviewSchema } from '../../model/review.ts';
import type { Review } from '../../model/review-file.ts';
import { dueOf } from '../../review/due.ts';
import { checkYaml } from '../../yaml/check.ts';
import { faultsError, type YamlFault } from '../../yaml/fault.ts';
import { readYaml, type YamlDocument } from '../../yaml/read.ts';
import { bytesOf } from './faults.ts';

const MOST = 10_000_000;
const KIND = {
  noun: 'review file',
  most: MOST,
  hint: 'Name another with --review, or go without:  --no-review',
};

/**
 * @param path as the user typed it, or as it was found
 * @throws PmedError PMED-C301 to C303 (exit 2) with the place of everything that is wrong
 */
export async function readReviewFile(path: string): Promise<Review> {
  const bytes = await bytesOf(path, KIND);
  const [document, second] = readYaml(bytes, path, MOST);
  const fault = (at: YamlDocument, where: readonly (string | number)[], message: string): YamlFault => ({
    ...at.place(where),
    code: 'PMED-C303',
    message,
  });
  if (document === undefined || document.value === null)
    throw faultsError(path, [{ line: 1, column: 1, code: 'PMED-C303', message: 'the file is empty.' }]);
  const checked = checkYaml(document, ReviewSchema);
  const faults: YamlFault[] = checked.ok ? [] : [...checked.faults];
  if (second !== undefined) faults.push(fault(second, [], "only one document may stand here; leave out '---'."));
  for (const [place, its] of recordsOf(fieldOf(document.value, 'documents')).entries()) {
    const known = new Set<unknown>();
    for (const [at, entry] of recordsOf(fieldOf(its, 'verdicts')).entries()) {
      const where = ['documents', place, 'verdicts', at];
      for (const [key, message] of faultsOf(entry, known)) faults.push(fault(document, [...where, ...key], message));
    }
    for (const [at, entry] of recordsOf(fieldOf(its, 'missed')).entries())
      if (isNoDay(entry.by)) faults.push(fault(document, ['documents', place, 'missed', at, 'by'], noDay(entry.by)));
  }
  if (!checked.ok || faults.length > 0) throw faultsError(path, faults);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: basename(path), sha256, documents: checked.value.documents };
}

/** What an entry says that does not go together; each with the key it is about, or none for the whole. */
function faultsOf(
  entry: Readonly<Record<string, unknown>>,
  known: Set<unknown>,
): readonly (readonly [key: readonly string[], message: string])[] {
  const { id, verdict, by } = entry;
  const faults: [readonly string[], string][] = [];
  if (id !== undefined && known.has(id))
    faults.push([['id'], `${String(id)} has a verdict already. Keep one of them.`]);
  known.add(id);
  const corrections = ['who', 'what', 'by'].filter((key) => Object.hasOwn(entry, key));
  if (verdict === 'edit' && corrections.length === 0)
    faults.push([['verdict'], "'edit' needs what is corrected: who, what or by. Else write 'keep'."]);
  if (['keep', 'not-a-commitment'].includes(String(verdict)) && corrections[0] !== undefined)
    faults.push([[corrections[0]], `'${String(verdict)}' takes no corrections. Write 'edit', or leave this out.`]);
  if (isNoDay(by)) faults.push([['by'], noDay(by)]);
  return faults;
}

/** A date in the right form that no calendar has. */
const isNoDay = (by: unknown): boolean =>
  typeof by === 'string' && /^\d{4}(?:-\d{2}){0,2}$/.test(by) && dueOf(by) === null;

const noDay = (by: unknown): string => `there is no date ${String(by)}.`;
