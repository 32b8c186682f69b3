/** `pmed baseline`: records what is there today, so that only what is new is told. */
import { PmedError } from '../model/fault.ts';
import { baseline, ignoreFile, noIgnoreFile } from './accept/flags.ts';
import { baselineFormat, ofDiff } from './baseline/flags.ts';
import type { Call, CommandDefinition } from './command.ts';
import { docDates, match } from './diff/flags.ts';
import { howTheyAreRead, whatGoesIn } from './flag-groups.ts';
import { allowUnread, asOf, force, output, showAll } from './flags.ts';
import { gitFlag } from './git/revisions.ts';
import { inputs } from './settings/unflagged.ts';
import { nearest } from './suggest.ts';
import { wrongOperands } from './usage.ts';

const TASKS = ['create', 'update', 'prune', 'show'] as const;

export const baselineCommand: CommandDefinition = {
  name: 'baseline',
  aliases: [],
  summary: 'record what is there today, to be told only of what is new',
  purpose: 'Record the findings of pmed check, or the changes of pmed diff, that are accepted as they are.',
  operands: '<create|update|prune|show> [files...]',
  words: TASKS,
  arity: [1, Number.POSITIVE_INFINITY],
  readsStdin: false,
  examples: [
    ['pmed baseline create reports/', 'write pmed-baseline.json'],
    ['pmed check reports/ --baseline pmed-baseline.json', 'tell only of what is new'],
    ['pmed baseline prune reports/', 'drop what was mended, add nothing'],
    ['pmed baseline update reports/', 'drop what was mended, add what is new'],
    ['pmed baseline create --diff old.pdf new.pdf', 'accept the changes of a version'],
    ['pmed baseline show', 'what is accepted'],
  ],
  groups: [
    {
      title: 'What is recorded',
      flags: [ofDiff, baseline, gitFlag, ignoreFile, noIgnoreFile, asOf, match, allowUnread],
    },
    { title: 'What comes out', flags: [output, force, baselineFormat, showAll] },
    whatGoesIn(),
    howTheyAreRead(docDates),
  ],
  notes: [
    'The file is --baseline, else check.baseline or diff.baseline of the project file, else pmed-baseline.json; -o writes elsewhere. create overwrites nothing without --force. Entries of documents that are not read stay.',
    'One finding is one line, by id, rule, document and quote; two equal findings need two lines.',
  ],
  async run(call) {
    const [given = '', ...what] = call.operands;
    const task = TASKS.find((one) => one === given);
    if (task === undefined) throw await unknownTask(given, what);
    const path = await pathOf(call);
    if (task === 'show') return (await import('./baseline/show.ts')).show(call, what[0] ?? path);
    const files = what.length > 0 || call.get(ofDiff) ? what : call.get(inputs);
    if (files.length === 0)
      throw wrongOperands(`pmed baseline ${task}`, call.get(ofDiff) ? '<old> <new>' : '<files>', 0);
    return (await import('./baseline/record.ts')).record(call, task, path, files);
  },
};

/** The baseline file that is meant. */
async function pathOf(call: Call): Promise<string> {
  const [{ SETTINGS }, { USUAL_BASELINE }] = await Promise.all([
    import('./settings/table.ts'),
    import('./accept/baseline-file.ts'),
  ]);
  const typed = call.given(baseline) ? call.get(baseline) : null;
  const key = call.get(ofDiff) ? 'diff.baseline' : 'check.baseline';
  const setting = SETTINGS.find((one) => one.key === key);
  const layers = setting === undefined ? [] : call.settings.layersOfSetting(setting);
  return typed ?? layers.at(-1)?.values.at(-1) ?? USUAL_BASELINE;
}

async function unknownTask(given: string, what: readonly string[]): Promise<PmedError> {
  const near = await nearest(given, TASKS);
  const meant = near === null ? '' : ` Did you mean: pmed baseline ${[near, ...what].join(' ')}`;
  return new PmedError(`pmed baseline cannot '${given}'.${meant}`, {
    code: 'PMED-U004',
    exitCode: 2,
    hint: `It can: ${TASKS.join(', ')}`,
  });
}
