/** `pmed explain`: why something was found, and why a sentence yields nothing. */
import type { Asked } from '../explain.ts';
import type { Explanation } from '../model/explanation.ts';
import { PmedError } from '../model/fault.ts';
import { shellWord } from '../model/shell-word.ts';
import type { ScreenOptions } from '../render/screen.ts';
import type { Call, CommandDefinition } from './command.ts';
import { formatFlag, textFlag } from './flag.ts';
import { howItIsRead, resultFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, force, output, showAll, themes } from './flags.ts';
import { statedDate } from './settings/files.ts';
import { readingOptions } from './shared-options.ts';
import { stdinOptions } from './stdin.ts';

const format = formatFlag(['text', 'json']);
const text = textFlag('--text', '<sentence>', 'explain these words instead of a document; - is stdin');

export const explainCommand: CommandDefinition = {
  name: 'explain',
  aliases: [],
  summary: 'why something was, or was not, found',
  purpose:
    'Show how a finding came about: the rule and its words, where strength, actor and deadline come from, and what each guard decided. Of a theme: the passages that carry it and by which words. Of a sentence that yields nothing: the nearest rules, and what they lack.',
  operands: '<input> <id>',
  arity: [0, 2],
  readsStdin: false,
  examples: [
    ['pmed explain report.pdf C12', 'an id as on screen: C12, S3 or T4'],
    ['pmed explain report.pdf c-2m8x4tqa', 'a stable id, as in the JSON'],
    ['pmed explain report.pdf ethics', 'a theme: its best passages, and near misses'],
    ['pmed explain --text "We hope to open a clinic."', 'a sentence of your own'],
    ['pmed explain --text - < passage.txt', 'each sentence of a passage'],
  ],
  groups: [
    { title: 'What comes out', flags: [...resultFlags(format), showAll, allowUnread] },
    { ...whatGoesIn(), flags: [text, ...whatGoesIn().flags] },
    howItIsRead(themes),
  ],
  notes: [
    'Of what was reviewed it says what the person said, rejected ones too, and how the rules found it.',
    'Ids are those of pmed analyse with the same options: C commitments, S statements, T times.',
    'A theme is one of policy or sectors unless --themes names other schemes; its id or label.',
    '--all lists every guard of the rule, every rule that gave way, and all of a theme.',
  ],
  async run(call) {
    const { session } = call;
    const [{ checkTargets }, { outputTargets }, { guidingFiles }, { writeResult }, { explain }] = await Promise.all([
      import('./output/check.ts'),
      import('./output/target.ts'),
      import('./rule-files.ts'),
      import('./one-result.ts'),
      import('../explain.ts'),
    ]);
    const targets = outputTargets(call.get(output), format.formats);
    const { asked, typed } = await askedOf(call);
    const read = typed === null || typed === '-' ? [] : [typed];
    checkTargets(targets, [...read, ...guidingFiles(call)], call.get(force));
    session.progress.begin(read);
    for (const path of read) session.progress.next(path);
    const explanation = await explain(asked, {
      ...(await readingOptions(call, schemesFor(asked))),
      ...(typed === null ? {} : statedDate(typed, call)),
    });
    session.progress.end();
    if (typed !== null && typed !== '-') session.locate(explanation.document.id, typed);
    for (const { code, level, page, message, hint } of explanation.diagnostics)
      session.notices.add({ code, level, page, message, hint, path: typed });
    await writeResult(call, targets, format, (each, screen) => render(each, explanation, screen));
    return 0;
  },
};

/** Findings are explained as pmed analyse makes them, themes as pmed themes does. */
const schemesFor = (asked: Asked): readonly string[] =>
  'id' in asked && /^[cst](?:\d|-)/i.test(asked.id) ? ['policy'] : ['policy', 'sectors'];

/** What is asked for, and the file as typed. */
async function askedOf(call: Call): Promise<{ readonly asked: Asked; readonly typed: string | null }> {
  const [path, id, ...more] = call.operands;
  const given = call.get(text);
  if (given !== null) {
    if (path !== undefined)
      throw wrongUse(`pmed explain takes a document or --text, not both; '${path}' was given besides.`);
    const words = given === '-' ? await typedText(call) : given;
    const isScreen = call.get(format) === 'text' && call.get(output).length === 0 && !call.get(showAll);
    const { SENTENCES } = await import('../render/explanation-text.ts');
    return { asked: isScreen ? { text: words, most: SENTENCES } : { text: words }, typed: null };
  }
  if (path === undefined) throw wrongUse('pmed explain needs <input> <id>, or --text; nothing was given.');
  if (id === undefined || more.length > 0) {
    const hint = `Its ids:  pmed analyse ${shellWord(path)} --all`;
    throw wrongUse(`pmed explain needs <input> <id>; no id was given for '${path}'.`, hint);
  }
  const { namedInputs, sourceOf } = await import('./inputs.ts');
  const [named, second] = await namedInputs([path]);
  if (named === undefined || second !== undefined)
    throw wrongUse(`pmed explain looks at one document; '${path}' names several.`);
  if ('fault' in named) throw named.fault;
  return { asked: { source: await sourceOf(named.path, stdinOptions(call)), id }, typed: named.path };
}

/** All of stdin, as text. */
async function typedText(call: Call): Promise<string> {
  const { sourceOf } = await import('./inputs.ts');
  const source = await sourceOf('-', stdinOptions(call));
  return typeof source !== 'string' && 'bytes' in source ? new TextDecoder('utf-8').decode(source.bytes) : '';
}

function wrongUse(message: string, hint = 'Examples:  pmed explain --help'): PmedError {
  return new PmedError(message, { code: 'PMED-U005', exitCode: 2, hint });
}

async function render(wanted: 'text' | 'json', explanation: Explanation, screen: ScreenOptions): Promise<string> {
  if (wanted === 'json') {
    const { renderJson } = await import('../render/json.ts');
    return renderJson(explanation);
  }
  const { renderExplanation } = await import('../render/explanation-text.ts');
  if (!screen.plain) return renderExplanation(explanation, screen);
  const { plainScreen, UNWRAPPED } = await import('../render/plain/line.ts');
  const text = renderExplanation(explanation, { ...screen, width: UNWRAPPED });
  return plainScreen('explanation', explanation.asked.id ?? 'text', text);
}
