/** What sheets could not hold, told as problems. */
import type { ReportDiagnostic } from '../../model/report.ts';
import { counted, grouped } from '../numbers.ts';
import { MOST_ROWS, type SheetPart } from './sheet-part.ts';

/** A problem for each thing that a sheet could not hold; to be asked when all its rows were added. */
export function lossesOf({ shape: { name }, losses }: SheetPart): ReportDiagnostic[] {
  const told = (code: string, message: string, hint: string): ReportDiagnostic => ({
    code,
    level: 'warning',
    documentId: null,
    page: null,
    message,
    hint,
  });
  return [
    ...(losses.rows === 0
      ? []
      : [
          told(
            'PMED-W501',
            `The sheet ${name} leaves out ${counted(losses.rows, 'row')}: a sheet holds ${grouped(MOST_ROWS)}.`,
            'Write -o out.csv or -o out.ndjson, which hold all of them.',
          ),
        ]),
    ...(losses.cut === 0
      ? []
      : [
          told(
            'PMED-W502',
            `The sheet ${name} has cut ${counted(losses.cut, 'text')}: a cell holds 32,767 characters.`,
            'Write -o out.json, which holds all of it.',
          ),
        ]),
    ...(losses.links === 0
      ? []
      : [
          told(
            'PMED-W503',
            `The sheet ${name} has ${counted(losses.links, 'cell')} whose links cannot be clicked: a sheet holds 65,530 links.`,
            'The cells say where they would lead.',
          ),
        ]),
  ];
}
