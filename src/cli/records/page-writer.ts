/** Writes the HTML page of what an analysis finds: the same for every command that shows some of it. */
import type { ReportPart } from '../../model/part.ts';
import type { PageSettings } from '../../render/report/html/input.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Writer, WriterMaker } from './sinks.ts';

/** What a page is made by. */
interface PageRun extends Omit<PageSettings, 'rules'> {
  /** The rules of the run; the built-in ones where it names none. */
  readonly rules: Rules | undefined;
}

/** @param view what of a part the command shows */
export function pageWriter(
  { rules, ...settings }: PageRun,
  view: (part: ReportPart) => ReportPart = (part) => part,
): WriterMaker<ReportPart> {
  return async () => {
    const [{ ReportPage }, { loadSources }] = await Promise.all([
      import('../../render/report/html/page.ts'),
      import('../../rules/load.ts'),
    ]);
    const words = new Map<string, string>();
    for (const { pack, rules: its = [] } of [...(await loadSources()), ...(rules?.files ?? [])]) {
      for (const { id, description = '' } of its)
        if (description !== '') words.set(`${pack}/${id}`, description.trim());
    }
    return (): Writer<ReportPart> => {
      const page = new ReportPage({ ...settings, rules: words });
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
