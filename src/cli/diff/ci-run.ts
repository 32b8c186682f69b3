/** A diff as services for continuous integration are told of it. */
import { isQuiet } from '../../model/change-groups.ts';
import type { CiNotice, CiRun } from '../../render/ci/annotation.ts';
import { annotationsOfDiff, documentsOfDiff, rulesOfDiff, summaryOfDiff } from '../../render/ci/of-diff.ts';
import type { AnyChange } from '../../render/diff/any-change.ts';
import type { Place } from '../records/sinks.ts';
import type { DiffRun } from './run.ts';

/** What was only moved or reworded is left out as on the screen, unless it is asked for or fails the gate. */
export function ciRunOf(run: DiffRun, { screen }: Place): CiRun {
  const { shown, verdict, code, failing, levels, isByKind, sides } = run;
  const { paths } = run.files;
  const isTold = ({ id, kinds }: AnyChange): boolean => screen.all || isByKind || failing.has(id) || !isQuiet(kinds);
  const told = { ...shown, changes: shown.changes.filter(isTold), dutyChanges: shown.dutyChanges.filter(isTold) };
  const context = { count: 0, commitments: sides[1].commitments, removed: sides[0].commitments };
  const notices = shown.diagnostics.map(({ documentId, ...told }): CiNotice => {
    const side = shown.documents.findIndex(({ id }) => id === documentId);
    return { ...told, path: side < 0 ? null : paths[side === 0 ? 0 : 1] };
  });
  return {
    command: 'diff',
    tool: shown.tool,
    documents: documentsOfDiff(shown, paths),
    rules: rulesOfDiff(told, { levels }),
    annotations: annotationsOfDiff(told, { paths, failing, levels, context }),
    notices,
    verdict,
    exitCode: code,
    summary: summaryOfDiff(told),
  };
}
