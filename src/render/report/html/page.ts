/** `-f html` of what an analysis finds: one page of one document or many, put together as their parts come. */
import { SCHEMA_VERSION } from '../../../model/kinds.ts';
import { addSummaries, type ReportPart, summarise } from '../../../model/part.ts';
import type { DocumentRecord, ReportDiagnostic } from '../../../model/report.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { aboutOf, problemsOf } from '../../html/notes.ts';
import { htmlPage } from '../../html/page.ts';
import { foreign } from '../../html/where.ts';
import { counted } from '../../numbers.ts';
import { aboutReport, countRules } from './about.ts';
import { type DocumentLine, documentsTable, topTheme } from './documents.ts';
import { totals } from './figures.ts';
import { documentHead } from './head.ts';
import type { PageSettings, SectionInput } from './input.ts';
import { MARKUP_MOST, TEXT_MOST, withinLimits } from './limits.ts';
import { pageNav } from './nav.ts';
import { pageScript } from './script.ts';
import { navOf, sectionsOf } from './sections.ts';
import { pageStyle } from './style.ts';

const METHOD =
  'pmed reads every sentence by rules: who undertakes what, how firmly, how much and by when. The same file and rules give the same page.';

/** Documents that are unfolded when the page is opened, if it has no more. */
const UNFOLDED = 3;

/** A document with what was found in it, before the page shows it. */
type Waiting = Omit<SectionInput, 'isAlone' | 'leftOut'>;

/** A document on the page. */
interface Shown extends DocumentLine {
  /** Null where the page has no room for them. */
  readonly sections: Markup | null;
}

/** Takes the parts of an analysis one by one, keeping of each only what stands on the page. */
export class ReportPage {
  readonly #settings: PageSettings;
  #waiting: Waiting[] = [];
  readonly #shown: Shown[] = [];
  readonly #diagnostics: ReportDiagnostic[] = [];
  readonly #rules = new Map<string, number>();
  #characters = 0;
  #markup = 0;
  #nav: readonly (readonly [id: string, name: string])[] = [];

  constructor(settings: PageSettings) {
    this.#settings = settings;
  }

  add({ document, body, comments: _, ...found }: ReportPart): void {
    this.#diagnostics.push(...found.diagnostics);
    countRules(this.#rules, found.commitments);
    countRules(this.#rules, found.statements);
    if (document === null) return;
    const count = this.#shown.length + this.#waiting.length;
    this.#waiting.push({
      ...found,
      document,
      summary: summarise(found.commitments),
      body: body ?? null,
      suffix: count === 0 ? '' : `-${count + 1}`,
      settings: this.#settings,
    });
    this.#characters += body?.text.length ?? 0;
    // Whether texts are shown whole is known when there are several of them, and too much.
    if (count > 0 && this.#characters > TEXT_MOST) this.#show(false);
  }

  /** Makes the sections of the documents that wait, and lets go of what they are made of. */
  #show(isAlone: boolean): void {
    for (const one of this.#waiting) {
      const { document, summary, themes } = one;
      const isExcerpt = this.#characters > TEXT_MOST;
      const hasRoom = this.#markup < MARKUP_MOST && document.status !== 'failed';
      const input = hasRoom ? { ...withinLimits(one, isExcerpt), isAlone } : null;
      const sections = input === null ? null : sectionsOf(input);
      if (isAlone && input !== null) this.#nav = navOf(input);
      this.#markup += sections?.markup.length ?? 0;
      this.#shown.push({ document, summary, theme: topTheme(themes), sections });
    }
    this.#waiting = [];
  }

  /** The whole page, ending in a newline. */
  text(): string {
    this.#show(this.#shown.length === 0 && this.#waiting.length === 1);
    const { tool, command } = this.#settings;
    const shown = this.#shown;
    const documents = shown.map(({ document }) => document);
    const [only, ...others] = documents;
    const alone = others.length === 0 && only !== undefined ? only : null;
    const title = alone === null ? counted(documents.length, 'document') : titleOf(alone);
    const names = new Map(alone === null ? documents.map(({ id, name }) => [id, name]) : []);
    const problems = problemsOf(this.#diagnostics, (id) => names.get(id ?? '') ?? '');
    return htmlPage({
      kind: 'report',
      title: alone === null ? `What ${title} undertake` : title,
      generator: `pmed ${tool.version}`,
      style: pageStyle,
      script: pageScript,
      skip: 'Skip to the results',
      header: [
        tag('p', { class: 'overline' }, alone?.publisher ?? (alone === null ? 'Report' : 'No publisher found')),
        tag('h1', { lang: foreign(alone?.language ?? null) }, title),
        alone === null ? null : documentHead(alone, this.#diagnostics, tool),
      ],
      nav: pageNav([
        ...(alone === null && documents.length > 0 ? [['documents', 'Documents'] as const] : []),
        ...this.#nav,
        ...(problems === null ? [] : [['problems', 'Problems'] as const]),
        ['about', 'About'],
      ]),
      main: [...(alone === null ? this.#several() : shown.map(({ sections }) => sections ?? unread())), problems],
      footer: aboutOf({
        tool,
        schemaVersion: SCHEMA_VERSION,
        files: alone === null ? [] : [['File', alone]],
        command,
        method: METHOD,
        more: aboutReport(this.#rules, documents, this.#settings),
      }),
    });
  }

  /** The table of the documents, and each with its sections below its title. */
  #several(): Content[] {
    const { sections: asked, tool } = this.#settings;
    const shown = this.#shown;
    if (shown.length === 0) return [unread()];
    const problems = byDocument(this.#diagnostics);
    const lines = shown.map((line, index) => ({ ...line, target: line.sections === null ? null : idOf(index) }));
    const has = { commitments: asked.has('summary'), themes: asked.has('themes') };
    const left = shown.filter(({ sections, document }) => sections === null && document.status !== 'failed').length;
    return [
      has.commitments ? totals(shown.map(({ summary }) => summary).reduce(addSummaries)) : null,
      documentsTable(lines, has),
      left === 0
        ? null
        : tag(
            'p',
            { class: 'notice' },
            `${counted(left, 'document')} would make this page too long and ${left === 1 ? 'has its line' : 'have their lines'} above alone. All there is to them: -o report.xlsx, -o report.json, or a page each.`,
          ),
      ...shown.map(({ document, sections }, index) =>
        sections === null
          ? null
          : paper(
              document,
              documentHead(document, problems.get(document.id) ?? [], tool),
              sections,
              idOf(index),
              shown.length <= UNFOLDED,
            ),
      ),
    ];
  }
}

/** One of several documents, folded below its title. */
function paper(document: DocumentRecord, head: Markup, sections: Markup, id: string, isOpen: boolean): Markup {
  return tag(
    'details',
    { id, class: 'paper', open: isOpen ? true : null },
    tag(
      'summary',
      {},
      tag('h2', { lang: foreign(document.language) }, titleOf(document)),
      document.publisher === null ? null : tag('span', { class: 'quiet' }, document.publisher),
    ),
    head,
    sections,
  );
}

/** Problems by the id of their document. */
function byDocument(diagnostics: readonly ReportDiagnostic[]): ReadonlyMap<string | null, readonly ReportDiagnostic[]> {
  const found = new Map<string | null, ReportDiagnostic[]>();
  for (const one of diagnostics) {
    const own = found.get(one.documentId);
    if (own === undefined) found.set(one.documentId, [one]);
    else own.push(one);
  }
  return found;
}

const titleOf = ({ title, name }: DocumentRecord): string => title ?? name;

const idOf = (index: number): string => `document-${index + 1}`;

const unread = (): Markup =>
  tag('section', { class: 'notice' }, tag('p', {}, 'Nothing could be read. What went wrong stands under Problems.'));
