/** `pmed baseline create`, `update` and `prune`: what is there, written down. */
import { accessSync, constants, existsSync } from 'node:fs';
import { renew } from '../../accept/renew.ts';
import type { Baseline } from '../../model/baseline.ts';
import type { ExitCode } from '../../model/fault.ts';
import { SCHEMA_VERSION } from '../../model/kinds.ts';
import type { Tool } from '../../model/report.ts';
import { shellWord } from '../../model/shell-word.ts';
import { renderBaseline } from '../../render/baseline.ts';
import { counted } from '../../render/numbers.ts';
import { readBaseline } from '../accept/baseline-file.ts';
import type { Call } from '../command.ts';
import { force, output } from '../flags.ts';
import { checkTargets } from '../output/check.ts';
import { save } from '../output/save.ts';
import { fileTarget, outputTargets, type Target } from '../output/target.ts';
import { guidingFiles } from '../rule-files.ts';
import { cannotWrite } from '../usage.ts';
import { ofDiff } from './flags.ts';
import { gatherChanges, gatherFindings } from './gather.ts';

/**
 * @param path of the baseline
 * @param inputs as typed; two versions with `--diff`
 * @throws PmedError (exit 2) for a file that is there and may not be overwritten, or is not there and should be
 */
export async function record(
  call: Call,
  task: 'create' | 'update' | 'prune',
  path: string,
  inputs: readonly string[],
): Promise<ExitCode> {
  const isDiff = call.get(ofDiff);
  const named = outputTargets(call.get(output), ['json']);
  const targets: readonly Target<'json'>[] = named.length > 0 ? named : [fileTarget(path, 'json')];
  const files = targets.flatMap((target) => target.files);
  if (task === 'create') for (const { typed } of files) refuseOld(typed, call, isDiff);
  const old = task === 'create' ? await otherSort(path, isDiff) : await readBaseline(path);
  const guiding = guidingFiles(call).filter((one) => one !== path);
  checkTargets(targets, [...inputs, ...guiding], true);
  for (const { typed } of files) refuseReadOnly(typed);

  const gathered = isDiff ? await gatherChanges(call, inputs) : await gatherFindings(call, inputs);
  if (gathered === null) return 3;
  const { tool, read, paths } = gathered;
  checkTargets(targets, [...paths, ...guiding], true);
  const adds = task !== 'prune';
  const findings = renew(old?.findings ?? [], gathered.findings, isDiff ? NONE : read, adds && !isDiff);
  const changes = renew(old?.changes ?? [], gathered.changes, isDiff ? read : NONE, adds && isDiff);
  const told = isDiff ? changes : findings;
  const whole: Baseline = {
    $schema: 'urn:pmed:schema:baseline:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'baseline',
    tool: toolOf(tool),
    findings: [...findings.entries],
    changes: [...changes.entries],
  };
  const what = [
    counted(told.entries.length, isDiff ? 'change' : 'finding'),
    ...(task === 'update' ? [`${told.added} new`] : []),
    ...(task === 'create' ? [] : [`${told.gone} gone`]),
    ...(told.kept > 0 ? [`${told.kept} of documents that were not read, kept`] : []),
  ];
  save(
    targets,
    () => renderBaseline(whole),
    (text) => call.session.notices.remark(`${text}: ${what.join(', ')}`),
  );
  if (task === 'create' && call.session.isWatched && named.length === 0)
    call.session.notices.remark(`next:  ${nextOf(isDiff, inputs, path)}`);
  return 0;
}

const NONE: ReadonlySet<string> = new Set();

/** A new baseline is no place to lose an old one. */
function refuseOld(typed: string, call: Call, isDiff: boolean): void {
  if (call.get(force) || !existsSync(typed)) return;
  const update = `pmed baseline update${isDiff ? ' --diff <old> <new>' : ' <files>'}`;
  throw cannotWrite(typed, 'it exists.', `Write it anew with --force, or bring it up to date:  ${update}`);
}

function refuseReadOnly(typed: string): void {
  if (!existsSync(typed)) return;
  try {
    accessSync(typed, constants.W_OK);
  } catch {
    throw cannotWrite(typed, 'it is read-only.', 'Make it writable, or name another with -o');
  }
}

/** With `--force`: what is recorded of the other sort stays where it can be read. */
async function otherSort(path: string, isDiff: boolean): Promise<Partial<Baseline> | null> {
  if (!existsSync(path)) return null;
  try {
    const { findings, changes } = await readBaseline(path);
    return isDiff ? { findings } : { changes };
  } catch {
    return null;
  }
}

const toolOf = ({ name, version, packs }: Tool): Baseline['tool'] => ({ name, version, packs });

function nextOf(isDiff: boolean, inputs: readonly string[], path: string): string {
  return ['pmed', isDiff ? 'diff' : 'check', ...inputs.map(shellWord), '--baseline', shellWord(path)].join(' ');
}
