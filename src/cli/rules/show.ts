/** `pmed rules show`: one rule, theme or list in full. */
import type { ExitCode } from '../../model/fault.ts';
import { PmedError } from '../../model/fault.ts';
import type { ListEntry, RuleEntry } from '../../model/rulebook.ts';
import { listsIn, packEntry, rulesIn } from '../../rules/catalogue.ts';
import type { Call } from '../command.ts';
import { nearest } from '../suggest.ts';
import { wrongOperands } from '../usage.ts';
import { bookOf, builtIn, filesFor, isFile, openShelf } from './shelf.ts';
import { writeBook } from './write-book.ts';

/** @throws {PmedError} PMED-U017 (exit 2) for an id that no rule, theme or list has */
export async function showRules(call: Call, what: readonly string[]): Promise<ExitCode> {
  const named = what.filter((word) => isFile(word) && /\.ya?ml$/i.test(word));
  const ids = what.filter((word) => !named.includes(word));
  const files = filesFor(call, named);
  if (ids.length === 0) throw wrongOperands('pmed rules show', '<id>, such as commitment/will-action', 0);
  const shelf = files.length === 0 ? await builtIn() : await openShelf(files);
  const rules = rulesIn(shelf.packs, shelf.sources);
  const lists = listsIn(shelf.sources);
  const found = await Promise.all(ids.map((id) => find(id, rules, lists)));
  const shown = found.flatMap((its) => ('members' in its ? [] : [its]));
  const book = bookOf('show', shelf);
  const places = new Set(shown.map(({ place }) => place.file));
  await writeBook(
    call,
    {
      ...book,
      packs: shelf.packs.filter(({ file }) => places.has(file.file)).map(packEntry),
      rules: shown,
      lists: found.filter((its) => 'members' in its),
      summary: { ...book.summary, rules: shown.length },
    },
    files,
  );
  return 0;
}

async function find(
  id: string,
  rules: readonly RuleEntry[],
  lists: readonly ListEntry[],
): Promise<RuleEntry | ListEntry> {
  // Of rules that are written anew the last one holds. A name alone will do where only one rule has it.
  const exact = rules.findLast((its) => its.id === id) ?? lists.find((its) => its.id === id);
  if (exact) return exact;
  const tails = rules.filter((its) => its.id.endsWith(`/${id}`));
  const [only] = tails;
  if (only && tails.every((its) => its.id === only.id)) return only;
  const known = [...rules, ...lists].map((its) => its.id);
  const near = await meantBy(id, known);
  // A part of a name is what one remembers of it.
  const holding = near === null && id.length > 2 ? [...new Set(known.filter((its) => its.includes(id)))] : [];
  const alike = tails.length > 1 || holding.length === 0 ? '' : ` These hold the word: ${someOf(holding)}.`;
  const several = tails.length > 1 ? ` Several are: ${[...new Set(tails.map((its) => its.id))].join(', ')}.` : '';
  const [pack = ''] = id.split('/');
  const isPack = rules.some((its) => its.pack === pack);
  throw new PmedError(
    `no rule, theme or list is called '${id}'.${several}${alike}${near === null ? '' : ` Did you mean '${near}'?`}`,
    {
      code: 'PMED-U017',
      exitCode: 2,
      hint: isPack ? `Its rules:  pmed rules list ${pack} --all` : 'All packs:  pmed rules list',
    },
  );
}

const MOST_NAMED = 5;

const someOf = (ids: readonly string[]): string =>
  ids.length <= MOST_NAMED
    ? ids.join(', ')
    : `${ids.slice(0, MOST_NAMED).join(', ')} and ${ids.length - MOST_NAMED} more`;

/** The id that was probably meant; the pack may have been left out. */
async function meantBy(id: string, known: readonly string[]): Promise<string | null> {
  if (id.includes('/')) return nearest(id, known);
  const tail = await nearest(id, known.map(tailOf));
  return known.find((its) => tailOf(its) === tail) ?? null;
}

/** `plan` of `commitment/will-action` and of `commitment/@plan`. */
const tailOf = (id: string): string => id.slice(id.indexOf('/') + 1).replace(/^@/, '');
