/** What the exit codes mean, for the last line of every help and for the topic. */
import type { ExitCode } from '../model/fault.ts';

/** A code, what it means in a few words, and in a sentence. */
type ExitWords = readonly [code: ExitCode, short: string, full: string];

export const EXIT_CODES: readonly ExitWords[] = [
  [0, 'done', 'There was no verdict to give, or it is yes.'],
  [
    1,
    'the verdict is no',
    'check or diff found what --fail-on names; diff --exit-code found a change; an example of rules test failed; kwic --exit-code found nothing.',
  ],
  [
    2,
    'wrong use',
    'An unknown option, a value that cannot be, a faulty file of settings or rules, or an output that cannot be written.',
  ],
  [
    3,
    'an input was not read',
    'It is missing, encrypted, damaged or has no text, or not enough of it could be read. The others are in the result.',
  ],
  [70, 'a bug', 'pmed itself failed, and says how to report it.'],
  [130, 'stopped by Ctrl-C', 'Files of -o that were complete stay.'],
  [143, 'stopped by the system (SIGTERM)', 'Files of -o that were complete stay.'],
];
