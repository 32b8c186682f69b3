/** `pmed timeline`: the dates, deadlines, periods and recurrences of reports, in the order of time. */
import { shellWord } from '../model/shell-word.ts';
import type { TimelineView } from '../render/timeline-text.ts';
import type { Call, CommandDefinition } from './command.ts';
import {
  actor,
  allowUnread,
  anchor,
  asOf,
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
  timeout,
} from './flags.ts';
import { pages } from './pages.ts';
import { rangeFlags, rangeOf } from './range.ts';
import { documents, type Reading, writeParts } from './reading.ts';
import { sharedOptions } from './shared-options.ts';
import { stdinFlags } from './stdin.ts';
import { badValue } from './usage.ts';

const formats = ['text', 'json', 'ndjson', 'csv', 'tsv', 'md', 'svg', 'ics'] as const;
const views = ['list', 'gantt'] as const;
/** Columns from which a terminal gets the chart unasked. */
const CHART_WIDTH = 80;

const format = formatFlag(formats);
const view = flag(
  { long: '--view', value: '<view>', help: 'layout of the text: list or gantt', shown: 'gantt on screen' },
  (raw): TimelineView | null => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    const known = views.find((one) => one === given);
    if (known === undefined) throw badValue('--view', given, `Choose one of: ${views.join(', ')}`);
    return known;
  },
);

export const timelineCommand: CommandDefinition = {
  name: 'timeline',
  aliases: [],
  summary: 'dates, deadlines and periods, in order',
  purpose: 'Show the dates, deadlines and periods of reports in the order of time.',
  operands: '[files...]',
  arity: [0, Number.POSITIVE_INFINITY],
  readsStdin: true,
  examples: [
    ['pmed timeline report.pdf', 'a list; a chart on wide terminals'],
    ['pmed timeline report.pdf --as-of today', 'say which deadlines have passed'],
    ['pmed timeline reports/ --from 2026', 'what is still to come, in a folder'],
    ['pmed timeline report.pdf --view list --all', 'every date with its sentence'],
    ['pmed timeline report.pdf -o plan.svg', 'a picture; plan.ics for a calendar'],
  ],
  groups: [
    {
      title: 'What comes out',
      flags: [view, ...rangeFlags, asOf, showAll, format, output, force, noBom, csvRaw, allowUnread],
    },
    { title: 'What goes in', flags: [pages, ...stdinFlags] },
    {
      title: 'How it is read',
      flags: [docDate, publisher, fiscalYear, dateOrder, anchor, actor, passwordFile, ocr, timeout],
    },
  ],
  notes: [
    'Inputs: files, folders, quoted patterns, @list.txt (a path a line), - for stdin.',
    'Several documents have a chart or list each; svg has them on one axis.',
    'JSON has the records and ids of pmed analyse, and only its timeline filled.',
    'csv, tsv: a row a date. md: every quote. ics: an event on each last day.',
  ],
  async run(call) {
    const [{ namedInputs }, { checkTargets, outputTargets }, { openSinks }, { timelineWriters }, { analyseEach }] =
      await Promise.all([
        import('./inputs.ts'),
        import('./output.ts'),
        import('./sinks.ts'),
        import('./timeline-writers.ts'),
        import('../analyse.ts'),
      ]);
    const { session } = call;
    const targets = outputTargets(call.get(output), formats);
    const range = rangeOf(call);
    const asked = call.get(view);
    if (asked !== null && call.get(format) !== 'text' && !targets.some((target) => target.format === 'text'))
      throw badValue(
        '--view',
        asked,
        `It is a layout of the text, and ${call.get(format)} has none; leave out one of them`,
      );
    const named = await namedInputs(call.operands);
    const paths = named.flatMap((one) => ('path' in one ? [one.path] : []));
    checkTargets(targets, paths, call.get(force));

    const reading: Reading = { path: null };
    const options = { ...sharedOptions(call), themes: [] };
    const { tool, parts } = await analyseEach(documents(named, call, reading), options);
    const onScreen = session.isWatched && session.screen.width >= CHART_WIDTH ? 'gantt' : 'list';
    const writers = timelineWriters({
      tool,
      ...range,
      asOf: options.asOf ?? null,
      viewOn: ({ isFile }) => asked ?? (isFile ? 'list' : onScreen),
      mark: !call.get(noBom),
      guard: !call.get(csvRaw),
      remark: session.notices.remark,
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
  const calendar = shellWord(path.replace(/(?:\.\w+)?$/, '.ics'));
  session.notices.remark(`next:  pmed timeline ${quoted} --view list --all    pmed timeline ${quoted} -o ${calendar}`);
}
