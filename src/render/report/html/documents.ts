/** The documents of a page that has several, a line each: what an analyst of many looks at first. */
import type { DocumentRecord, Summary, Theme } from '../../../model/report.ts';
import { readableDate } from '../../dates.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { grouped } from '../../numbers.ts';
import { shareOf } from './figures.ts';

/** What is said of one document among others. */
export interface DocumentLine {
  readonly document: DocumentRecord;
  readonly summary: Summary;
  /** The theme that most of it speaks of; null where there is none. */
  readonly theme: string | null;
}

/** The line of a document. @param themes best first */
export const topTheme = (themes: readonly Theme[]): string | null => themes[0]?.label ?? null;

/** @param lines with the id that each leads to, null for what the page has no room for */
export function documentsTable(
  lines: readonly (DocumentLine & { readonly target: string | null })[],
  has: { readonly commitments: boolean; readonly themes: boolean },
): Markup {
  return tag(
    'section',
    { id: 'documents', class: 'part documents', 'aria-labelledby': 'documents-title' },
    tag('h2', { id: 'documents-title' }, 'Documents ', tag('span', { class: 'count' }, grouped(lines.length))),
    tag(
      'div',
      { class: 'wide', role: 'group', 'aria-labelledby': 'documents-title', tabindex: 0 },
      tag(
        'table',
        {},
        tag(
          'thead',
          {},
          tag(
            'tr',
            {},
            column('Document'),
            column('Date'),
            column('Pages', 'number'),
            has.commitments
              ? [
                  column('Commitments', 'number'),
                  column('Firm', 'number'),
                  column('Checkable', 'number'),
                  column('Undated', 'number'),
                ]
              : null,
            has.themes ? column('Top theme') : null,
          ),
        ),
        tag('tbody', {}, ...lines.map((line) => rowOf(line, has))),
      ),
    ),
  );
}

const column = (name: string, className: string | null = null): Markup =>
  tag('th', { scope: 'col', class: className }, name);

function rowOf(
  { document, summary, theme, target }: DocumentLine & { readonly target: string | null },
  has: { readonly commitments: boolean; readonly themes: boolean },
): Markup {
  const { name, title, date, pages, status } = document;
  const words: Content = title ?? name;
  const { commitments, byStrength, checkable, undated } = summary;
  // On narrow screens each figure stands with its name, not below it.
  const number = (value: number, text: string, name: string): Markup =>
    tag('td', { class: 'number', 'data-value': value, 'data-name': text === '' ? null : name }, text);
  const of = (part: number, name: string): Markup =>
    number(commitments === 0 ? -1 : Math.round((10_000 * part) / commitments), shareOf(part, commitments), name);
  return tag(
    'tr',
    {},
    tag(
      'th',
      { scope: 'row' },
      target === null ? words : tag('a', { href: `#${target}` }, words),
      title === null ? null : [' ', tag('span', { class: 'file quiet' }, name)],
      status === 'read'
        ? null
        : [' ', tag('span', { class: 'warn' }, status === 'failed' ? 'not read' : 'partly read')],
    ),
    tag('td', { class: 'date-cell', 'data-value': date?.value ?? '' }, date === null ? '' : readableDate(date.value)),
    number(pages ?? 0, pages === null ? '' : grouped(pages), pages === 1 ? 'page' : 'pages'),
    has.commitments
      ? [
          number(commitments, grouped(commitments), commitments === 1 ? 'commitment' : 'commitments'),
          of(byStrength.binding + byStrength.firm, 'firm'),
          of(checkable, 'checkable'),
          number(undated, grouped(undated), 'undated'),
        ]
      : null,
    has.themes ? tag('td', {}, theme ?? '') : null,
  );
}
