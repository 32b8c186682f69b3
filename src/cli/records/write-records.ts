/** Carries out a command that shows records of documents: checks, reads, writes, and says what to do next. */
import type { ExitCode } from '../../model/fault.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { Call } from '../command.ts';
import { force, output, showAll } from '../flags.ts';
import { chosenInputs } from '../left-out.ts';
import { checkTargets } from '../output/check.ts';
import { checkStdout } from '../output/stdout.ts';
import { outputTargets } from '../output/target.ts';
import { guidingFiles } from '../rule-files.ts';
import { documents, type Reading, writeParts } from './reading.ts';
import type { RecordCommand, RecordRun } from './record-run.ts';
import { openSinks, type Part } from './sinks.ts';

/**
 * @returns the exit code for what the command itself decides
 * @throws PmedError (exit 2) for wrong use, before anything is read or written
 */
export async function writeRecords<F extends string, P extends Part>(
  call: Call,
  { name, before = [], format, prepare }: RecordCommand<F, P>,
): Promise<ExitCode> {
  const { session, operands } = call;
  const targets = outputTargets(call.get(output), format.formats, format.families);
  checkStdout(call, format, targets);
  const run = await prepare(call, [call.get(format), ...targets.map((target) => target.format)]);
  const named = await chosenInputs(operands.slice(before.length), call);
  const paths = named.flatMap((one) => ('path' in one ? [one.path] : []));
  checkTargets(targets, [...paths, ...guidingFiles(call)], call.get(force));

  const reading: Reading = { path: null };
  const inputs = run.inputs?.(named, reading) ?? documents(named, call, reading);
  const { parts, writers, found } = await run.start(inputs);
  const sinks = await openSinks(targets, call.get(format), session, writers);
  await writeParts(parts, sinks, { reading, call, found, files: targets.length });
  const [path, ...others] = paths;
  const isScreen = session.isWatched && targets.length === 0 && call.get(format) === 'text' && !call.get(showAll);
  if (isScreen && path !== undefined && others.length === 0 && session.notices.exitCode === 0)
    suggest(call, [name, ...operands.slice(0, before.length)], path, run.next);
  return run.verdict?.() ?? 0;
}

/** What to do next, for a person who looks at one document. */
function suggest(call: Call, words: readonly string[], path: string, next: RecordRun<string, Part>['next']): void {
  if (next === null || path === '-') return;
  const again = ['pmed', ...words.map(shellWord), shellWord(path)].join(' ');
  const file = shellWord(path.replace(/(?:\.\w+)?$/, next.extension));
  call.session.notices.remark(`next:  ${again} ${next.more}    ${again} -o ${file}`);
}
