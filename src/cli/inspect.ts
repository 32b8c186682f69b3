/** `pmed inspect`: what pmed made of a document, on one screen. */

import { PmedError } from '../model/fault.ts';
import type { Inspected } from '../model/inspect.ts';
import type { ReportDiagnostic } from '../model/report.ts';
import type { ScreenOptions } from '../render/screen.ts';
import type { Call, CommandDefinition } from './command.ts';
import { formatFlag } from './flag.ts';
import { INPUTS_NOTE, resultFlags } from './flag-groups.ts';
import { allowUnread, force, output, showAll } from './flags.ts';
import { inputGroup, readInput } from './read-input.ts';

const format = formatFlag(['text', 'json']);

export const inspectCommand: CommandDefinition = {
  name: 'inspect',
  aliases: [],
  summary: 'what pmed sees: date, pages, sections, warnings',
  purpose:
    'Show what pmed made of a document: title, publisher and date with where they stand, pages, outline, what was left out, and what could not be read.',
  operands: '[files...]',
  arity: [0, Number.POSITIVE_INFINITY],
  readsStdin: true,
  examples: [
    ['pmed inspect report.pdf', 'did pmed read my report properly?'],
    ['pmed inspect report.pdf --all', 'with the whole outline'],
    ['pmed inspect reports/ -f json', 'every document of a folder'],
  ],
  groups: [{ title: 'What comes out', flags: [...resultFlags(format), allowUnread, showAll] }, inputGroup],
  notes: [INPUTS_NOTE],
  async run(call) {
    const [{ chosenInputs }, { checkTargets }, { outputTargets }, { wantsStdout }, { writeResult }] = await Promise.all(
      [
        import('./left-out.ts'),
        import('./output/check.ts'),
        import('./output/target.ts'),
        import('./output/stdout.ts'),
        import('./one-result.ts'),
      ],
    );
    const targets = outputTargets(call.get(output), format.formats);
    const named = await chosenInputs(call.operands, call);
    const paths = named.flatMap((one) => ('path' in one ? [one.path] : []));
    checkTargets(targets, paths, call.get(force));

    const isOnScreen = wantsStdout(call, targets) && call.get(format) === 'text';
    const found: Found[] = [];
    const { progress } = call.session;
    progress.begin(named.map((one) => ('path' in one ? one.path : '')));
    for (const one of named) {
      const path = 'path' in one ? one.path : null;
      progress.next(path);
      try {
        if ('fault' in one) throw one.fault;
        found.push(await look(one.path, call));
      } catch (error) {
        if (!(error instanceof PmedError)) throw error;
        progress.failed();
        const { code, message, hint } = error;
        found.push({
          document: null,
          path,
          diagnostics: [{ code, level: 'error', documentId: null, page: null, message, hint }],
        });
      }
      tell(found.at(-1), isOnScreen, call);
    }
    progress.end();
    await writeResult(call, targets, format, (each, screen) => render(each, found, screen, call));
    return 0;
  },
};

/** What one input gave; without a document where it could not be read. */
interface Found {
  readonly document: Inspected | null;
  readonly path: string | null;
  readonly diagnostics: readonly ReportDiagnostic[];
}

async function look(path: string, call: Call): Promise<Found> {
  const [{ annotate }, { documentId, documentRecord, reportDiagnostics }, { inspected }] = await Promise.all([
    import('../annotate/annotate.ts'),
    import('../analyse/document-record.ts'),
    import('../render/inspect.ts'),
  ]);
  const { document, source, typed } = await readInput(path, call);
  const id = documentId(document, source);
  return {
    document: inspected(document, documentRecord(id, document, annotate(document))),
    path: typed,
    diagnostics: reportDiagnostics(document, id),
  };
}

/** The screen shows warnings itself; errors are told always, for they decide the exit code. */
function tell(found: Found | undefined, isOnScreen: boolean, { session }: Call): void {
  for (const { code, level, page, message, hint } of found?.diagnostics ?? []) {
    if (level === 'error' || !isOnScreen)
      session.notices.add({ code, level, page, message, hint, path: found?.path ?? null });
  }
}

async function render(
  wanted: 'text' | 'json',
  found: readonly Found[],
  screen: ScreenOptions,
  { settings }: Call,
): Promise<string> {
  if (wanted === 'text') {
    const [{ renderInspected }, { plainScreen, UNWRAPPED }] = await Promise.all([
      import('../render/inspect-text.ts'),
      import('../render/plain/line.ts'),
    ]);
    if (screen.plain)
      return found
        .flatMap(({ document, diagnostics }) => {
          if (document === null) return [];
          const text = renderInspected(document, diagnostics, { ...screen, width: UNWRAPPED });
          return [plainScreen('document', document.name, text)];
        })
        .join('');
    return found
      .flatMap(({ document, diagnostics }) =>
        document === null ? [] : [renderInspected(document, diagnostics, screen)],
      )
      .join('\n');
  }
  const [{ inspection }, { renderJson }, { toolOf }, { loadRules }] = await Promise.all([
    import('../render/inspect.ts'),
    import('../render/json.ts'),
    import('../analyse/options.ts'),
    import('../rules/load.ts'),
  ]);
  const documents = found.flatMap(({ document }) => document ?? []);
  const diagnostics = found.flatMap((one) => one.diagnostics);
  return renderJson(inspection(toolOf(await loadRules(), { config: settings.decided }), documents, diagnostics));
}
