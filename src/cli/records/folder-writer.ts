/** The screen of what an analysis finds: of one document all of it, of several a line each. */
import type { ReportPart } from '../../model/part.ts';
import type { Tool } from '../../model/report.ts';
import type { ScreenOptions } from '../../render/screen.ts';
import type { WriterMaker } from './sinks.ts';

/** What the screen goes by. */
interface FolderRun {
  readonly tool: Tool;
  /** The path of the input that is being read. */
  readonly pathOf: () => string | null;
}

/**
 * Keeps a line of each document and the screen of the first, whatever their number.
 * @param render one document
 */
export function folderWriter(
  { tool, pathOf }: FolderRun,
  render: (part: ReportPart, screen: ScreenOptions) => string,
): WriterMaker<ReportPart> {
  return async () => {
    const { folderRow, renderFolder } = await import('../../render/folder-text.ts');
    return ({ screen }) => {
      const rows: ReturnType<typeof folderRow>[] = [];
      let only = '';
      return {
        start: () => '',
        part(part) {
          only = rows.length === 0 ? render(part, screen) : '';
          rows.push(folderRow(part, pathOf()));
          return [];
        },
        end: () => (rows.length > 1 ? [renderFolder(rows, tool, screen)] : [only]),
      };
    };
  };
}
