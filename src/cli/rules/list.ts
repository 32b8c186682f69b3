/** `pmed rules list`: the packs, or the rules of some of them. */
import type { ExitCode } from '../../model/fault.ts';
import { packEntry, rulesIn } from '../../rules/catalogue.ts';
import type { Call } from '../command.ts';
import { showAll } from '../flags.ts';
import { checkNames, chosenPacks } from './names.ts';
import { group, rulesFormat } from './rule-flags.ts';
import { bookOf, builtIn, filesFor, isFile, openShelf } from './shelf.ts';
import { writeBook } from './write-book.ts';

/** @throws {PmedError} PMED-U017 (exit 2) for a pack that there is not */
export async function listRules(call: Call, what: readonly string[]): Promise<ExitCode> {
  const files = filesFor(call, what);
  const names = [...what.filter((word) => !isFile(word)), ...(call.get(group) ?? '').split(',')]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const shelf = files.length === 0 ? await builtIn() : await openShelf(files);
  await checkNames(names, shelf);
  const chosen = chosenPacks(names, shelf, what.some(isFile));
  // There are some hundred rules built in: without a name the screen counts them by pack.
  const isCounted = names.length === 0 && !what.some(isFile) && call.get(rulesFormat) === 'text' && !call.get(showAll);
  const own = new Set(chosen.map(({ file }) => file));
  const book = bookOf('list', shelf);
  const rules = rulesIn(
    shelf.packs.filter(({ file }) => own.has(file)),
    shelf.sources,
  );
  await writeBook(
    call,
    {
      ...book,
      packs: chosen.map(packEntry),
      rules: isCounted ? [] : rules,
      summary: { ...book.summary, rules: rules.length },
    },
    files,
  );
  return 0;
}
