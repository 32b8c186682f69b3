/** `pmed analyse`: commitments, statements, timeline and themes of one document or many. */
import type { Input } from '../analyse/read-input.ts';
import type { Call } from './command.ts';
import { choiceFlag, formatFlag, switchFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, asOf, csvRaw, noBom, showAll, themes } from './flags.ts';
import type { Named } from './inputs.ts';
import { needsBody } from './records/needs-body.ts';
import type { Reading } from './records/reading.ts';
import { recordCommand } from './records/record-command.ts';
import { REPORT_FAMILIES } from './report-families.ts';
import { commandOf } from './reproduce.ts';
import { sharedOptions } from './shared-options.ts';

const format = formatFlag(
  ['text', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'xlsx', 'svg', 'ics', 'qdpx'],
  REPORT_FAMILIES,
);
const from = choiceFlag(
  { long: '--from', value: '<fmt>', help: 'jsonl: a line is {"id": …, "text": …}' },
  ['documents', 'jsonl'],
  'documents',
);

const each = switchFlag('--each', 'of several documents a screen each');
const counts = [allowUnread, showAll, each];
const [goesIn, reading] = [whatGoesIn(from), howItIsRead(asOf, themes)];
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...counts, ...goesIn.flags, ...reading.flags];

export const analyseCommand = recordCommand({
  name: 'analyse',
  aliases: ['analyze'],
  summary: 'commitments, timeline and themes of a report',
  purpose: 'Read reports and say who undertakes what, how firmly and by when, what is due, and what they are about.',
  examples: [
    ['pmed analyse report.pdf', 'show the findings on one screen'],
    ['pmed analyse report.pdf -o report.html', 'a page to read, search and print'],
    ['pmed analyse report.pdf -o report.xlsx', 'a workbook for Excel'],
    ['pmed analyse report.pdf -o report.json', 'all of them as JSON'],
    ['pmed analyse reports/', 'a line a document; --each: a screen each'],
    ['pmed analyse reports/ -f ndjson', 'all of every document, streamed'],
    ['pmed analyse --from jsonl texts.jsonl', 'many short texts, one a line'],
    ['pmed analyse --doc-date 2024-03 < note.txt', 'from a pipe'],
  ],
  groups: [{ title: 'What comes out', flags: [...tableFlags(format), ...counts] }, goesIn, reading],
  notes: ['-o overwrites what pmed wrote before; other files need --force.'],
  format,
  async prepare(call, written) {
    const [{ analysed }, { documents }, { reportWriters }] = await Promise.all([
      import('./records/analysed.ts'),
      import('./records/reading.ts'),
      import('./report-writers.ts'),
    ]);
    const options = { ...(await sharedOptions(call)), keepsBody: needsBody(written) };
    const isLines = call.get(from) === 'jsonl';
    let current: Reading | null = null;
    return {
      start: analysed(options, (tool) =>
        reportWriters({
          tool,
          asOf: options.asOf ?? null,
          command: commandOf('pmed analyse', call, reproduced),
          rules: options.rules,
          isEach: call.get(each),
          pathOf: () => current?.path ?? null,
          remark: call.session.notices.remark,
          mark: !call.get(noBom),
          guard: !call.get(csvRaw),
          tell: call.session.notices.add,
        }),
      ),
      inputs(named, reading) {
        current = reading;
        return isLines ? lines(named, reading, call) : documents(named, call, reading);
      },
      next: isLines ? null : { more: '--all', extension: '.json' },
    };
  },
});

async function* lines(
  named: readonly Named[],
  reading: Reading,
  { session: { progress } }: Call,
): AsyncGenerator<Input> {
  const { jsonlInputs } = await import('./jsonl.ts');
  progress.begin(null);
  for (const one of named) {
    if ('fault' in one) {
      yield { kind: 'fault', fault: one.fault };
      continue;
    }
    for await (const input of jsonlInputs(one.path)) {
      reading.path = input.kind === 'source' && typeof input.source !== 'string' ? input.source.name : null;
      progress.next(reading.path);
      yield input;
    }
  }
}
