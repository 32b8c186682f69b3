/** `pmed commitments`: who will do what, how firmly and by when. */
import { STRENGTH_LABELS } from '../model/kinds.ts';
import { shellWord } from '../model/shell-word.ts';
import { GROUPINGS, type Grouping } from '../render/commitments/groups.ts';
import type { Call, CommandDefinition } from './command.ts';
import {
  actor,
  allowUnread,
  anchor,
  choiceFlag,
  csvRaw,
  dateOrder,
  docDate,
  fiscalYear,
  flag,
  force,
  formatFlag,
  noBom,
  ocr,
  output,
  passwordFile,
  publisher,
  showAll,
  switchFlag,
  themes,
  timeout,
} from './flags.ts';
import { pages } from './pages.ts';
import { documents, type Reading, writeParts } from './reading.ts';
import { sharedOptions } from './shared-options.ts';
import { stdinFlags } from './stdin.ts';
import { badValue } from './usage.ts';
import { sort, where, whereOf } from './where.ts';

const formats = ['text', 'json', 'ndjson', 'csv', 'tsv', 'md'] as const;

const format = formatFlag(formats);
const groupBy = flag({ long: '--group-by', value: '<what>', help: GROUPINGS.join(', ') }, (raw): Grouping | null => {
  const given = raw.at(-1);
  if (given === undefined) return null;
  const known = GROUPINGS.find((one) => one === given);
  if (known === undefined) throw badValue('--group-by', given, `Choose one of: ${GROUPINGS.join(', ')}`);
  return known;
});
const minStrength = choiceFlag(
  { long: '--min-strength', value: '<label>', help: 'the weakest to show: binding firm planned aimed wished' },
  STRENGTH_LABELS,
  'wished',
);
const includeReported = switchFlag('--include-reported', "keep others' commitments that are reported [default]");
const noReported = switchFlag('--no-include-reported', 'leave them out');

export const commitmentsCommand: CommandDefinition = {
  name: 'commitments',
  aliases: [],
  summary: 'who will do what, by when',
  purpose: 'Show the commitments of reports: who will do what, how firmly, how much and by when, each with its place.',
  operands: '[files...]',
  arity: [0, Number.POSITIVE_INFINITY],
  readsStdin: true,
  examples: [
    ['pmed commitments report.pdf', 'the firmest on one screen'],
    ['pmed commitments report.pdf --all', 'every one with its sentence'],
    ['pmed commitments report.pdf --group-by actor', 'under the names of those bound'],
    ['pmed commitments report.pdf --sort by', 'what is due first'],
    ["pmed commitments report.pdf --where 'strength>=firm and by<2027'", 'firm and due by the end of 2026'],
    ['pmed commitments reports/ -q -o all.csv', 'a table of a folder'],
  ],
  groups: [
    {
      title: 'What comes out',
      flags: [
        where,
        minStrength,
        includeReported,
        noReported,
        groupBy,
        sort,
        showAll,
        format,
        output,
        force,
        noBom,
        csvRaw,
        allowUnread,
      ],
    },
    { title: 'What goes in', flags: [pages, ...stdinFlags] },
    {
      title: 'How it is read',
      flags: [docDate, publisher, fiscalYear, dateOrder, anchor, actor, themes, passwordFile, ocr, timeout],
    },
  ],
  notes: [
    'Inputs: files, folders, quoted patterns, @list.txt (a path a line), - for stdin.',
    '<expr>: strength>=planned, theme~econom, by<=2026-03, by=none, actor="NHS England", page=12 and other columns of csv, joined by and, or, not, ( ).',
    'What is said again is one row; json and csv have each, with `restates`.',
    'JSON has the records and ids of pmed analyse, and only its commitments filled.',
  ],
  async run(call) {
    const [{ namedInputs }, { checkTargets, outputTargets }, { openSinks }, { commitmentsWriters }, { analyseEach }] =
      await Promise.all([
        import('./inputs.ts'),
        import('./output.ts'),
        import('./sinks.ts'),
        import('./commitments-writers.ts'),
        import('../analyse.ts'),
      ]);
    const { session } = call;
    const targets = outputTargets(call.get(output), formats);
    const written = [call.get(format), ...targets.map((target) => target.format)];
    const grouping = call.get(groupBy);
    if (grouping !== null && !written.some((one) => one === 'text' || one === 'md'))
      throw badValue('--group-by', grouping, `It groups text and md; ${call.get(format)} has one list:  --sort`);
    if (call.given(includeReported) && call.given(noReported))
      throw badValue('--include-reported', '--no-include-reported', 'Give one of them');
    const ask = {
      minStrength: call.get(minStrength),
      includeReported: !call.get(noReported),
      where: await whereOf(call),
      sort: call.get(sort),
    };
    const named = await namedInputs(call.operands);
    const paths = named.flatMap((one) => ('path' in one ? [one.path] : []));
    checkTargets(targets, paths, call.get(force));

    const reading: Reading = { path: null };
    const { tool, parts } = await analyseEach(documents(named, call, reading), sharedOptions(call));
    const writers = commitmentsWriters({
      tool,
      ask,
      groupBy: grouping,
      mark: !call.get(noBom),
      guard: !call.get(csvRaw),
    });
    const sinks = await openSinks(targets, call.get(format), session, writers);
    await writeParts(parts, sinks, { reading, call, files: targets.length });
    suggest(paths, targets.length, call);
    return 0;
  },
};

/** What to do next, for a person who looks at one document. */
function suggest(paths: readonly string[], files: number, call: Call): void {
  const [path] = paths;
  const { session } = call;
  if (!session.isWatched || files > 0 || paths.length !== 1 || path === undefined || path === '-') return;
  if (call.get(format) !== 'text' || call.get(showAll) || session.notices.exitCode !== 0) return;
  const quoted = shellWord(path);
  const table = shellWord(path.replace(/(?:\.\w+)?$/, '.csv'));
  session.notices.remark(`next:  pmed commitments ${quoted} --all    pmed commitments ${quoted} -o ${table}`);
}
