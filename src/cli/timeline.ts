/** `pmed timeline`: the dates, deadlines, periods and recurrences of reports, in the order of time. */
import type { ReportPart } from '../model/part.ts';
import { formatFlag, optionalChoiceFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, asOf, csvRaw, noBom, showAll } from './flags.ts';
import { rangeFlags, rangeOf } from './range.ts';
import { recordCommand } from './records/record-command.ts';
import { commandOf } from './reproduce.ts';
import { vague } from './settings/unflagged.ts';
import { sharedOptions } from './shared-options.ts';
import { badValue } from './usage.ts';

/** Columns from which a terminal gets the chart unasked. */
const CHART_WIDTH = 80;

const format = formatFlag(['text', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'xlsx', 'svg', 'ics']);
const view = optionalChoiceFlag(
  { long: '--view', value: '<view>', help: 'layout of the text: list or gantt', shown: 'gantt on screen' },
  ['list', 'gantt'],
);

const chosen = [view, ...rangeFlags, asOf, showAll];
const [goesIn, reading] = [whatGoesIn(), howItIsRead()];
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...chosen, allowUnread, ...goesIn.flags, ...reading.flags];

export const timelineCommand = recordCommand({
  name: 'timeline',
  summary: 'dates, deadlines and periods, in order',
  purpose: 'Show the dates, deadlines and periods of reports in the order of time.',
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
      flags: [...chosen, ...tableFlags(format), allowUnread],
    },
    goesIn,
    reading,
  ],
  notes: [
    'Several documents have a chart or list each; svg has them on one axis.',
    'JSON has the records and ids of pmed analyse, and only its timeline filled.',
    'csv, tsv: a row a date. md: every quote. ics: an event on each last day.',
  ],
  format,
  async prepare(call, written) {
    const { session } = call;
    const range = rangeOf(call);
    const asked = call.get(view);
    if (asked !== null && !written.includes('text'))
      throw badValue(
        '--view',
        asked,
        `It is a layout of the text, and ${call.get(format)} has none; leave out one of them`,
      );
    const [{ analysed }, { timelineWriters }] = await Promise.all([
      import('./records/analysed.ts'),
      import('./timeline-writers.ts'),
    ]);
    const options = { ...(await sharedOptions(call)), themes: [] };
    const onScreen = session.isWatched && session.screen.width >= CHART_WIDTH ? 'gantt' : 'list';
    const start = analysed(options, (tool) =>
      timelineWriters({
        tool,
        ...range,
        asOf: options.asOf ?? null,
        viewOn: ({ isFile }) => asked ?? (isFile ? 'list' : onScreen),
        mark: !call.get(noBom),
        guard: !call.get(csvRaw),
        remark: session.notices.remark,
        tell: session.notices.add,
        command: commandOf('pmed timeline', call, reproduced),
        rules: options.rules,
      }),
    );
    return {
      async start(inputs) {
        const { parts, ...rest } = await start(inputs);
        return { ...rest, parts: call.get(vague) === 'drop' ? withoutVague(parts) : parts };
      },
      next: { more: '--view list --all', extension: '.ics' },
    };
  },
});

/** Documents without the times that name no date, such as "in due course". */
async function* withoutVague(parts: AsyncIterable<ReportPart>): AsyncGenerator<ReportPart> {
  for await (const part of parts) yield { ...part, timeline: part.timeline.filter(({ role }) => role !== 'vague') };
}
