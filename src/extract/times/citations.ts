/** Keeps the dates of cited works apart from the dates that a document speaks of: notes and sources end with them. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { Item } from './item.ts';

const SOURCE = new Set(['source', 'sources']);
/** Words before the day on which somebody looked a work up. */
const LOOKED_UP = new Set(['accessed', 'retrieved', 'viewed', 'visited', 'checked']);
/** How far behind a date the address of the work may stand, in words. */
const ADDRESS = 4;

/** The items of a sentence without the dates of works that a note, a source line or a bracket cites. */
export function uncited(items: readonly Item[], sentence: Sentence, { document }: Annotated): readonly Item[] {
  if (items.length === 0) return items;
  const { tokens } = sentence;
  const isNote = document.blocks[sentence.block]?.kind === 'note' || opensNote(tokens);
  const kept = items.filter(
    (item) => item.term.kind !== 'date' || item.cue?.rule.role || !isCited(tokens, item, isNote),
  );
  return kept.length === items.length ? items : kept;
}

/** Whether a passage opens as a source line does, or with the number of a note right before a name or title. */
function opensNote(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second) return false;
  if (SOURCE.has(first.lower) && second.text === ':') return true;
  return isMark(first) && has(second.tags, Tag.capital) && tokens.some((token) => token.text === ',');
}

/** The number of a note, as it stands before the note. */
const isMark = (token: Token): boolean => /^\d{1,4}$/.test(token.text) && !/^(?:19|20)\d\d$/.test(token.text);

function isCited(tokens: readonly Token[], item: Item, isNote: boolean): boolean {
  const before = tokens[item.from - 1];
  const after = tokens[item.to];
  const verb = before && (before.lower === 'on' || before.text === ':') ? tokens[item.from - 2] : before;
  if (verb && LOOKED_UP.has(verb.lower)) return true;
  if (!before || (before.text !== ',' && before.text !== '(')) return false;
  if (leadsToAddress(tokens, item.to)) return true;
  if (!isNote) return false;
  return before.text === '(' ? after?.text === ')' : !after || '.;)'.includes(after.text) || isMark(after);
}

/** Whether the words right behind a date say where the work is to be found. */
function leadsToAddress(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + ADDRESS); i++) {
    const { lower } = tokens[i] ?? { lower: '' };
    if (lower === 'http' || lower === 'https' || lower === 'www' || lower === 'doi') return true;
    if (lower === 'available' && tokens[i + 1]?.lower === 'at') return true;
    if (!/^[^\p{L}\p{N}]*$/u.test(lower)) return false;
  }
  return false;
}
