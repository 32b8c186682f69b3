/** `pmed rules validate`: says what is wrong with packs, or what they change. */
import type { ExitCode } from '../../model/fault.ts';
import type { PackEntry } from '../../model/rulebook.ts';
import { packEntry, rulesIn, type Shelved } from '../../rules/catalogue.ts';
import type { Call } from '../command.ts';
import { wrongOperands } from '../usage.ts';
import { bookOf, builtIn, type Checked, checkShelf } from './shelf.ts';
import { writeBook } from './write-book.ts';

/** @returns 2 where a pack has faults */
export async function validatePacks(call: Call, what: readonly string[]): Promise<ExitCode> {
  if (what.length === 0) throw wrongOperands('pmed rules validate', '<file>, such as mine.yaml', 0);
  const shelf = await checkShelf(what);
  const faulty = new Set(shelf.faults.map(({ file }) => file));
  const own = shelf.packs.filter(({ version, file }) => version === null && !faulty.has(file.file));
  const known = new Set(rulesIn((await builtIn()).packs).map(nameOf));
  const packs = own.map((its, at) => changesOf(its, at === firstOf(own, its), known, shelf));
  for (const [file, disables] of shelf.disabled)
    if (!faulty.has(file) && !own.some((its) => its.file.file === file)) packs.push(onlyDisabling(file, disables));
  const book = bookOf('validate', shelf);
  await writeBook(
    call,
    {
      ...book,
      packs,
      faults: shelf.faults.map(({ code, message, file, line, column }) => ({
        code,
        message,
        place: { file, line, column },
      })),
      summary: {
        ...book.summary,
        rules: packs.reduce((sum, { rules }) => sum + rules, 0),
        faults: shelf.faults.length,
      },
    },
    what,
  );
  return shelf.faults.length > 0 ? 2 : 0;
}

const firstOf = (own: readonly Shelved[], { file }: Shelved): number =>
  own.findIndex((its) => its.file.file === file.file);

/** What a file without any rules of its own does to the built-in packs. */
const onlyDisabling = (file: string, disables: readonly string[]): PackEntry => ({
  ...packEntry({ file: { file, pack: 'policy-en' }, version: null, placeOf: () => ({ file, line: 1, column: 1 }) }),
  adds: [],
  replaces: [],
  disables: [...disables],
});

/** Themes of different schemes may share an id. */
const nameOf = ({ id, scheme }: { readonly id: string; readonly scheme: string | null }): string =>
  scheme === null ? id : `${id} (${scheme})`;

/** A part of a file with what it changes; what the file switches off is told of its first part. */
function changesOf(its: Shelved, isFirst: boolean, known: ReadonlySet<string>, { disabled }: Checked): PackEntry {
  const rules = rulesIn([its]);
  return {
    ...packEntry(its),
    adds: rules.filter((rule) => !known.has(nameOf(rule))).map(({ id }) => id),
    replaces: rules.filter((rule) => known.has(nameOf(rule))).map(({ id }) => id),
    disables: isFirst ? [...(disabled.get(its.file.file) ?? [])] : [],
  };
}
