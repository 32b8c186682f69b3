/** The flags of `pmed check`: what makes it fail, and what is shown. */
import { choiceFlag, flag } from '../flag.ts';
import { LEVEL_NAMES, listed } from '../gate.ts';
import { badValue } from '../usage.ts';

/** Levels and rules as typed: which rules there are is known when the packs are loaded. */
export const failOn = flag(
  {
    long: '--fail-on',
    value: '<list>',
    help: 'levels (error warning note any none) or rules that make exit code 1',
    shown: 'error',
    choices: [...LEVEL_NAMES, 'any', 'none'],
  },
  (raw) => raw.at(-1) ?? 'error',
);
export const maxWarnings = flag(
  { long: '--max-warnings', value: '<n>', help: 'more warnings than these make exit code 1 too' },
  (raw): number | null => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    if (!/^\d{1,9}$/.test(given)) throw badValue('--max-warnings', given, 'Give a whole number, such as 0 or 20');
    return Number(given);
  },
);
export const level = choiceFlag(
  { long: '--level', value: '<level>', help: 'show this level and above' },
  LEVEL_NAMES,
  'note',
);
/** Rules as typed; null for all. */
export const only = flag(
  { long: '--only', value: '<rules>', help: 'show these rules, such as weak-verb,no-owner', shown: 'all' },
  (raw): readonly string[] | null => (raw.length === 0 ? null : raw.flatMap(listed)),
);
