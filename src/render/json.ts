/** The JSON of a result: keys in the order of the contract, one newline at the end. */
import type { Diff } from '../model/diff.ts';
import type { Inspection } from '../model/inspect.ts';
import type { Report } from '../model/report.ts';
import type { TextReport } from '../model/text.ts';

/** Any result as JSON, indented by two spaces. The order of keys is the order in which the stages made them. */
export function renderJson(result: Report | Diff | TextReport | Inspection): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
