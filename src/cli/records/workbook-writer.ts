/** Writes the workbook of what an analysis finds: the same for every command that shows some of it. */
import type { ReportPart } from '../../model/part.ts';
import type { WorkbookSettings } from '../../render/report/workbook/settings.ts';
import type { Notice } from '../notices.ts';
import { folderUrl } from '../output/folder-url.ts';
import type { Writer, WriterMaker } from './sinks.ts';

/** Tells the user of a problem. */
export type Tell = (notice: Notice) => void;

/** @param view what of a part the command shows, and what its summary counts */
export function workbookWriter(
  { command, tell, ...settings }: Omit<WorkbookSettings, 'folderOf' | 'tell'> & { readonly tell: Tell },
  view: (part: ReportPart) => ReportPart = (part) => part,
): WriterMaker<ReportPart> {
  return async () => {
    const { ReportWorkbook } = await import('../../render/report/workbook/report-workbook.ts');
    return ({ path }): Writer<ReportPart> => {
      const workbook = new ReportWorkbook({
        ...settings,
        command: `${command} -o report.xlsx`,
        folderOf: (input) => folderUrl(input, path),
        tell: (problem) => tell({ ...problem, path: path ?? null }),
      });
      return {
        start: () => '',
        part(part) {
          workbook.add(view(part));
          return [];
        },
        end: () => workbook.bytes(),
      };
    };
  };
}
