/** What of a line on a picture is writing, and what it says where the engine takes one sign for another. */
import type { SeenLine, SeenWord } from './recognised.ts';
import { sureness } from './sureness.ts';

/** A line below this confidence is a picture's edge or texture. */
const LEAST_LINE = 45;
/** In a line of at least this confidence every word is one, however unsure the engine is of its letters. */
const SURE_LINE = 60;
/** Elsewhere a word below this confidence is a speck, */
const LEAST_WORD = 30;
/** and a sign without letter or digit below this. */
const LEAST_SIGN = 60;
/** Above this confidence a letter is what it seems to be. */
const SURE_LETTER = 60;
/** Between a bullet and what follows there is more room than this, in heights of the line. */
const BULLET_GAP = 0.25;

/** What bullets are taken for: signs always, letters where the engine is not sure. */
const BULLET_SIGN = /^(?:[*+¢«»©®°=~>§¥·•▪●■◦‣¤]|~~)$/u;
const BULLET_LETTER = /^[eoO0]$/;

/** A bullet that is taken for the first sign of its text. */
const GLUED_BULLET = /^[«»¢©®¥§](?=\p{Lu})/u;

/** The line as it is likely to be written; null where it is none. */
export function writingOf(line: SeenLine): SeenLine | null {
  const { confidence } = sureness([line]);
  if (confidence < LEAST_LINE) return null;
  const words = withBullet(line).filter((word) => word.text === BULLET || isWriting(word, confidence));
  return words.some(({ text }) => text !== BULLET) ? { ...line, words } : null;
}

const BULLET = '•';

function withBullet({ words, height }: SeenLine): readonly SeenWord[] {
  const [first, second, ...rest] = words;
  const glued = first === undefined ? null : GLUED_BULLET.exec(first.text);
  if (first !== undefined && glued !== null) {
    const end = Math.min(first.x0 + height / 3, first.x1);
    const text = first.text.slice(glued[0].length);
    return [{ ...first, text: BULLET, x1: end }, { ...first, text, x0: end }, ...words.slice(1)];
  }
  if (first === undefined || second === undefined || second.x0 - first.x1 < BULLET_GAP * height) return words;
  const isBullet = BULLET_SIGN.test(first.text) || (BULLET_LETTER.test(first.text) && first.confidence < SURE_LETTER);
  return isBullet ? [{ ...first, text: BULLET }, second, ...rest] : words;
}

function isWriting({ text, confidence }: SeenWord, sure: number): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (signs === 0) return confidence >= LEAST_SIGN;
  return confidence >= LEAST_WORD || (sure >= SURE_LINE && signs > 1);
}
