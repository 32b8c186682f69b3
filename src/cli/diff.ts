/** `pmed diff`: what changed between two versions of a report, and whether that is a reason to stop. */
import { whatIsAccepted } from './accept/flags.ts';
import type { CommandDefinition } from './command.ts';
import { context, datesFor, docDates, exitCode, failOn, level, match, only, view } from './diff/flags.ts';
import { format, writeDiff } from './diff/writers.ts';
import { howTheyAreRead, tableFlags } from './flag-groups.ts';
import { allowUnread, asOf, force, output, sarifText, showAll, themes } from './flags.ts';
import { gitFlag } from './git/revisions.ts';
import { commandOf } from './reproduce.ts';
import { levels } from './settings/unflagged.ts';

const counts = [failOn, exitCode, level, only, match, allowUnread];
const reading = howTheyAreRead(docDates, gitFlag, asOf, themes);
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...counts, ...whatIsAccepted.flags, showAll, ...reading.flags];

export const diffCommand: CommandDefinition = {
  name: 'diff',
  aliases: [],
  summary: 'what changed between two versions of a report',
  purpose: 'Compare two versions of a report and say what changed in its commitments.',
  operands: '<old> <new>...',
  arity: [1, Number.POSITIVE_INFINITY],
  readsStdin: false,
  examples: [
    ['pmed diff old.pdf new.pdf', 'show the changes'],
    ['pmed diff old.pdf new.pdf --fail-on error', 'for CI: exit 1 if weakened'],
    ['pmed diff old.json new.pdf -o changes.html', 'a saved report is an input'],
    ['pmed diff --git HEAD~1 strategy.md', 'against an earlier commit'],
    ['pmed diff 2020.pdf 2022.pdf 2024.pdf', 'the history of each commitment'],
    ['pmed diff old.md new.md --view line', 'a change a line, for grep'],
  ],
  groups: [
    { title: 'What counts', flags: counts },
    whatIsAccepted,
    { title: 'How it is shown', flags: [...tableFlags(format), sarifText, view, context, showAll] },
    reading,
  ],
  notes: [
    'Kinds and their levels:  pmed help changes',
    'Of three versions or more, oldest first: what became of each commitment in which version, as text json ndjson csv tsv md; --fail-on looks at the newest version.',
  ],
  async run(call) {
    const [
      { operandsOf },
      { checkTargets },
      { outputTargets },
      { checkStdout },
      { guidingFiles },
      { writeResult },
      { readVersions },
      { diff },
      { judge },
      { checkView },
      { runOf },
      { inWords },
      { serviceFiles },
      { textWriter },
      { addToSummary },
      { tellOf },
    ] = await Promise.all([
      import('./diff/operands.ts'),
      import('./output/check.ts'),
      import('./output/target.ts'),
      import('./output/stdout.ts'),
      import('./rule-files.ts'),
      import('./one-result.ts'),
      import('./sides.ts'),
      import('../compare/diff.ts'),
      import('./diff/gate.ts'),
      import('./diff/layout.ts'),
      import('./diff/run.ts'),
      import('../render/diff/ending.ts'),
      import('./diff/files.ts'),
      import('./text-folder.ts'),
      import('./step-summary.ts'),
      import('./diff/told.ts'),
    ]);
    const { session } = call;
    const operands = operandsOf(call);
    if (operands.length > 2) return (await import('./diff/history.ts')).runHistory(call, operands);
    const targets = outputTargets(call.get(output), format.formats);
    checkStdout(call, format, targets);
    checkView(call, targets);
    checkTargets(targets, [...call.operands, ...guidingFiles(call)], call.get(force));
    const { accepted, openForChanges } = await import('./accept/changes.ts');
    const acceptance = await openForChanges(call);
    const formats = [call.get(format), ...targets.map((target) => target.format)];
    const write = textWriter(call, formats, call.operands);
    const [before, after] = await readVersions(operands, call, datesFor(call.get(docDates), operands.length));
    // What could not be read has been said, with the exit code that follows.
    if (!before || !after) return 0;

    const compared = diff(before, after, { match: call.get(match), levels: call.get(levels) });
    const result = accepted(compared, acceptance, after.wording?.comments ?? []);
    if (result.comparable) acceptance.tell(result.tool);
    tellOf(result.diagnostics, [before, after], operands[1]?.typed ?? '', call);
    const judged = judge(result, [before, after], call);
    const run = runOf(call, result, judged, {
      sides: [before, after],
      typed: [operands[0]?.typed ?? '', operands[1]?.typed ?? ''],
      files: serviceFiles(operands, [before, after], write),
      command: commandOf('pmed diff', call, reproduced),
    });
    await writeResult(call, targets, format, (each, screen, at) => writeDiff(each, run, { screen, ...at }));
    await addToSummary(call, formats, () => writeDiff('md', run, { screen: session.page, isFile: true }));
    if (run.view === 'line') session.notices.remark(inWords(run.isNarrowed ? run.shown : result, judged.verdict));
    return judged.code;
  },
};
