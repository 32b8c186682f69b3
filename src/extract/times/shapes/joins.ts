/** How numbers stand side by side: digits, and the signs that join them without a space. */

import type { Token } from '../../../model/annotated.ts';

/** Whether a text is digits only. */
export const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** Whether a token is this sign, with no space before it. */
export const glued = (token: Token | undefined, text: string): boolean =>
  token !== undefined && !token.spaced && token.text === text;

/** Whether a token is a dash with no space before it. */
export const dash = (token: Token | undefined): boolean => glued(token, '-') || glued(token, '–');
