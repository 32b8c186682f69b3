/** `pmed help exit-codes`: what each means, and which holds where several apply. */
import { wrap } from '../../render/wrap.ts';
import { EXIT_CODES } from '../exit-words.ts';
import { entry, WIDTH } from '../help-lines.ts';

export function exitCodesTopic(): readonly string[] {
  return [
    'How a run ended, for scripts.',
    '',
    ...EXIT_CODES.flatMap(([code, short, full]) => entry(String(code), `${short}: ${lowered(full)}`, 5)),
    '',
    ...wrap(
      'Of several the highest of 3, 2 and 1 holds: what was not read completely allows no verdict. --allow-unread turns a 3 of that kind into 0 or 1, and says so. A reader that closes the pipe early, such as head, is a normal end: 0.',
      WIDTH,
    ),
  ];
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
