/** Reads a table row as an undertaking: an action with an owner or a date, unless its status says that it is done. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence, Token } from '../../model/annotated.ts';
import type { SpanEnds } from '../../rules/matcher.ts';
import type { ColumnWords } from '../column-words.ts';
import { isHeadedBy, type RowCell, rowCells } from '../row-cells.ts';
import type { Claim } from './claim.ts';
import type { Matching } from './match.ts';
import { alone } from './sequence.ts';
import type { Subject } from './subject.ts';

/** The claim of a table row, or null where the row is no undertaking. */
export function rowClaim(sentence: Sentence, annotated: Annotated, matching: Matching): Claim | null {
  const cells = rowCells(sentence, annotated).filter(({ from, to }) => to > from);
  const { tokens } = sentence;
  const { columns } = matching.rules;
  const hasHeads = Boolean(annotated.document.blocks[sentence.block]?.header);
  if (cells.length < 2 || (!hasHeads && isHeads(cells, tokens, columns))) return null;
  if (cells.some((cell) => isHeadedBy(cell, columns.telling) || isHour(cell, tokens))) return null;
  const action =
    cells.find((cell) => isOfActions(cell, columns)) ??
    cells.find((cell) => isHeadedBy(cell, columns.goal)) ??
    cells.find((cell) => isImperative(cell, tokens));
  if (!action || isTold(action, tokens)) return null;
  const others = cells.filter((cell) => cell !== action);
  const isDone = others.some((cell) => cell.to - cell.from <= 3 && columns.done.has(tokens[cell.from]?.lower ?? ''));
  const time = matching.spansOf(alone(sentence)).get('timex');
  const isDated = others.some((cell) => isHeadedBy(cell, columns.dated) || hasTime(cell, time));
  const owner =
    others.find((cell) => isHeadedBy(cell, columns.owner)) ??
    others.map((cell) => afterLabel(cell, tokens, columns)).find((cell) => cell !== null) ??
    others.find((cell) => isOwner(cell, tokens, matching));
  if (!isDated && !owner) return null;
  const rule = matching.rules.rows[isDone ? 'done' : 'due'];
  if (!rule) return null;
  const subject: Subject = owner
    ? { kind: 'agent', from: owner.from, to: owner.to, relative: false }
    : { kind: 'none', from: 0, to: 0, relative: false };
  return {
    rule,
    kind: rule.kind,
    strength: rule.strength,
    sequence: alone(sentence),
    subject,
    modal: action.from,
    cueEnd: action.from + 1,
    end: action.to,
    verb: action.from,
    source: 'sentence',
    giver: sentence.index,
    scope: [0, tokens.length],
    antecedent: null,
    restart: null,
    isReported: false,
  };
}

/** Longest head of a column, in words. */
const LONGEST_HEAD = 4;

/** Whether a row without a header above it is one itself: short cells without figures, two of which name columns. */
function isHeads(cells: readonly RowCell[], tokens: readonly Token[], columns: ColumnWords): boolean {
  const heads = cells.map(({ from, to }) => tokens.slice(from, to).map((token) => token.lower));
  if (heads.some((words) => words.length > LONGEST_HEAD || words.some((word) => /\d/.test(word)))) return false;
  const named = heads
    .map((words) => ({ from: 0, to: 0, head: words.join(' ') }))
    .filter((cell) => isOfActions(cell, columns) || isHeadedBy(cell, columns.owner) || isHeadedBy(cell, columns.dated));
  return named.length >= 2;
}

/** What stands after a label that names who is responsible ("Lead: Harbour Board"), or null. */
function afterLabel(cell: RowCell, tokens: readonly Token[], { owner }: ColumnWords): RowCell | null {
  for (let k = cell.from + 1; k < Math.min(cell.to - 1, cell.from + LONGEST_HEAD + 1); k++) {
    if (tokens[k]?.text !== ':') continue;
    return tokens.slice(cell.from, k).some(({ lower }) => owner.has(lower)) ? { ...cell, from: k + 1 } : null;
  }
  return null;
}

/** Whether the head of a cell's column says that actions stand in it. */
const isOfActions = (cell: RowCell, columns: ColumnWords): boolean =>
  isHeadedBy(cell, columns.action) || columns['whole-action'].has(cell.head?.toLowerCase() ?? '');

/** "2:15", "10:00 am": a row of the programme of a day, which is over before anybody asks what became of it. */
const HOUR = /^[012]?\d:[0-5]\d(?:[ap]m)?$/;

function isHour({ from, to }: RowCell, tokens: readonly Token[]): boolean {
  return (
    to - from <= 4 &&
    HOUR.test(
      tokens
        .slice(from, to)
        .map(({ lower }) => lower)
        .join(''),
    )
  );
}

/** Fewest words of a cell that its first word alone makes an action: shorter ones are names of columns and things. */
const SHORTEST_ACTION = 3;

function isImperative({ from, to }: RowCell, tokens: readonly Token[]): boolean {
  const first = tokens[from];
  if (!first || to - from < SHORTEST_ACTION || !(first.tags & Tag.base)) return false;
  // "Lead: Harbour Board" names who acts, not an act.
  if (tokens[from + 1]?.text === ':') return false;
  // "Review date:" names what the next cell gives.
  if (tokens[to - 1]?.text === ':') return false;
  const next = tokens[from + 1];
  if ((next?.tags ?? 0) & (Tag.be | Tag.modal | Tag.have)) return false;
  // "Name of the lessee", "Secure Tide Gauge": a noun before its of-phrase, or a name whose every word is written large.
  if (next?.lower === 'of') return false;
  const rest = tokens.slice(from + 1, to);
  if (rest.every(({ tags }) => tags & (Tag.capital | FORM))) return false;
  // "Contract simplification team", "Pay fairness and pay reporting": nouns alone, the first of which is a verb elsewhere.
  return (first.tags & Tag.verbal) !== 0 || rest.some((token) => token.tags & OF_OBJECT);
}

/** What is written small inside names, too. */
const FORM = Tag.preposition | Tag.conjunction | Tag.determiner | Tag.punctuation;

/** What stands in the object of a verb rather than in a row of nouns. */
const OF_OBJECT = Tag.determiner | Tag.preposition | Tag.pronoun | Tag.number;

/** How far into a cell the verb of a statement is looked for. */
const OPENING = 8;

/** Whether a cell tells what is or was: it speaks of a reader or a thing, with a finite verb and no modal before it. */
function isTold({ from, to }: RowCell, tokens: readonly Token[]): boolean {
  const first = tokens[from];
  if (first && first.tags & Tag.pronoun && first.lower !== 'we') return true;
  const opening = tokens.slice(from, Math.min(to, from + OPENING));
  const verb = opening.find((token) => (token.tags & (Tag.modal | Tag.be | Tag.have)) !== 0 && !(token.tags & Tag.ing));
  if (!verb || verb.tags & Tag.modal || verb.lower === 'be' || verb.lower === 'have') return false;
  return tokens[tokens.indexOf(verb, from) + 1]?.lower !== 'to';
}

const hasTime = (cell: RowCell, time: SpanEnds | undefined): boolean => {
  for (let k = cell.from; k < cell.to; k++) if (time?.has(k)) return true;
  return false;
};

/** Whether a cell holds letters of a chart of roles (responsible, accountable, consulted, informed): whose, its column says. */
const isRole = ({ from, to }: RowCell, tokens: readonly Token[]): boolean =>
  tokens.slice(from, to).every(({ text }) => /^[RACIS](?:[/,][RACIS])*$|^[/,]$/.test(text));

function isOwner(cell: RowCell, tokens: readonly Token[], { names }: Matching): boolean {
  if (cell.to - cell.from > 8 || isRole(cell, tokens)) return false;
  return names.isKnown(tokens, cell.from, cell.to);
}
