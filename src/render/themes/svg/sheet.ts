/** A picture as far as it is drawn, from the top downwards. */
import { setLines } from '../../lettering.ts';
import { measures, written } from './look.ts';

/** What has been drawn, and how far down it reaches, in pixels. */
export interface Sheet {
  y: number;
  readonly xml: string[];
}

/** An empty sheet. */
export const newSheet = (): Sheet => ({ y: measures.margin, xml: [] });

/** Pixels from margin to margin. */
export const across = measures.width - 2 * measures.margin;

/** How much wider bold letters are than those that `setLines` measures. */
const BOLD = 1.16;

/** The name of a document or picture in up to three lines. */
export function drawTitle(sheet: Sheet, title: string): void {
  for (const line of setLines(title, { size: measures.title * BOLD, width: across, lines: 3 })) {
    sheet.y += measures.title + 4;
    sheet.xml.push(written(line, measures.margin, sheet.y, 'pmed-ink pmed-title'));
  }
}

/** A line on what is not drawn, or what signs mean. @param air pixels above it */
export function drawRemark(sheet: Sheet, text: string, air = 0): void {
  sheet.y += measures.leading + air;
  sheet.xml.push(written(text, measures.margin, sheet.y, 'pmed-quiet'));
}
