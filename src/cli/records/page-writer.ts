/** Writes the HTML page of what an analysis finds: the same for every command that shows some of it. */
import type { ReportPart } from '../../model/part.ts';
import type { PageSettings } from '../../render/report/html/input.ts';
import type { Writer, WriterMaker } from './sinks.ts';

/** @param view what of a part the command shows */
export function pageWriter(
  settings: PageSettings,
  view: (part: ReportPart) => ReportPart = (part) => part,
): WriterMaker<ReportPart> {
  return async () => {
    const { ReportPage } = await import('../../render/report/html/page.ts');
    return (): Writer<ReportPart> => {
      const page = new ReportPage(settings);
      return {
        start: () => '',
        part(part) {
          page.add(view(part));
          return [];
        },
        end: () => [page.text()],
      };
    };
  };
}
