/** `pmed kwic`: a pattern of words wherever it stands, between the words around it. */
import { statSync } from 'node:fs';
import { PmedError } from '../model/fault.ts';
import type { KwicPart } from '../model/kwic-part.ts';
import { shellWord } from '../model/shell-word.ts';
import { counted } from '../render/numbers.ts';
import { choiceFlag, flag, formatFlag, switchFlag } from './flag.ts';
import { howItIsOpened, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, csvRaw, noBom, showAll } from './flags.ts';
import type { KwicFormat } from './kwic-writers.ts';
import { pages } from './pages.ts';
import { recordCommand } from './records/record-command.ts';
import type { RecordRun } from './records/record-run.ts';
import { inputOptions } from './shared-options.ts';
import { badValue } from './usage.ts';

const MOST_SPAN = 100;

const format = formatFlag(['text', 'json', 'ndjson', 'csv', 'tsv', 'md']);
const span = flag({ long: '--span', value: '<words>', help: 'words on each side', shown: '8' }, (raw): number => {
  const given = raw.at(-1) ?? '8';
  const words = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
  if (!(words <= MOST_SPAN)) throw badValue('--span', given, `Give a whole number from 0 to ${MOST_SPAN}`);
  return words;
});
const sort = choiceFlag(
  { long: '--sort', value: '<order>', help: 'page; or left, right: by the words beside' },
  ['page', 'left', 'right'],
  'page',
);
const lemma = switchFlag('--lemma', 'find the inflections of words too [default]');
const exact = switchFlag('--exact', 'find words as typed only; capitals make no difference');
const exitCode = switchFlag('--exit-code', 'exit 1 where nothing is found');

export const kwicCommand = recordCommand({
  name: 'kwic',
  summary: 'keyword in context, with page references',
  purpose: 'Show wherever words stand in reports, with the words around them and the page.',
  before: ['<pattern>'],
  examples: [
    ['pmed kwic publish report.pdf', 'publishes, published and publishing too'],
    ['pmed kwic "net zero" reports/', 'a phrase, in every document of a folder'],
    ['pmed kwic "(plan | strategy) ...3 carbon" report.pdf', 'either word, up to three more, carbon'],
    ['pmed kwic "econom*" report.pdf --sort right', 'a beginning; in the order of what follows'],
    ['pmed kwic child report.pdf -o hits.csv', 'a table, with quotes and pages'],
  ],
  groups: [
    { title: 'What is found', flags: [lemma, exact, exitCode] },
    { title: 'What comes out', flags: [span, sort, showAll, ...tableFlags(format), allowUnread] },
    whatGoesIn(),
    howItIsOpened,
  ],
  notes: [
    'Patterns are those of rules: words, stem*, =Exact with its capitals, a | b, x?, ( ), ...n for up to n words, ^ and $ for the ends of a sentence, and kinds such as :number and :capital. Quotes keep them from the shell.',
    'A match never runs over the end of a sentence. Notes are looked through; contents, running heads and struck words are not.',
    'JSON has a kind of its own:  pmed schema kwic',
  ],
  format,
  async prepare(call): Promise<RecordRun<KwicFormat, KwicPart>> {
    const { session } = call;
    const [pattern = '', ...inputs] = call.operands;
    refuseLooseWords(pattern, inputs);
    if (call.given(lemma) && call.given(exact)) throw badValue('--lemma', '--exact', 'Give one of them');
    const [{ kwicEach }, { kwicWriters }] = await Promise.all([import('../kwic.ts'), import('./kwic-writers.ts')]);
    const only = call.get(pages);
    const options = { ...inputOptions(call), config: call.settings.decided, ...(only === null ? {} : { pages: only }) };
    const asked = { pattern, inflections: !call.get(exact), span: call.get(span), sort: call.get(sort) };
    const vocabulary = new Map<string, number>();
    let hits = 0;
    let said = '';
    return {
      async start(given) {
        const { tool, query, parts } = await kwicEach(given, asked, options);
        async function* watched(): AsyncGenerator<KwicPart> {
          for await (const part of parts) {
            hits += part.hits.length;
            if (hits === 0) (await import('./kwic-none.ts')).addWords(vocabulary, part.vocabulary);
            yield part;
          }
          if (hits === 0) said = (await import('./kwic-none.ts')).saidOfNone(query, vocabulary);
        }
        return {
          parts: watched(),
          writers: kwicWriters({ tool, query, mark: !call.get(noBom), guard: !call.get(csvRaw) }),
          found: ({ hits: its }) => counted(its.length, 'hit'),
        };
      },
      next: { more: '--all', extension: '.csv' },
      verdict() {
        if (said !== '') session.notices.remark(said);
        return hits === 0 && call.get(exitCode) ? 1 : 0;
      },
    };
  },
});

/** `pmed kwic net zero report.pdf` is a pattern without its quotes, not a file called "zero". */
function refuseLooseWords(pattern: string, inputs: readonly string[]): void {
  const loose = inputs.findIndex((input) => !/^[\p{L}|()?]+$/u.test(input) || isThere(input));
  if (loose < 1) return;
  const words = [pattern, ...inputs.slice(0, loose)].join(' ');
  const meant = ['pmed', 'kwic', words, ...inputs.slice(loose)].map(shellWord).join(' ');
  throw new PmedError(`there is no file '${inputs[0]}'; a pattern of several words is one word of the command.`, {
    code: 'PMED-U005',
    exitCode: 2,
    hint: `Put it into quotes:  ${meant}`,
  });
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
