/** What went wrong in reading and comparing, and how to make the same page again. */
import type { Diff } from '../../../model/diff.ts';
import { readableDate } from '../../dates.ts';
import { type Markup, tag } from '../../html/markup.ts';

/** The diagnostics of both versions, worst first; null where there are none. */
export function problemsOf({ diagnostics, documents: [old, now] }: Diff): Markup | null {
  if (diagnostics.length === 0) return null;
  const which = (id: string | null): string =>
    id === null || old.id === now.id ? '' : id === old.id ? 'old version' : id === now.id ? 'new version' : '';
  const ranked = (['error', 'warning', 'note'] as const).flatMap((level) =>
    diagnostics.filter((one) => one.level === level),
  );
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
          tag('span', { class: `level ${level}` }, level),
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

/** What made the page, from what, and by which command. */
export function aboutOf({ tool, documents, schemaVersion }: Diff, command: string): Markup {
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
    ...documents.map(
      ({ name, sha256 }, index) =>
        [index === 0 ? 'Old file' : 'New file', tag('dd', {}, `${name} `, tag('code', {}, sha256))] as const,
    ),
    ['Command', tag('dd', {}, tag('code', {}, command))],
  ];
  return tag(
    'section',
    { id: 'about', 'aria-labelledby': 'about-title' },
    tag('h2', { id: 'about-title' }, 'About this page'),
    tag('dl', {}, ...facts.flatMap(([name, value]) => [tag('dt', {}, name), value])),
    tag(
      'p',
      {},
      'pmed compares commitments, not lines: sentences are matched by meaning and compared by who, what, how firmly and by when. Layout, hyphenation and page furniture make no difference. This page loads nothing and sends nothing.',
    ),
  );
}
