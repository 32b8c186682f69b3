/** What is said on stderr of a comparison. */
import type { ReportDiagnostic } from '../../model/report.ts';
import type { Version } from '../../model/version.ts';
import type { Call } from '../command.ts';

/**
 * Says what is to be known of a comparison, besides what was said of its versions as they were read.
 * @param now the path of the newest version as typed, whose comments are judged; what is said of others names them itself
 */
export function tellOf(
  diagnostics: readonly ReportDiagnostic[],
  versions: readonly Version[],
  now: string,
  call: Call,
): void {
  const said = new Set(versions.flatMap((version) => version.diagnostics));
  for (const told of diagnostics)
    if (!said.has(told)) call.session.notices.add({ ...told, path: told.code.startsWith('PMED-B') ? now : null });
}
