/** `--where` and `--sort`: which records are shown, and in which order. */
import { PmedError } from '../model/fault.ts';
import { type CommitmentInDocument, commitmentFields } from '../query/commitments.ts';
import type { Test } from '../query/compare.ts';
import { QueryFault } from '../query/fault.ts';
import { type Order, SORT_KEYS } from '../query/order.ts';
import { parseQuery } from '../query/parse.ts';
import type { Call } from './command.ts';
import { flag } from './flag.ts';
import { nearest } from './suggest.ts';
import { badValue } from './usage.ts';

/** Given more than once, all must hold. */
export const where = flag(
  { long: '--where', value: '<expr>', help: "only these: 'strength>=planned and by<2027'" },
  (raw) => raw,
);

export const sort = flag(
  {
    long: '--sort',
    value: '<keys>',
    help: `${SORT_KEYS.join(', ')}; -by for the last first`,
    shown: 'as in the text',
    choices: SORT_KEYS,
  },
  (raw): readonly Order[] =>
    (raw.at(-1)?.split(',') ?? []).map((given) => {
      const isReversed = given.trim().startsWith('-');
      const name = given.trim().slice(isReversed ? 1 : 0);
      const key = SORT_KEYS.find((one) => one === name);
      if (key === undefined)
        throw badValue('--sort', name, `Choose of: ${SORT_KEYS.join(', ')}; - before one reverses it`, SORT_KEYS);
      return { key, isReversed };
    }),
);

/** @throws PmedError PMED-U017 (exit 2) that says where the expression is wrong and what was probably meant */
export async function whereOf(call: Call): Promise<Test<CommitmentInDocument>> {
  const tests: Test<CommitmentInDocument>[] = [];
  for (const source of call.get(where)) {
    try {
      tests.push(parseQuery(source, commitmentFields));
    } catch (error) {
      if (!(error instanceof QueryFault)) throw error;
      throw await explained(error, source);
    }
  }
  return (record) => tests.every((test) => test(record));
}

async function explained({ message, column, advice, unknown }: QueryFault, source: string): Promise<PmedError> {
  const near = unknown === null ? null : await nearest(unknown.given, unknown.known);
  const meant = near === null ? '' : ` Did you mean '${near}'?`;
  const hint = advice === '' ? undefined : `${advice}.`;
  const at = source.trim() === '' ? '' : ` column ${column}:`;
  return new PmedError(`--where:${at} ${message}.${meant}`, {
    code: 'PMED-U017',
    exitCode: 2,
    ...(hint === undefined ? {} : { hint }),
  });
}
