/** Where a day stands in the picture. */
import type { Day } from '../../../model/days.ts';
import { type Axis, axisOf } from '../axis.ts';
import { measures } from './look.ts';
import type { Range } from './range.ts';

/** The axis, with its ticks, and pixels for its days. */
export interface Scale {
  readonly axis: Axis;
  /** The left edge of a day, in pixels from the left of the picture. Outside the axis it is beyond its ends. */
  readonly x: (day: Day) => number;
  /** The ends of the axis, in pixels. */
  readonly left: number;
  readonly right: number;
}

/** Pixels that stand for a column of the terminal: what a character of a label takes. */
const COLUMN = 6.4;

export function scaleOf({ first, last }: Range): Scale {
  const { x: left, width } = measures.plot;
  return {
    axis: axisOf(first, last, Math.floor(width / COLUMN)),
    x: (day) => left + ((day - first) / (last - first + 1)) * width,
    left,
    right: left + width,
  };
}
