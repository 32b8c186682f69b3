/** How each format of findings is written: screens and rows as the parts come, JSON at the end. One format is one row. */
import { type FindingsPart, joinFindings } from '../../model/findings-part.ts';
import type { Tool } from '../../model/report.ts';
import type { Writer, Writers } from '../records/sinks.ts';
import { type TableFlags, wholeWriter } from '../records/writers.ts';
import type { CheckVerdict } from './tally.ts';

export type CheckFormat = 'text' | 'json';

/** What findings are written with. */
export interface CheckRun extends TableFlags {
  readonly tool: Tool;
  /** What is said of all documents together; asked when all have come. */
  readonly verdict: () => CheckVerdict;
}

/** The writers of `pmed check`. */
export function checkWriters({ tool, verdict }: CheckRun): Writers<CheckFormat, FindingsPart> {
  return {
    async text() {
      const { CheckScreen } = await import('../../render/check-text.ts');
      return ({ screen }): Writer<FindingsPart> => {
        const shown = new CheckScreen(screen);
        return {
          start: () => '',
          part: (part) => [shown.part(part)],
          end: () => [shown.end(verdict())],
        };
      };
    },
    json: wholeWriter(async () => {
      const { jsonPieces } = await import('../../render/json.ts');
      return {
        keep: (part: FindingsPart) => part,
        write: (parts) => jsonPieces(joinFindings(tool, parts)),
      };
    }),
  };
}
