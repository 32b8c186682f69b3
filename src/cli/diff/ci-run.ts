/** A diff as services for continuous integration are told of it. */
import { isQuiet } from '../../model/change-groups.ts';
import type { CiNotice, CiRun } from '../../render/ci/annotation.ts';
import { annotationsOfDiff, documentsOfDiff, rulesOfDiff, summaryOfDiff } from '../../render/ci/of-diff.ts';
import type { Place } from '../records/sinks.ts';
import type { DiffRun } from './run.ts';

/** What was only moved or reworded is left out as on the screen, unless it is asked for or fails the gate. */
export function ciRunOf(run: DiffRun, { screen }: Place): CiRun {
  const { shown, verdict, code, failing, levels, isByKind } = run;
  const { paths } = run.files;
  const changes = shown.changes.filter(({ id, kinds }) => screen.all || isByKind || failing.has(id) || !isQuiet(kinds));
  const notices = shown.diagnostics.map(({ documentId, ...told }): CiNotice => {
    const side = shown.documents.findIndex(({ id }) => id === documentId);
    return { ...told, path: side < 0 ? null : paths[side === 0 ? 0 : 1] };
  });
  return {
    command: 'diff',
    tool: shown.tool,
    documents: documentsOfDiff(shown, paths),
    rules: rulesOfDiff({ levels }),
    annotations: annotationsOfDiff({ ...shown, changes }, { paths, failing, levels }),
    notices,
    verdict,
    exitCode: code,
    summary: summaryOfDiff({ ...shown, changes }),
  };
}
