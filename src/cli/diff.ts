/** `pmed diff`: what changed between two versions of a report, and whether that is a reason to stop. */
import { atLeast } from '../model/change-levels.ts';
import type { Change, ChangeKind, Diff } from '../model/diff.ts';
import type { ExitCode, Level } from '../model/fault.ts';
import { CHANGE_KINDS } from '../model/kinds.ts';
import type { Report } from '../model/report.ts';
import type { Verdict } from '../render/diff-text.ts';
import type { Call, CommandDefinition } from './command.ts';
import { choiceFlag, flag, formatFlag, numberFlag, switchFlag } from './flag.ts';
import { howTheyAreRead, resultFlags } from './flag-groups.ts';
import { allowUnread, asOf, force, isDate, output, showAll, themes } from './flags.ts';
import { levels, minCoverage } from './settings/unflagged.ts';
import { badValue } from './usage.ts';

const LEVEL_NAMES = ['error', 'warning', 'note'] as const;

/** What makes the exit code 1: levels, kinds, or nothing. */
interface Gate {
  readonly level: Level | null;
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly typed: string;
}

const format = formatFlag(['text', 'json']);
export const failOn = flag(
  {
    long: '--fail-on',
    value: '<list>',
    help: 'levels (error warning note any) or kinds that make exit code 1',
    shown: 'none',
  },
  (raw) => gateOf(raw.at(-1) ?? 'none'),
);
const exitCode = switchFlag('--exit-code', 'same as --fail-on any');
const level = choiceFlag({ long: '--level', value: '<level>', help: 'show this level and above' }, LEVEL_NAMES, 'note');
const only = flag(
  { long: '--only', value: '<kinds>', help: 'show these kinds, such as removed,deadline-slipped', shown: 'all' },
  (raw) =>
    raw.length === 0 ? null : new Set(raw.flatMap((list) => split(list).map((name) => kindOf('--only', name)))),
);
export const match = numberFlag(
  { long: '--match', value: '<0..1>', help: 'how alike two commitments must be', shown: '0.6' },
  0,
  1,
  0.6,
);
const context = numberFlag(
  { long: '--context', value: '<n>', help: 'unchanged commitments shown around a change', shown: '0' },
  0,
  100,
  0,
);
const docDates = flag(
  {
    long: '--doc-date',
    value: '<dates>',
    help: 'date of the documents, or old,new: 2024-03-14,2026-06',
    shown: 'from text',
  },
  (raw): readonly [old: string | null, now: string | null] => {
    const given = raw.at(-1);
    if (given === undefined) return [null, null];
    const dates = given.split(',');
    const [old, now = old] = dates;
    if (old === undefined || now === undefined || dates.length > 2 || !dates.every(isDate)) {
      throw badValue('--doc-date', given, 'Write it as 2016-09-08, 2016-09 or 2016; for both versions as 2016,2018-05');
    }
    return [old, now];
  },
);

export const diffCommand: CommandDefinition = {
  name: 'diff',
  aliases: [],
  summary: 'what changed between two versions of a report',
  purpose: 'Compare two versions of a report and say what changed in its commitments.',
  operands: '<old> <new>',
  arity: [2, 2],
  readsStdin: false,
  examples: [
    ['pmed diff old.pdf new.pdf', 'show the changes'],
    ['pmed diff old.pdf new.pdf --fail-on error', 'for CI: exit 1 if weakened'],
    ['pmed diff old.json new.pdf -o changes.json', 'a report that pmed wrote is an input too'],
    ['pmed diff old.md new.md --only removed,weakened', 'only some kinds'],
  ],
  groups: [
    { title: 'What counts', flags: [failOn, exitCode, level, only, match, allowUnread] },
    { title: 'How it is shown', flags: [...resultFlags(format), context, showAll] },
    howTheyAreRead(docDates, asOf, themes),
  ],
  notes: [
    `Kinds: ${CHANGE_KINDS.join(' ')}`,
    'Only moved or reworded: not on the screen without --all, and no reason to fail unless the kind is named.',
  ],
  async run(call) {
    const [{ checkTargets, outputTargets }, { writeResult }, { readSides }, { diff }, { renderJson }, { renderDiff }] =
      await Promise.all([
        import('./output.ts'),
        import('./one-result.ts'),
        import('./sides.ts'),
        import('../compare/diff.ts'),
        import('../render/json.ts'),
        import('../render/diff-text.ts'),
      ]);
    const { session } = call;
    const targets = outputTargets(call.get(output), format.formats);
    const { guidingFiles } = await import('./rule-files.ts');
    checkTargets(targets, [...call.operands, ...guidingFiles(call)], call.get(force));
    const [old = '', now = ''] = call.operands;
    const [before, after] = await readSides([old, now], call, call.get(docDates));
    if (before === null || after === null) return 3;

    const result = diff(before, after, { match: call.get(match), levels: call.get(levels) });
    for (const told of result.diagnostics.filter(({ code }) => code.startsWith('PMED-V')))
      session.notices.add({ ...told, path: null });
    const gate = call.get(exitCode) ? gateOf('any') : call.get(failOn);
    const least = call.get(minCoverage);
    const isEnough = (report: Report): boolean => call.get(allowUnread) || isComplete(report, least);
    const verdict = judge(result, [before, after], gate, isEnough);
    const shown = { ...result, changes: result.changes.filter((change) => isShown(change, call)) };
    const isNarrowed = call.given(only) || call.given(level);
    const count = call.get(context);
    await writeResult(call, targets, format, async (each, screen) =>
      each === 'json'
        ? renderJson(shown)
        : renderDiff(isNarrowed ? shown : result, {
            ...screen,
            verdict,
            ...(call.get(only) === null ? {} : { shows: () => true }),
            context: { count, commitments: after.commitments },
          }),
    );
    return codeOf(verdict, [before, after], isEnough);
  },
};

function split(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function kindOf(long: string, name: string): ChangeKind {
  const kind = CHANGE_KINDS.find((one) => one === name);
  if (kind === undefined) throw badValue(long, name, `Kinds: ${CHANGE_KINDS.join(', ')}`);
  return kind;
}

/** @throws PmedError (exit 2) for a word that is neither a level nor a kind */
function gateOf(typed: string): Gate {
  const kinds = new Set<ChangeKind>();
  let least: Level | null = null;
  for (const name of split(typed)) {
    if (name === 'none') continue;
    const named = name === 'any' ? 'note' : LEVEL_NAMES.find((one) => one === name);
    if (named === undefined) kinds.add(kindOf('--fail-on', name));
    else if (least === null || atLeast(least, named)) least = named;
  }
  return { level: least, kinds, typed };
}

/** What the gate says; null where there is none. A side that was not read completely allows no verdict. */
function judge(
  result: Diff,
  [before, after]: readonly [Report, Report],
  gate: Gate,
  isEnough: (report: Report) => boolean,
): Verdict | null {
  if (gate.level === null && gate.kinds.size === 0) return null;
  if (!result.comparable) return { outcome: 'none', reason: 'the two were not compared' };
  if (!isEnough(before) || !isEnough(after)) {
    return { outcome: 'none', reason: `the ${isEnough(before) ? 'new' : 'old'} version was not read completely` };
  }
  const met = result.changes.filter((change) => isMet(change, gate));
  const counts = LEVEL_NAMES.flatMap((name) => {
    const count = met.filter((change) => change.level === name).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  const option = `(--fail-on ${gate.typed})`;
  if (met.length === 0) return { outcome: 'pass', reason: `nothing to fail on ${option}` };
  return { outcome: 'fail', reason: `${counts.join(', ')} ${option}` };
}

function isMet({ kinds, level: its }: Change, gate: Gate): boolean {
  if (kinds.some((kind) => gate.kinds.has(kind))) return true;
  if (gate.level === null || !atLeast(its, gate.level)) return false;
  return kinds.some((kind) => kind !== 'moved' && kind !== 'reworded');
}

function isShown({ kinds, level: its }: Change, call: Call): boolean {
  const wanted = call.get(only);
  return atLeast(its, call.get(level)) && (wanted === null || kinds.some((kind) => wanted.has(kind)));
}

/** Whether enough was read to judge by: a page or two without text are a warning, and are said. */
function isComplete(report: Report, least: number): boolean {
  return report.documents.every(
    ({ status, textCoverage }) => status === 'read' || (status === 'partial' && textCoverage >= least),
  );
}

/** An incomplete reading must not look like a verdict. */
function codeOf(verdict: Verdict | null, sides: readonly Report[], isEnough: (report: Report) => boolean): ExitCode {
  if (!sides.every(isEnough) || verdict?.outcome === 'none') return 3;
  return verdict?.outcome === 'fail' ? 1 : 0;
}
