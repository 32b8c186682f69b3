/** What the marks of the picture mean: only those that it has. */
import { textWidth } from '../../lettering.ts';
import { element, xmlText } from '../../xml.ts';
import { measures } from './look.ts';
import { drawSample, type MarkName, markNames } from './marks.ts';

/** What each mark says. */
export const meanings: Readonly<Record<MarkName, string>> = {
  deadline: 'deadline',
  lead: 'from publication',
  uncertain: 'somewhere in this time',
  period: 'stated period',
  start: 'begins, with no end',
  recurrence: 'repeats (filled: on that day)',
  often: 'repeats often',
  point: 'date that is mentioned',
  beyond: 'goes on beyond the edge',
};

/**
 * On as many lines as it takes.
 * @param top in pixels from above
 */
export function drawLegend(
  marks: ReadonlySet<MarkName>,
  top: number,
): { readonly xml: string; readonly height: number } {
  const { margin, width, text: size, leading } = measures;
  const lineHeight = leading + 4;
  let x = margin;
  let y = top + leading;
  const xml: string[] = [];
  for (const name of markNames) {
    if (!marks.has(name)) continue;
    const needs = 28 + textWidth(meanings[name], size);
    if (x + needs > width - margin && x > margin) {
      x = margin;
      y += lineHeight;
    }
    xml.push(
      drawSample(name, x + 10, y - 4),
      element('text', { class: 'pmed-quiet', x: x + 26, y }, xmlText(meanings[name])),
    );
    x += needs + 14;
  }
  return { xml: element('g', {}, ...xml), height: xml.length === 0 ? 0 : y - top };
}
