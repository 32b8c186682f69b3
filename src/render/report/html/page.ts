/** `-f html` of what an analysis finds: one page of one document or many, put together as their parts come. */
import { SCHEMA_VERSION } from '../../../model/kinds.ts';
import type { ReportPart } from '../../../model/part.ts';
import type { DocumentRecord, ReportDiagnostic } from '../../../model/report.ts';
import { documentFacts } from '../../html/document-facts.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { aboutOf, problemsOf } from '../../html/notes.ts';
import { htmlPage } from '../../html/page.ts';
import { counted } from '../../numbers.ts';
import type { PageSettings } from './input.ts';
import { pageScript } from './script.ts';
import { sectionsOf } from './sections.ts';
import { pageStyle } from './style.ts';

const METHOD =
  'pmed reads every sentence by rules: who undertakes what, how firmly, how much and by when. The same file and rules give the same page.';

/** Takes the parts of an analysis one by one, keeping of each only what stands on the page. */
export class ReportPage {
  readonly #settings: PageSettings;
  readonly #shown: { readonly document: DocumentRecord; readonly sections: Markup }[] = [];
  readonly #diagnostics: ReportDiagnostic[] = [];

  constructor(settings: PageSettings) {
    this.#settings = settings;
  }

  add({ document, body, ...found }: ReportPart): void {
    this.#diagnostics.push(...found.diagnostics);
    if (document === null) return;
    const suffix = this.#shown.length === 0 ? '' : `-${this.#shown.length + 1}`;
    const sections = sectionsOf({ ...found, document, body: body ?? null, suffix, settings: this.#settings });
    this.#shown.push({ document, sections });
  }

  /** The whole page, ending in a newline. */
  text(): string {
    const { tool, command } = this.#settings;
    const [first] = this.#shown;
    const only = this.#shown.length === 1 && first !== undefined ? first.document : null;
    const title = only === null ? counted(this.#shown.length, 'document') : (only.title ?? only.name);
    return htmlPage({
      kind: 'report',
      title,
      generator: `pmed ${tool.version}`,
      style: pageStyle,
      script: pageScript,
      skip: 'Skip to the results',
      header: [
        tag('p', { class: 'overline' }, only?.publisher ?? 'Report'),
        tag('h1', {}, title),
        ...(only === null ? [] : documentFacts(only, title)),
      ],
      main: [
        ...this.#shown.map(({ document, sections }, index) =>
          only === null
            ? tag('div', { id: `document-${index + 1}` }, tag('h2', {}, document.title ?? document.name), sections)
            : sections,
        ),
        problemsOf(this.#diagnostics, (id) =>
          only === null ? (this.#shown.find(({ document }) => document.id === id)?.document.name ?? '') : '',
        ),
      ],
      footer: aboutOf({
        tool,
        schemaVersion: SCHEMA_VERSION,
        files: this.#shown.map(({ document }, index) => [only === null ? `File ${index + 1}` : 'File', document]),
        command,
        method: METHOD,
      }),
    });
  }
}
