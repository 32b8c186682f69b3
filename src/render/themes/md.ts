/** Themes as Markdown: a table of shares for each scheme, and the best passages of every theme. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { counted } from '../numbers.ts';
import { place } from '../place.ts';
import { chosen, type ThemeBlock } from './blocks.ts';
import { rateText, shareAndInterval } from './figures.ts';
import { gridOf } from './grid.ts';
import { bestPassages, carriers, wordsOf } from './passages.ts';
import { placesOf } from './places.ts';

/** Before the first document: by it pmed knows its own files. */
export const markdownMark = '<!-- pmed:themes -->\n';

const ALL = { facet: null, top: null } as const;
const signs = { ascii: false };

/** One document with all its themes. @param by sections or pages, if they are to be told apart */
export function themesMarkdown(part: ReportPart, by: 'section' | 'page' | null): string {
  const { document, themes } = part;
  const { blocks } = chosen(themes, ALL);
  const isShort = themes.some((theme) => theme.lowEvidence);
  const body =
    blocks.length === 0
      ? ['No themes found.\n']
      : by === null
        ? [...blocks.map((block) => themesTable(block, isShort, '##')), ...blocks.map(passagesOf)]
        : [gridTable(part, by)];
  const heading = `# ${markdownText(document?.title ?? document?.name ?? 'Themes')}\n`;
  return [heading, `${factsOf(part, isShort).map(markdownText).join(' · ')}\n`, ...body].join('\n');
}

function factsOf({ document }: ReportPart, isShort: boolean): string[] {
  if (document === null) return [];
  const { date, passages } = document;
  return [
    document.title === null ? '' : document.name,
    document.publisher ?? '',
    date === null ? 'no date found' : `from ${readableDate(date.value)}`,
    counted(document.words, 'word'),
    passages === null ? '' : counted(passages, 'passage'),
    isShort ? 'low evidence: too few words to rank themes' : '',
  ].filter((fact) => fact !== '');
}

/**
 * The themes of a block with its title; of too short a text without shares.
 * @param heading what stands before the title: `##`
 */
export function themesTable({ title, themes }: ThemeBlock, isShort: boolean, heading: string): string {
  const head = isShort
    ? ['Theme', 'Passages', 'Words', 'Where']
    : ['Theme', 'Passages', 'Share (95 %)', 'Hits per 1,000 words', 'Words', 'Where'];
  const rows = themes.map((theme) => [
    markdownText(theme.label),
    String(theme.passages),
    ...(isShort ? [] : [shareAndInterval(theme, signs), rateText(theme.per1000Words)]),
    markdownText(wordsOf(theme)),
    markdownText(placesOf(theme.evidence, 6)),
  ]);
  return `${heading} ${markdownText(title)}\n\n${markdownTable(head, rows)}`;
}

function passagesOf({ title, themes }: ThemeBlock): string {
  return [`## Passages: ${markdownText(title)}\n`, ...themes.map(passageList)].join('\n');
}

function passageList(theme: Theme): string {
  const lines = bestPassages(theme).map((passage) => {
    const terms = carriers(passage);
    const said = terms === '' ? '' : ` (${markdownText(terms)})`;
    return `- ${markdownText(place(passage))}: ${markdownText(`"${passage.quote}"`)}${said}\n`;
  });
  return `### ${markdownText(theme.label)}\n\n${lines.join('')}`;
}

function gridTable(part: ReportPart, by: 'section' | 'page'): string {
  const { rows } = gridOf(part, ALL);
  if (rows.length === 0) return 'This document has no pages of its own.\n';
  const cells = rows.map((row) => {
    const themes = row.cells.map(({ theme, passages }) => `${theme.label} ${passages}`).join(', ');
    const counts = [String(row.of), markdownText(themes)];
    if (by === 'page') return [markdownText(row.place), ...counts];
    const title = row.title === '' ? 'before the first heading' : row.title;
    return [`${'– '.repeat(Math.max(0, row.level - 1))}${markdownText(title)}`, markdownText(row.place), ...counts];
  });
  const head = by === 'page' ? ['Page', 'Passages', 'Themes'] : ['Section', 'Page', 'Passages', 'Themes'];
  return `## By ${by}\n\n${markdownTable(head, cells)}`;
}
