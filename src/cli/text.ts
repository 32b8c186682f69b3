/** `pmed text`: the text of one document, exactly as pmed reads it. */
import { PmedError } from '../model/fault.ts';
import type { CommandDefinition } from './command.ts';
import { formatFlag, switchFlag } from './flag.ts';
import { allowUnread, force, output } from './flags.ts';
import { inputGroup, readInput } from './read-input.ts';

const format = formatFlag(['text', 'json']);
const marks = switchFlag('--marks', 'number the lines; mark pages and what yields no findings');

export const textCommand: CommandDefinition = {
  name: 'text',
  aliases: [],
  summary: 'the text exactly as pmed reads it, page by page',
  purpose: 'Print the text of a document as pmed reads it: did it read my PDF properly?',
  operands: '[file]',
  arity: [0, 1],
  readsStdin: true,
  examples: [
    ['pmed text report.pdf --marks', 'with line numbers and page marks'],
    ['pmed text report.pdf --pages 3-10', 'some pages only'],
    ['pmed text report.pdf -f json', 'pages and blocks with their places'],
  ],
  groups: [{ title: 'What comes out', flags: [format, marks, output, force, allowUnread] }, inputGroup],
  notes: ['Offsets of every other result count UTF-16 units of this text.'],
  async run(call) {
    const [{ namedInputs }, { checkTargets }, { outputTargets }, { writeResult }] = await Promise.all([
      import('./inputs.ts'),
      import('./output/check.ts'),
      import('./output/target.ts'),
      import('./one-result.ts'),
    ]);
    const { session } = call;
    const targets = outputTargets(call.get(output), format.formats);
    const named = await namedInputs(call.operands);
    const [one, ...others] = named;
    if (one === undefined || others.length > 0) throw severalDocuments(named.length);
    if ('fault' in one) throw one.fault;
    checkTargets(targets, [one.path], call.get(force));

    session.progress.begin([one.path]);
    session.progress.next(one.path);
    const { document, source, typed, isNarrowed } = await readInput(one.path, call);
    session.progress.end();
    for (const { code, level, page, message, hint } of document.diagnostics) {
      session.notices.add({ code, level, page, message, hint, path: typed });
    }
    const { renderMarkedText, renderPages, renderText, textReport } = await import('../render/text.ts');
    const plain = isNarrowed && document.paged ? renderPages : renderText;
    await writeResult(call, targets, format, async (each, screen) => {
      if (each === 'text') return call.get(marks) ? renderMarkedText(document, screen) : plain(document);
      const [
        { annotate },
        { documentId, documentRecord, reportDiagnostics },
        { toolOf },
        { loadRules },
        { renderJson },
      ] = await Promise.all([
        import('../annotate/annotate.ts'),
        import('../analyse/document-record.ts'),
        import('../analyse/options.ts'),
        import('../rules/load.ts'),
        import('../render/json.ts'),
      ]);
      const id = documentId(document, source);
      const record = documentRecord(id, document, annotate(document));
      const tool = toolOf(await loadRules(), { config: call.settings.decided });
      return renderJson(textReport(document, record, tool, reportDiagnostics(document, id)));
    });
    return 0;
  },
};

function severalDocuments(count: number): PmedError {
  return new PmedError(`pmed text reads one document; ${count} were named.`, {
    code: 'PMED-U005',
    exitCode: 2,
    hint: 'For many:  pmed analyse reports/ -f ndjson',
  });
}
