/** The end of every report: what went wrong in reading, and how to make the same page again. */
import type { DocumentRecord, ReportDiagnostic, Tool } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { LEVELS_SHOWN, levelBadge } from './level.ts';
import { type Content, type Markup, tag } from './markup.ts';

/**
 * The diagnostics, worst first; null where there are none.
 * @param which says what a reader calls a document, by its id; empty where it needs no name
 */
export function problemsOf(
  diagnostics: readonly ReportDiagnostic[],
  which: (id: string | null) => string,
): Markup | null {
  if (diagnostics.length === 0) return null;
  const ranked = LEVELS_SHOWN.flatMap((level) => diagnostics.filter((one) => one.level === level));
  return tag(
    'section',
    { id: 'problems', 'aria-labelledby': 'problems-title' },
    tag('h2', { id: 'problems-title' }, 'Problems ', tag('span', { class: 'count' }, diagnostics.length)),
    tag(
      'ul',
      { class: 'problems' },
      ...ranked.map(({ level, code, documentId, page, message, hint }) => {
        const where = [which(documentId), page === null ? '' : `p. ${page}`].filter((part) => part !== '').join(', ');
        return tag(
          'li',
          {},
          levelBadge(level),
          ' ',
          where === '' ? null : tag('b', {}, `${where}: `),
          message,
          ' ',
          tag('code', { class: 'quiet' }, code),
          hint === null ? null : tag('p', { class: 'hint' }, hint),
        );
      }),
    ),
  );
}

/** What a page is made of. */
export interface About {
  readonly tool: Tool;
  readonly schemaVersion: string;
  /** Documents, each with what it is to the page: `Old file`. */
  readonly files: readonly (readonly [name: string, document: DocumentRecord])[];
  /** What to type to get the same page. */
  readonly command: string;
  /** How it comes about, in a sentence or two. */
  readonly method: string;
  /** What else there is to say of it. */
  readonly more?: Content;
}

/** What made the page, from what, and by which command. */
export function aboutOf({ tool, schemaVersion, files, command, method, more = null }: About): Markup {
  const { fiscalYear, dateOrder, asOf } = tool.options;
  const packs = tool.packs.map(({ id, version, sha256 }) => [
    `${id} ${version} `,
    tag('code', {}, sha256.slice(0, 12)),
  ]);
  const facts: readonly (readonly [string, Markup])[] = [
    ['Made with', tag('dd', {}, `pmed ${tool.version}, schema ${schemaVersion}`)],
    [
      'Rules',
      tag('dd', {}, packs.length === 0 ? 'not known' : packs.map((pack, index) => [index > 0 ? ', ' : '', ...pack])),
    ],
    [
      'Read with',
      tag(
        'dd',
        {},
        [
          `financial years from ${readableDate(`2000-${fiscalYear}`).replace(/ \d+$/, '')}`,
          `03/04 as ${dateOrder === 'dmy' ? '3 April' : '4 March'}`,
          ...(asOf === null ? [] : [`as of ${readableDate(asOf)}`]),
        ].join(', '),
      ),
    ],
    ...files.map(([what, { name, sha256 }]) => [what, tag('dd', {}, `${name} `, tag('code', {}, sha256))] as const),
    ['Command', tag('dd', {}, tag('code', {}, command))],
  ];
  return tag(
    'section',
    { id: 'about', 'aria-labelledby': 'about-title' },
    tag('h2', { id: 'about-title' }, 'About this page'),
    tag('dl', {}, ...facts.flatMap(([name, value]) => [tag('dt', {}, name), value])),
    tag('p', {}, `${method} This page loads nothing and sends nothing.`),
    more,
  );
}
