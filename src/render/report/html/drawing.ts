/** Small drawings in lines of text: marks of charts, which say nothing that does not stand beside them in words. */
import { type Markup, tag } from '../../html/markup.ts';

interface Frame {
  /** Pixels. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** @param xml shapes as the modules of pictures draw them: numbers and names of ours, no text */
export function drawn({ left, width, height }: Frame, xml: string): Markup {
  return tag('svg', { viewBox: `${left} 0 ${width} ${height}`, 'aria-hidden': 'true' }, { markup: xml });
}
