/** The head of a document: its date and where that comes from, how much of it there is, how well it was read, by which rules. */
import type { DocumentRecord, ReportDiagnostic, Tool } from '../../../model/report.ts';
import { readableDate } from '../../dates.ts';
import { dateSources } from '../../html/date-sources.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { languageOf } from '../../languages.ts';
import { counted } from '../../numbers.ts';

/** Four facts, each a few words with smaller ones below. */
export function documentHead(document: DocumentRecord, diagnostics: readonly ReportDiagnostic[], tool: Tool): Markup {
  const { name, pages, words, language, sha256 } = document;
  return tag(
    'dl',
    { class: 'head' },
    fact('Date', ...dateOf(document)),
    fact('Document', pages === null ? counted(words, 'word') : `${counted(pages, 'page')}, ${counted(words, 'word')}`, [
      tag('span', { class: 'file' }, name),
      language === null ? ', language not known' : `, ${languageOf(language)}`,
    ]),
    fact('Reading', ...readingOf(document, diagnostics)),
    fact('Rules', tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ') || 'not known', [
      'SHA-256 of the file ',
      tag('code', { title: sha256 }, sha256.slice(0, 12)),
    ]),
  );
}

function fact(name: string, value: Content, small: Content): Markup {
  return tag(
    'div',
    {},
    tag('dt', {}, name),
    tag('dd', {}, value),
    small === null ? null : tag('dd', { class: 'small' }, small),
  );
}

function dateOf({ date }: DocumentRecord): [Content, Content] {
  if (date === null) return ['Not found', 'Times such as “within two years” stay open; --doc-date gives it.'];
  const { value, source, quote } = date;
  return [readableDate(value), [dateSources[source], quote === null ? null : [': ', tag('q', {}, quote)]]];
}

/** Whole per cent, rounded down, so that what is not complete is not said to be. */
const percent = (share: number): string => `${Math.floor(share * 100)}%`;

function readingOf(
  { status, textCoverage, pages, language }: DocumentRecord,
  diagnostics: readonly ReportDiagnostic[],
): [Content, Content] {
  const problems = diagnostics.filter(({ level }) => level !== 'note').length;
  const link = problems === 0 ? null : tag('a', { href: '#problems' }, counted(problems, 'problem'));
  if (status === 'failed') return [tag('b', { class: 'warn' }, 'Not read'), link];
  if (status !== 'read' || textCoverage < 1) {
    const missing = pages === null ? 0 : Math.round((1 - textCoverage) * pages);
    const words =
      missing === 0
        ? `${percent(textCoverage)} of it has text`
        : `${counted(missing, 'page')} of ${pages} without text`;
    return [
      tag('b', { class: 'warn' }, status === 'partial' ? 'Partly' : words),
      [status === 'partial' ? words : null, link === null ? null : [status === 'partial' ? '; ' : '', link]],
    ];
  }
  const foreign = language !== null && language !== 'en' ? 'The rules are for English.' : null;
  return [
    pages === null ? 'Complete' : 'Every page has text',
    foreign === null ? link : [foreign, link === null ? null : [' ', link]],
  ];
}
