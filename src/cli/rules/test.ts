/** `pmed rules test`: runs the examples of packs. */
import type { ExitCode } from '../../model/fault.ts';
import type { ProvenExample } from '../../model/rulebook.ts';
import { checkExamples, isProvable } from '../../proof/check.ts';
import { packEntry, rulesIn, type Shelved } from '../../rules/catalogue.ts';
import type { Call } from '../command.ts';
import { checkNames, chosenPacks } from './names.ts';
import { bookOf, builtIn, filesFor, isFile, openShelf } from './shelf.ts';
import { writeBook } from './write-book.ts';

/** @returns 1 where an example fails */
export async function testRules(call: Call, what: readonly string[]): Promise<ExitCode> {
  const files = filesFor(call, what);
  const names = what.filter((word) => !isFile(word));
  const shelf = files.length === 0 ? await builtIn() : await openShelf(files);
  await checkNames(names, shelf);
  const packs = chosenPacks(names, shelf, names.length === 0 && files.length > 0);
  const examples: ProvenExample[] = [];
  for (const { file, placeOf } of packs)
    examples.push(...(await checkExamples(file, { rules: shelf.rules, sources: shelf.sources, placeOf })));
  const proven = new Set(examples.map(({ rule }) => rule));
  const unproven = packs.flatMap((its) => unprovenIn(its, proven));
  const count = (outcome: ProvenExample['outcome']) => examples.filter((its) => its.outcome === outcome).length;
  const book = bookOf('test', shelf);
  const failed = count('failed');
  await writeBook(
    call,
    {
      ...book,
      packs: packs.map(packEntry),
      examples,
      unproven,
      summary: {
        ...book.summary,
        rules: packs.reduce((sum, its) => sum + packEntry(its).rules, 0),
        passed: count('passed'),
        failed,
        wrongToday: count('wrong-today'),
        rightNow: count('right-now'),
      },
    },
    files,
  );
  return failed > 0 ? 1 : 0;
}

/** Rules without an example; of packs whose examples cannot be run, none is asked for. */
function unprovenIn(shelved: Shelved, proven: ReadonlySet<string>): string[] {
  if (!isProvable(shelved.file.pack)) return [];
  return rulesIn([shelved]).flatMap(({ id }) => (proven.has(id) ? [] : [id]));
}
