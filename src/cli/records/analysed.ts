/** Starts the runs of commands that show what analysing finds. */
import type { AnalyseOptions } from '../../analyse/options.ts';
import { analyseEach } from '../../analyse.ts';
import type { ReportPart } from '../../model/part.ts';
import type { Tool } from '../../model/report.ts';
import { counted } from '../../render/numbers.ts';
import type { RecordRun } from './record-run.ts';
import type { Writers } from './sinks.ts';

/**
 * Analyses the inputs with these options; `writers` show what they will.
 * @param found what `-v` says of a part
 */
export function analysed<F extends string>(
  options: AnalyseOptions,
  writers: (tool: Tool) => Writers<F, ReportPart>,
  found: (part: ReportPart) => string = ({ commitments }) => counted(commitments.length, 'commitment'),
): RecordRun<F, ReportPart>['start'] {
  return async (inputs) => {
    const { tool, parts } = await analyseEach(inputs, options);
    return {
      parts,
      writers: writers(tool),
      found,
    };
  };
}
