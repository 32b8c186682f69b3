/** Text of fonts that say nothing of their letters but the numbers of their glyphs, read by the usual order of glyphs. */
import { cleanCharacters } from './characters.ts';
import type { Run, RunPage } from './run.ts';

/** In the usual order of TrueType glyphs, an ASCII character stands this many places before its code point. */
const shift = 29;

/** Glyphs beyond ASCII in the same order, as far as prose needs them. */
const beyond: ReadonlyMap<number, string> = new Map([
  [135, '•'],
  [171, '…'],
  [172, ' '],
  [177, '–'],
  [178, '—'],
  [179, '“'],
  [180, '”'],
  [181, '‘'],
  [182, '’'],
  [192, 'fi'],
  [193, 'fl'],
]);

/** Text as it would read if its characters were glyph numbers; spaces are those that stand for gaps and stay. */
export function readAsGlyphs(text: string): string {
  let out = '';
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    out +=
      code >= 3 && code <= 97 && code !== 32 ? String.fromCharCode(code + shift) : (beyond.get(code) ?? text.charAt(k));
  }
  return cleanCharacters(out);
}

const frequent = /(?:^| )(?:the|of|and|to|in|for|is|be|a|that|with|as|on|by|de|la|et|le|der|die|und|el|en) /g;

/**
 * Whether a sample of a font's text makes sense only as glyph numbers: then it has the control character that stands
 * for a space, and common words come out between the spaces.
 */
export function isShifted(sample: string): boolean {
  const gaps = countOf(sample, '\u0003');
  if (gaps < 5 || gaps < 0.04 * sample.length) return false;
  const words = readAsGlyphs(sample).match(frequent)?.length ?? 0;
  return words >= 0.04 * gaps;
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

const trigrams = /WKH|DQG|LRQ|LQJ|HQW|WLR/g;

/** Whether text has the commonest sequences of European prose written as glyph numbers. */
export function looksShifted(text: string): boolean {
  const hits = text.match(trigrams)?.length ?? 0;
  return hits >= 4 && hits >= 0.008 * text.length;
}

/** Pages whose fonts of bare glyph numbers are read by the usual order of glyphs, and the number of such fonts. */
export function readGlyphNumbers(pages: readonly RunPage[]): { pages: readonly RunPage[]; fonts: number } {
  const samples = new Map<string, string>();
  for (const { runs } of pages) {
    for (const { font, raw } of runs) {
      const sample = samples.get(font) ?? '';
      if (raw !== null && sample.length < 4000) samples.set(font, sample + raw);
    }
  }
  const shifted = new Set([...samples].filter(([, sample]) => isShifted(sample)).map(([font]) => font));
  // Runs without control characters belong to the same fonts; runs of nothing else are of no use.
  const read = (run: Run): Run =>
    shifted.has(run.font) ? { ...run, text: readAsGlyphs(run.raw ?? run.text).trim(), raw: null } : run;
  return {
    pages: pages.map((page) => {
      if (shifted.size === 0 && page.runs.every((run) => run.text !== '')) return page;
      return { ...page, runs: page.runs.map(read).filter((run) => run.text !== '') };
    }),
    fonts: shifted.size,
  };
}
