/** `pmed review import`: what people filled in, put into the review file. */
import { existsSync } from 'node:fs';
import type { ExitCode } from '../../model/fault.ts';
import { PmedError } from '../../model/fault.ts';
import { counted } from '../../render/numbers.ts';
import { renderReview } from '../../render/review/yaml.ts';
import { mergeReview } from '../../review/merge.ts';
import { readSheets, type SheetDocument } from '../../review/rows.ts';
import type { SheetFault } from '../../review/sheet.ts';
import { readReviewFile } from '../accept/review-file.ts';
import type { Call } from '../command.ts';
import { output } from '../flags.ts';
import { checkTargets } from '../output/check.ts';
import { save } from '../output/save.ts';
import { fileTarget, outputTargets } from '../output/target.ts';
import { wrongOperands } from '../usage.ts';
import { readSheetFile } from './read-sheets.ts';

/** Faults told one by one; the others are counted. */
const FAULTS_SAID = 20;

/**
 * @param path of the review file, unless `-o` names another
 * @throws PmedError (exit 2) with the place of everything that is wrong; then nothing is written
 */
export async function importReview(call: Call, path: string, sheets: readonly string[]): Promise<ExitCode> {
  if (sheets.length === 0) throw wrongOperands('pmed review import', '<sheets>', 0);
  const named = outputTargets(call.get(output), ['yaml', 'yml']);
  const targets = named.length > 0 ? named : [fileTarget(path, 'yaml' as const)];
  checkTargets(targets, sheets, true);
  const file = targets[0]?.files[0]?.typed ?? path;
  const recorded = existsSync(file) ? (await readReviewFile(file)).documents : [];

  const faults: (readonly [sheet: string, fault: SheetFault])[] = [];
  const imported: SheetDocument[] = [];
  let open = 0;
  for (const sheet of sheets) {
    const read = readSheets(await readSheetFile(sheet), recorded);
    faults.push(...read.faults.map((fault) => [sheet, fault] as const));
    imported.push(...read.documents);
    open += read.open;
  }
  if (faults.length > 0) throw inSheets(faults);
  if (imported.length === 0) {
    call.session.notices.remark(`no row of ${sheets.join(', ')} has a verdict yet: nothing was imported`);
    return 0;
  }
  const { documents, added, changed, unchanged, missed } = mergeReview(recorded, imported);
  const text = renderReview(documents);
  const what = [
    `${counted(added, 'verdict')} new, ${changed} changed, ${unchanged} as before`,
    ...(missed.added + missed.unchanged > 0 ? [`${counted(missed.added, 'missed commitment')} new`] : []),
    ...(open > 0 ? [`${counted(open, 'row')} still without a verdict`] : []),
  ];
  save(
    targets,
    () => text,
    (said) => call.session.notices.remark(`${said}: ${what.join('; ')}`),
  );
  return 0;
}

function inSheets(faults: readonly (readonly [sheet: string, fault: SheetFault])[]): PmedError {
  const lines = faults
    .slice(0, FAULTS_SAID)
    .map(([sheet, { place, message }]) => `${sheet}: ${place === '' ? '' : `${place}: `}${message}`);
  const more = faults.length - FAULTS_SAID;
  if (more > 0) lines.push(`${more} more`);
  return new PmedError(lines.join('\n'), {
    code: 'PMED-B409',
    exitCode: 2,
    hint: 'Nothing was imported. Mend these cells and import again.',
  });
}
