/** The frame of every picture: size, title and description for those who do not see it, style sheet, paper. */
import { type Palette, palettes } from './palette.ts';
import { element, xmlText } from './xml.ts';

/** How a kind of picture looks. */
export interface PictureLook {
  /** Its class, of which the ids of title and description are made: `pmed-timeline`. */
  readonly name: string;
  /** Pixels: how wide it is, and how large letters and titles are. */
  readonly measures: { readonly width: number; readonly text: number; readonly title: number };
  /** Rules of style for the colours of a palette. */
  readonly colours: (palette: Palette) => readonly string[];
}

/** What is drawn, and what it says in words. */
export interface Drawn {
  readonly title: string;
  readonly description: string;
  /** Pixels. */
  readonly height: number;
  /** Lines of XML. */
  readonly content: readonly string[];
}

/** A whole SVG picture that stands alone: no script, no font and nothing else from outside. */
export function picture(look: PictureLook, { title, description, height, content }: Drawn): string {
  const { name } = look;
  const { width } = look.measures;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: name,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${name}-title ${name}-description`,
    },
    '\n',
    `${element('title', { id: `${name}-title` }, xmlText(title))}\n`,
    `${element('desc', { id: `${name}-description` }, xmlText(description))}\n`,
    `<style>\n${styleSheet(look)}\n</style>\n`,
    `${element('rect', { class: 'pmed-paper', width, height })}\n`,
    ...content.map((line) => `${line}\n`),
  )}\n`;
}

/** Light unless a dark screen is asked for; paper is always light. */
function styleSheet({ name, measures, colours }: PictureLook): string {
  const rules = (palette: Palette): string => colours(palette).join('');
  return [
    `.${name}{max-width:100%;height:auto}`,
    `.${name} text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:${measures.text}px}`,
    `.${name} .pmed-strong{font-weight:600}`,
    `.${name} .pmed-title{font-size:${measures.title}px;font-weight:600}`,
    rules(palettes.light),
    `@media screen and (prefers-color-scheme:dark){${rules(palettes.dark)}}`,
  ].join('\n');
}
