/** `pmed analyse`: commitments, statements, timeline and themes of one document or many. */
import type { Input } from '../analyse.ts';
import { shellWord } from '../model/shell-word.ts';
import type { Call, CommandDefinition } from './command.ts';
import {
  actor,
  allowUnread,
  anchor,
  asOf,
  choiceFlag,
  dateOrder,
  docDate,
  fiscalYear,
  force,
  formatFlag,
  ocr,
  output,
  passwordFile,
  publisher,
  showAll,
  themes,
  timeout,
} from './flags.ts';
import type { Named } from './inputs.ts';
import { pages } from './pages.ts';
import { documents, type Reading, writeParts } from './reading.ts';
import { sharedOptions } from './shared-options.ts';
import { stdinFlags } from './stdin.ts';

const formats = ['text', 'json', 'ndjson'] as const;

const format = formatFlag(formats);
const from = choiceFlag(
  { long: '--from', value: '<fmt>', help: 'jsonl: a line is {"id": …, "text": …}' },
  ['documents', 'jsonl'],
  'documents',
);

export const analyseCommand: CommandDefinition = {
  name: 'analyse',
  aliases: ['analyze'],
  summary: 'commitments, timeline and themes of a report',
  purpose: 'Read reports and say who undertakes what, how firmly and by when, what is due, and what they are about.',
  operands: '[files...]',
  arity: [0, Number.POSITIVE_INFINITY],
  readsStdin: true,
  examples: [
    ['pmed analyse report.pdf', 'show the findings on one screen'],
    ['pmed analyse report.pdf -o report.json', 'and keep all of them as JSON'],
    ['pmed analyse reports/ -f ndjson', 'every document of a folder'],
    ['pmed analyse --from jsonl texts.jsonl', 'many short texts, one a line'],
    ['pmed analyse --doc-date 2024-03 < note.txt', 'from a pipe'],
  ],
  groups: [
    { title: 'What comes out', flags: [format, output, force, allowUnread, showAll] },
    { title: 'What goes in', flags: [pages, from, ...stdinFlags] },
    {
      title: 'How it is read',
      flags: [docDate, publisher, fiscalYear, dateOrder, anchor, actor, asOf, themes, passwordFile, ocr, timeout],
    },
  ],
  notes: [
    'Inputs: files, folders, quoted patterns, @list.txt (a path a line), - for stdin.',
    '-o overwrites what pmed wrote before; other files need --force.',
  ],
  async run(call) {
    const [{ namedInputs }, { checkTargets, outputTargets }, { openSinks }, { reportWriters }, { analyseEach }] =
      await Promise.all([
        import('./inputs.ts'),
        import('./output.ts'),
        import('./sinks.ts'),
        import('./report-writers.ts'),
        import('../analyse.ts'),
      ]);
    const { session } = call;
    const targets = outputTargets(call.get(output), formats);
    const named = await namedInputs(call.operands);
    const paths = named.flatMap((one) => ('path' in one ? [one.path] : []));
    checkTargets(targets, paths, call.get(force));

    const reading: Reading = { path: null };
    const inputs = call.get(from) === 'jsonl' ? lines(named, reading) : documents(named, call, reading);
    const { tool, parts } = await analyseEach(inputs, sharedOptions(call));
    const sinks = await openSinks(targets, call.get(format), session, reportWriters(tool));
    await writeParts(parts, sinks, { reading, call, files: targets.length });
    suggest(paths, targets.length, call);
    return 0;
  },
};

async function* lines(named: readonly Named[], reading: Reading): AsyncGenerator<Input> {
  const { jsonlInputs } = await import('./jsonl.ts');
  for (const one of named) {
    if ('fault' in one) {
      yield { kind: 'fault', fault: one.fault };
      continue;
    }
    for await (const input of jsonlInputs(one.path)) {
      reading.path = input.kind === 'source' && typeof input.source !== 'string' ? input.source.name : null;
      yield input;
    }
  }
}

/** What to do next, for a person who looks at one document. */
function suggest(paths: readonly string[], files: number, call: Call): void {
  const [path] = paths;
  const { session } = call;
  if (!session.isWatched || files > 0 || paths.length !== 1 || path === undefined || path === '-') return;
  if (call.get(format) !== 'text' || call.get(from) === 'jsonl' || session.notices.exitCode !== 0) return;
  const quoted = shellWord(path);
  const json = shellWord(path.replace(/(?:\.\w+)?$/, '.json'));
  session.notices.remark(`next:  pmed analyse ${quoted} --all    pmed analyse ${quoted} -o ${json}`);
}
