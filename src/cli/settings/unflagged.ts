/** Settings that only files give, read as flags are; no command lists them, so nobody can type them. */
import type { ChangeKind } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import { choiceFlag, flag, numberFlag, switchFlag } from '../flag.ts';
import { isDate } from '../flags.ts';
import { badValue } from '../usage.ts';

/** A date for the files that a pattern names; of several patterns that fit a file the last holds. */
export interface DateOfFiles {
  readonly pattern: string;
  readonly date: string;
}

export const inputs = flag({ long: 'inputs', value: '<list>', help: 'inputs where none is named' }, (raw) => raw);
export const exclude = flag({ long: 'exclude', value: '<list>', help: 'files left out of folders' }, (raw) => raw);
export const disable = flag({ long: 'rules.disable', value: '<list>', help: 'rules switched off' }, (raw) => raw);

export const dates = flag(
  { long: 'document.dates', value: '<map>', help: 'dates of files by pattern' },
  (raw): readonly DateOfFiles[] =>
    raw.map((given) => {
      const at = given.lastIndexOf('=');
      const [pattern, date] = [given.slice(0, at), given.slice(at + 1)];
      if (!isDate(date)) throw badValue('document.dates', date, 'Write dates as 2016-09-08, 2016-09 or 2016');
      return { pattern, date };
    }),
);

const LEVELS = ['error', 'warning', 'note'] as const;

export const levels = flag(
  { long: 'diff.levels', value: '<map>', help: 'levels of kinds of change' },
  (raw): Partial<Readonly<Record<ChangeKind, Level>>> =>
    Object.fromEntries(
      raw.map((given): [ChangeKind, Level] => {
        const at = given.indexOf('=');
        const kind = CHANGE_KINDS.find((one) => one === given.slice(0, at));
        const level = LEVELS.find((one) => one === given.slice(at + 1));
        if (kind === undefined)
          throw badValue(
            'diff.levels',
            given,
            `Kinds of change: ${CHANGE_KINDS.join(', ')}`,
            CHANGE_KINDS,
            given.slice(0, at),
          );
        if (level === undefined)
          throw badValue('diff.levels', given, `Levels: ${LEVELS.join(', ')}`, LEVELS, given.slice(at + 1));
        return [kind, level];
      }),
    ),
);

/** Levels of rules of `pmed check`, `off` for those that are switched off. Which rules there are is known to the packs. */
export const checkLevels = flag(
  { long: 'check.levels', value: '<map>', help: 'levels of rules of pmed check' },
  (raw): Readonly<Record<string, Level | 'off'>> =>
    Object.fromEntries(
      raw.map((given): [string, Level | 'off'] => {
        const at = given.lastIndexOf('=');
        const level = [...LEVELS, 'off' as const].find((one) => one === given.slice(at + 1));
        if (level === undefined)
          throw badValue('check.levels', given, `Levels: ${LEVELS.join(', ')}, off`, LEVELS, given.slice(at + 1));
        return [given.slice(0, at), level];
      }),
    ),
);

export const vague = choiceFlag(
  { long: 'timeline.vague', value: '<what>', help: 'times such as "in due course": keep or drop' },
  ['keep', 'drop'],
  'keep',
);
export const language = choiceFlag(
  { long: 'document.language', value: '<language>', help: 'language of the documents: auto or en' },
  ['auto', 'en'],
  'auto',
);
export const requireLanguage = switchFlag(
  'input.require-language',
  'documents in a language that the rules do not cover count as not read',
);
export const pageOffset = flag(
  { long: 'document.page-offset', value: '<n>', help: 'number printed on the first page', shown: 'from the file' },
  (raw): number | null => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    if (!/^-?\d{1,5}$/.test(given))
      throw badValue(
        'document.page-offset',
        given,
        'Give a whole number; -3 where page 5 is the first that is numbered',
      );
    return Number(given);
  },
);
const CITED = ['publisher', 'title', 'name', 'date', 'year', 'place', 'page'];
export const cite = flag(
  { long: 'document.cite', value: '<form>', help: 'how places are cited', shown: '{publisher} ({year}), {place}' },
  (raw): string | null => {
    const given = raw.at(-1) ?? null;
    const odd = [...(given ?? '').matchAll(/\{([^{}]*)\}/g)].find(([, name = '']) => !CITED.includes(name));
    if (odd !== undefined)
      throw badValue(
        'document.cite',
        odd[0],
        `Known are ${CITED.map((name) => `{${name}}`).join(', ')}`,
        CITED,
        odd[1],
      );
    return given;
  },
);
export const maxSize = numberFlag(
  { long: 'input.max-size-mb', value: '<n>', help: 'megabytes of the largest file that is read', shown: '200' },
  1,
  2000,
  200,
);
export const minCoverage = numberFlag(
  { long: 'input.min-text-coverage', value: '<0..1>', help: 'least share of readable pages', shown: '0.9' },
  0,
  1,
  0.9,
);
