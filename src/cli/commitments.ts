/** `pmed commitments`: who will do what, how firmly and by when. */
import { STRENGTH_LABELS } from '../model/kinds.ts';
import { GROUPINGS } from '../render/commitments/groups.ts';
import { choiceFlag, formatFlag, optionalChoiceFlag, switchFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, csvRaw, noBom, showAll, themes } from './flags.ts';
import { needsBody } from './records/needs-body.ts';
import { recordCommand } from './records/record-command.ts';
import { commandOf } from './reproduce.ts';
import { sharedOptions } from './shared-options.ts';
import { badValue } from './usage.ts';
import { sort, where, whereOf } from './where.ts';

const format = formatFlag(['text', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'xlsx', 'qdpx']);
const groupBy = optionalChoiceFlag({ long: '--group-by', value: '<what>', help: GROUPINGS.join(', ') }, GROUPINGS);
export const minStrength = choiceFlag(
  { long: '--min-strength', value: '<label>', help: 'least: binding firm planned aimed wished' },
  STRENGTH_LABELS,
  'wished',
);
export const includeReported = switchFlag('--include-reported', "keep others' commitments that are reported [default]");
export const noReported = switchFlag('--no-include-reported', 'leave them out');

const chosen = [where, minStrength, includeReported, noReported, groupBy, sort, showAll];
const [goesIn, reading] = [whatGoesIn(), howItIsRead(themes)];
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...chosen, allowUnread, ...goesIn.flags, ...reading.flags];

export const commitmentsCommand = recordCommand({
  name: 'commitments',
  summary: 'who will do what, by when',
  purpose: 'Show the commitments of reports: who will do what, how firmly, how much and by when, each with its place.',
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
      flags: [...chosen, ...tableFlags(format), allowUnread],
    },
    goesIn,
    reading,
  ],
  notes: [
    '<expr>: strength>=planned, theme~econom, by<=2026-03, by=none, actor="NHS England", page=12 and other columns of csv, joined by and, or, not, ( ).',
    'What is said again is one row; json and csv have each, with `restates`.',
    'JSON has the records and ids of pmed analyse, and only its commitments filled.',
  ],
  format,
  async prepare(call, written) {
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
    const [{ analysed }, { commitmentsWriters }] = await Promise.all([
      import('./records/analysed.ts'),
      import('./commitments-writers.ts'),
    ]);
    const options = { ...(await sharedOptions(call)), keepsBody: needsBody(written) };
    const look = {
      ask,
      groupBy: grouping,
      mark: !call.get(noBom),
      guard: !call.get(csvRaw),
      asOf: options.asOf ?? null,
      command: commandOf('pmed commitments', call, reproduced),
      rules: options.rules,
      tell: call.session.notices.add,
    };
    return {
      start: analysed(options, (tool) => commitmentsWriters({ ...look, tool })),
      next: { more: '--all', extension: '.csv' },
    };
  },
});
