/** The bars of a picture of themes, with their intervals and figures. */
import { counted } from '../../numbers.ts';
import { element, rounded } from '../../xml.ts';
import { pointsText, rateText, shareAndInterval } from '../figures.ts';
import { measures, written } from './look.ts';
import type { BarRow } from './words.ts';

/** Upright lines at the start, the middle and the end of the scale. */
export function gridLines(top: number, height: number): string[] {
  const { plot } = measures;
  return [0, 0.5, 1].map((at) => {
    const x = plot.x + at * plot.width;
    return element('line', { class: 'pmed-grid', x1: x, x2: x, y1: top, y2: top + height });
  });
}

/** A bar and what stands beside it. @param y of its middle @param scale the share at its full length */
export function drawBar(
  { name, theme }: BarRow['bars'][number],
  y: number,
  scale: number,
  withoutShares: boolean,
): string {
  const { plot, bar, figures, rate, name: names } = measures;
  const labelled = name === '' ? '' : written(name, names.x, y + 4, 'pmed-quiet');
  const change = theme?.change ?? null;
  const changed =
    change === null
      ? ''
      : written(
          `${pointsText(change.points)}${change.significant ? ' *' : ''}`,
          rate.x + 38,
          y + 4,
          change.significant ? 'pmed-ink pmed-strong' : 'pmed-quiet',
        );
  if (theme === undefined || theme.passages === 0)
    return labelled + written('none', plot.x + 4, y + 4, 'pmed-quiet') + changed;
  if (withoutShares) return labelled + written(counted(theme.passages, 'passage'), plot.x, y + 4, 'pmed-ink');
  const x = (share: number): number => plot.x + (Math.min(share, scale) / scale) * plot.width;
  const [low, high] = [rounded(x(theme.interval[0])), rounded(x(theme.interval[1]))];
  const whisker = `M${low} ${rounded(y - 3)}v6M${low} ${rounded(y)}H${high}M${high} ${rounded(y - 3)}v6`;
  return [
    labelled,
    element('rect', {
      class: 'pmed-bar',
      x: plot.x,
      y: y - bar / 2,
      width: Math.max(1, x(theme.share) - plot.x),
      height: bar,
      'fill-opacity': '0.75',
    }),
    element('path', { class: 'pmed-whisker', d: whisker, fill: 'none', 'stroke-width': '1.5' }),
    written(shareAndInterval(theme, { ascii: false }), figures.x, y + 4, 'pmed-ink'),
    written(rateText(theme.per1000Words), rate.x, y + 4, 'pmed-quiet'),
    changed,
  ].join('');
}
