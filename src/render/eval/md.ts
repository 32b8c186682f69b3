/** An evaluation in Markdown. */
import type { Evaluation } from '../../model/evaluation.ts';
import { markdownText } from '../markdown.ts';
import { figureRows, headLines, percent, rangeOf } from './rows.ts';

/** How pmed knows its own file. */
const MARK = '<!-- pmed:eval -->\n';

export function evaluationMarkdown(evaluation: Evaluation): string {
  const rows = figureRows(evaluation).map(
    ({ measure, by, value, right, of, share, interval, isFew }) =>
      `| ${measure} | ${by} | ${markdownText(value)} | ${right} of ${of} | ${percent(share)} | ${of === 0 ? '-' : rangeOf(interval)}${isFew ? ' (few)' : ''} |`,
  );
  return [
    MARK,
    '# Evaluation\n',
    ...headLines(evaluation).map((line) => `${markdownText(line)}\n`),
    '| Measure | By | | Right | Share | 95 % interval |\n| --- | --- | --- | ---: | ---: | --- |',
    ...rows,
    '',
    ...evaluation.caveats.map((caveat) => `- ${markdownText(caveat)}`),
    '',
  ].join('\n');
}
