/** Where every glyph of a page stands, to a hair: pdfjs's text says where runs begin and end, its drawing the rest. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfjs } from '../file/pdfjs.ts';
import { toFrame } from './frame.ts';
import { apply, isMatrix, type Matrix, multiply, plain } from './matrix.ts';
import type { DrawingList } from './rules-drawn.ts';
import type { RunPage } from './run.ts';

/** A glyph in the frame of its page. */
export interface PlacedGlyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The base line. */
  readonly y: number;
}

interface TextState {
  readonly matrix: Matrix;
  readonly font: string;
  readonly size: number;
  readonly leading: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
  /** How wide glyphs are drawn, where 1 is their own width. */
  readonly stretch: number;
  readonly rise: number;
}

/** The glyphs of a page in the order in which they are drawn, spaces left out. */
export async function readGlyphs(
  list: DrawingList,
  page: Pick<PDFPageProxy, 'view' | 'rotate'>,
  frame: Pick<RunPage, 'turns'>,
): Promise<PlacedGlyph[]> {
  const { OPS } = (await loadPdfjs()).pdfjs;
  const toPage = toFrame(page, frame.turns);
  const out: PlacedGlyph[] = [];
  let state: TextState = {
    matrix: plain,
    font: '',
    size: 0,
    leading: 0,
    characterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    rise: 0,
  };
  const saved: TextState[] = [];
  let text: Matrix = plain;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  const move = (dx: number, dy: number): void => {
    lineX += dx;
    lineY += dy;
    [x, y] = [lineX, lineY];
  };
  const show = (glyphs: readonly unknown[]): void => {
    const whole = multiply(state.matrix, text);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') x -= ((glyph * state.size) / 1000) * state.stretch;
      if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph) || !('width' in glyph)) continue;
      const { unicode, width } = glyph;
      if (typeof unicode !== 'string' || typeof width !== 'number') continue;
      const wide = ((width * state.size) / 1000) * state.stretch;
      if (unicode.trim() !== '') {
        const [x0, base] = toPage(...apply(whole, x, y + state.rise));
        const [x1] = toPage(...apply(whole, x + wide, y + state.rise));
        out.push({ text: unicode, x0: Math.min(x0, x1), x1: Math.max(x0, x1), y: base });
      }
      const isSpace = 'isSpace' in glyph && glyph.isSpace === true;
      x += wide + (state.characterSpace + (isSpace ? state.wordSpace : 0)) * state.stretch;
    }
  };
  for (let k = 0; k < list.fnArray.length; k++) {
    const all: unknown = list.argsArray[k];
    const given: readonly unknown[] = Array.isArray(all) ? all : [];
    const [a, b] = given;
    const [first, second] = [typeof a === 'number' ? a : 0, typeof b === 'number' ? b : 0];
    switch (list.fnArray[k]) {
      case OPS.save:
        saved.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        if (isMatrix(a)) state = { ...state, matrix: multiply(state.matrix, a) };
        break;
      case OPS.transform:
        if (isMatrix(all)) state = { ...state, matrix: multiply(state.matrix, all) };
        break;
      case OPS.beginText:
        text = plain;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.setTextMatrix:
        if (isMatrix(a)) text = a;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.setFont:
        state = { ...state, font: String(a), size: second };
        break;
      case OPS.setCharSpacing:
        state = { ...state, characterSpace: first };
        break;
      case OPS.setWordSpacing:
        state = { ...state, wordSpace: first };
        break;
      case OPS.setHScale:
        state = { ...state, stretch: first / 100 };
        break;
      case OPS.setLeading:
        state = { ...state, leading: -first };
        break;
      case OPS.setTextRise:
        state = { ...state, rise: first };
        break;
      case OPS.moveText:
        move(first, second);
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: second };
        move(first, second);
        break;
      case OPS.nextLine:
        move(0, state.leading);
        break;
      case OPS.showText:
        if (Array.isArray(a)) show(a);
        break;
      default:
    }
  }
  return out;
}
