/** The themes of several documents side by side as Markdown. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { isTooShort } from '../../model/themes.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { counted } from '../numbers.ts';
import { chosen, type ThemeChoice } from './blocks.ts';
import { columnsOf, rowsOf } from './columns.ts';
import { pointsText, rateText, shareAndInterval } from './figures.ts';
import { markdownMark } from './md.ts';
import { placesOf } from './places.ts';

const signs = { ascii: false };

/** All documents in one table for each block, and where two of them speak of what. @param parts as `sideBySide` gives them */
export function comparisonMarkdown(parts: readonly ReportPart[], choice: ThemeChoice): string {
  const columns = columnsOf(parts);
  const { blocks } = chosen(rowsOf(columns), choice);
  const isPair = columns.length === 2;
  const documents = columns.map(({ name, document }) => {
    const title = document.title === null ? '' : `${markdownText(document.title)}, `;
    const few = isTooShort(document) ? ', low evidence' : '';
    const size = `${counted(document.words, 'word')}, ${counted(document.passages ?? 0, 'passage')}${few}`;
    return `- **${name}**: ${title}${markdownText(document.name)} (${size})\n`;
  });
  const tables = blocks.map(({ title, themes }) => {
    const head = [
      'Theme',
      ...columns.flatMap(({ name }) => [name, `${name} per 1,000 words`]),
      ...(isPair ? ['Change'] : []),
    ];
    const rows = themes.map((row) => [
      markdownText(row.label),
      ...columns.flatMap((_, at) => figuresOf(row.themes[at])),
      ...(isPair ? [changeOf(row.themes[1])] : []),
    ]);
    return `## ${markdownText(title)}\n\n${markdownTable(head, rows)}`;
  });
  const where = isPair
    ? blocks.flatMap(({ themes }) =>
        themes.map(({ label, themes: own }) => {
          const places = columns.map(
            ({ name }, at) => `${name}: ${markdownText(placesOf(own[at]?.evidence ?? [], 12)) || 'none'}`,
          );
          return `- ${markdownText(label)}: ${places.join('; ')}\n`;
        }),
      )
    : [];
  const note = isPair
    ? ['Change in percentage points; **bold** where it is more than chance would bring (two-proportion test, 5 %).\n']
    : [];
  return [
    `${markdownMark}\n# Themes side by side\n`,
    documents.join(''),
    ...(blocks.length === 0 ? ['No themes found.\n'] : [...tables, ...note]),
    ...(where.length > 0 ? [`## Where\n\n${where.join('')}`] : []),
  ].join('\n');
}

/** Share with its interval, and hits per 1,000 words. */
const figuresOf = (theme: Theme | undefined): string[] =>
  theme === undefined || theme.passages === 0
    ? ['none', '']
    : [shareAndInterval(theme, signs), rateText(theme.per1000Words)];

function changeOf(theme: Theme | undefined): string {
  const change = theme?.change ?? null;
  if (change === null) return '';
  return change.significant ? `**${pointsText(change.points)}**` : pointsText(change.points);
}
