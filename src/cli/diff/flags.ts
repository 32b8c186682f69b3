/** The flags of `pmed diff`: what counts as a change, what is shown, and how the versions are dated. */
import type { ChangeKind } from '../../model/diff.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import { DIFF_VIEWS } from '../../render/diff/options.ts';
import { choiceFlag, flag, numberFlag, optionalChoiceFlag, switchFlag } from '../flag.ts';
import { isDate } from '../flags.ts';
import { failOnFlag, LEVEL_NAMES, listed, type Names, nameOf } from '../gate.ts';
import { badValue } from '../usage.ts';

/** What `--fail-on` and `--only` take besides levels. */
export const KINDS: Names<ChangeKind> = { title: 'Kinds', known: CHANGE_KINDS };

export const failOn = failOnFlag(KINDS, 'levels or kinds that make exit code 1', 'none');
export const exitCode = switchFlag('--exit-code', 'same as --fail-on any');
export const level = choiceFlag(
  { long: '--level', value: '<level>', help: 'show this level and above' },
  LEVEL_NAMES,
  'note',
);
export const only = flag(
  { long: '--only', value: '<kinds>', help: 'show these kinds: removed,weakened', shown: 'all', choices: CHANGE_KINDS },
  (raw): ReadonlySet<ChangeKind> | null =>
    raw.length === 0 ? null : new Set(raw.flatMap(listed).map((name) => nameOf('--only', name, KINDS))),
);
export const match = numberFlag(
  { long: '--match', value: '<0..1>', help: 'how alike two commitments must be', shown: '0.6' },
  0,
  1,
  0.6,
);
export const view = optionalChoiceFlag(
  { long: '--view', value: '<view>', help: `layout of the text: ${DIFF_VIEWS.join(', ')}`, shown: 'plan' },
  DIFF_VIEWS,
);
export const context = numberFlag(
  { long: '--context', value: '<n>', help: 'unchanged commitments shown around a change', shown: '0' },
  0,
  100,
  0,
);
export const docDates = flag(
  {
    long: '--doc-date',
    value: '<dates>',
    help: 'date of the documents, or one each: 2024-03-14,2026-06',
    shown: 'from text',
  },
  (raw): readonly string[] => {
    const given = raw.at(-1);
    if (given === undefined) return [];
    const dates = given.split(',');
    if (!dates.every(isDate)) {
      throw badValue('--doc-date', given, 'Write it as 2016-09-08, 2016-09 or 2016; for both versions as 2016,2018-05');
    }
    return dates;
  },
);

/**
 * The date of each version, null where its text says it.
 * @param dates as typed: none, one for all, or one each
 * @throws PmedError (exit 2) where there are more or fewer than versions
 */
export function datesFor(dates: readonly string[], count: number): readonly (string | null)[] {
  const [first = null] = dates;
  if (dates.length <= 1) return Array.from({ length: count }, () => first);
  if (dates.length === count) return dates;
  throw badValue('--doc-date', dates.join(','), `Give one date, or one for each of the ${count} versions`);
}
