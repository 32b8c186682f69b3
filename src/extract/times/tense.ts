/** The tense of the words around a time expression: whether "in March" lies ahead or behind. */
import { has, Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Item } from './item.ts';
import type { Direction } from './term.ts';

/** Modals of reported speech and of doubt: not enough to move a weekday from the week behind to the week ahead. */
const WEAK = new Set(['would', 'could', 'might', 'wo']);
const WAS = new Set(['was', 'were', 'had', 'did']);
/** Words that look ahead although they stand in the present or past. */
const AHEAD = new Set(
  'due expected scheduled projected planning intends aims proposed upcoming forthcoming payable effective expires expire begin begins start starts launches opens closes ends takes'.split(
    ' ',
  ),
);
/** Words that look ahead before "to". */
const MEANS = new Set(
  'plan plans hope hopes intend aim want wants prepare prepares agree agrees ready about'.split(' '),
);
/** Past forms of verbs that reports of events need and prose of policy does not. */
const PAST = new Set(
  'ate bade beat bent bit bled blew bore broke clung crept crossed dealt died drank drew drove dug dwelt fell flew fled flung forgave forgot fought froze gave got grew hid hung knelt leapt left lent lit lost meant met paid ran rang read rode rose sang sank saw sent shook shone shot shrank slept slid sought sold spat sped spent spoke sprang stole struck stuck stung sued swam swept swore swung threw tied told took tore tried vied went withdrew woke won wore wound wrote'.split(
    ' ',
  ),
);
/** Past forms that are base forms too: past where neither "to" nor a modal stands before them. */
const SAME = new Set('hit cut shut hurt split burst cast quit shed'.split(' '));
/** How far to look for a verb, in words. */
const REACH = 30;

/** `future` or `past` as the nearest verb says, that before the expression first; `near` where no verb tells. */
export function directionOf(tokens: readonly Token[], item: Item): Direction {
  const isWeekday = item.term.kind === 'date' && item.term.weekday !== undefined && item.term.day === undefined;
  const isTill = isDue(item);
  const told = isWeekday && isOwner(tokens, item) ? toldAfter(tokens, item, true) : toldBy(tokens, item);
  const cued = item.cue?.rule.direction;
  if (cued && (isWeekday || told !== 'past')) return cued;
  if (isWeekday && isTill) return told === 'past' ? 'past' : 'future';
  // What is done by a month told in the past lay ahead when it was told.
  if (isTill && told === 'past') return 'near';
  return told === 'weak' ? (isWeekday ? 'near' : 'future') : told;
}

/** Whether an expression is the end of the time for something: "by May", "until Friday". */
const isDue = ({ cue }: Item): boolean => cue?.rule.relation === 'by' || cue?.rule.relation === 'until';

function toldBy(tokens: readonly Token[], item: Item): Direction | 'weak' {
  const least = Math.max(0, item.from - REACH);
  for (let i = item.from - 1; i >= least; i--) {
    if (tokens[i]?.text === ';') break;
    const told = tenseAt(tokens, i, true);
    if (told) return told;
  }
  return toldAfter(tokens, item, false);
}

/** What the words after an expression tell, of its own phrase alone or up to the next semicolon. */
function toldAfter(tokens: readonly Token[], item: Item, isNear: boolean): Direction | 'weak' {
  const most = Math.min(tokens.length, item.to + REACH);
  for (let i = item.to; i < most; i++) {
    const text = tokens[i]?.text;
    if (text === ';' || (isNear && text === ',')) break;
    const told = tenseAt(tokens, i, false);
    if (told) return told;
  }
  return 'near';
}

/** "Wednesday's ruling": what is done with it says nothing of when it was; what it does itself does. */
const isOwner = (tokens: readonly Token[], item: Item): boolean => tokens[item.to]?.lower === "'s";

const VERBAL = Tag.modal | Tag.have | Tag.past | Tag.base;
/** Words that may tell of the tense whatever their tags are. */
const TELLING: ReadonlySet<string> = new Set([...WAS, ...AHEAD, ...MEANS, ...PAST, ...SAME, 'set', 'planned']);

/** What one word says of the tense, with the auxiliaries before it; null when it is no verb that tells. */
function tenseAt(tokens: readonly Token[], i: number, before: boolean): Direction | 'weak' | null {
  const token = tokens[i];
  if (!token) return null;
  const { tags, lower } = token;
  const isInfinitive = tokens[i - 1]?.lower === 'to';
  if (!has(tags, VERBAL) && !isInfinitive && !TELLING.has(lower)) return null;
  // "United" and "Proposed" in the midst of a sentence are parts of names.
  if (i > 0 && has(tags, Tag.capital) && token.text !== token.text.toUpperCase()) return null;
  if (has(tags, Tag.modal) && !(lower === 'may' && token.text !== lower)) return WEAK.has(lower) ? 'weak' : 'future';
  const next = tokens[i + 1]?.lower;
  const looksAhead = AHEAD.has(lower) || (lower === 'set' && (next === 'to' || next === 'for'));
  if (!isInfinitive && (looksAhead || (MEANS.has(lower) && next === 'to')))
    return auxiliary(tokens, i) === 'past' && !isPerfect(tokens, i) ? 'past' : 'future';
  // "planned a rally on Saturday" may be told before it or after.
  if (lower === 'planned' && auxiliary(tokens, i) === null) return 'weak';
  if (WAS.has(lower)) return 'past';
  if (has(tags, Tag.have)) return auxiliary(tokens, i) === 'future' ? 'future' : 'past';
  const isSame = SAME.has(lower) && !isInfinitive;
  if ((has(tags, Tag.past) || isSame || PAST.has(lower)) && lower !== 'set' && !isAttributive(tokens, i)) {
    const governor = auxiliary(tokens, i);
    return governor ?? (has(tags, Tag.base) && !isSame ? null : 'past');
  }
  // "to resume" lies ahead of whoever plans it: "had been due to", "agreed to".
  const isBareInfinitive = isInfinitive && has(tokens[i - 2]?.tags ?? 0, Tag.be) && !has(tags, Tag.determiner);
  if (before && isInfinitive && (has(tags, Tag.base) || isBareInfinitive)) {
    const governor = tokens[i - 2];
    const isPast = governor && has(governor.tags, Tag.past | Tag.adverb) ? auxiliary(tokens, i - 2) === 'past' : false;
    return isPast ? 'past' : 'future';
  }
  return null;
}

/** "has scheduled", "have proposed": done by now, of what is still to come. */
const isPerfect = (tokens: readonly Token[], i: number): boolean =>
  [1, 2].some((by) => ['has', 'have'].includes(tokens[i - by]?.lower ?? ''));

/** Words before "to have done" that put it ahead. */
const HOPED = new Set('expect expects expected hope hopes aim aims plan plans intend intends due'.split(' '));

/** "expect to", "hopes to". */
const isHope = (tokens: readonly Token[], i: number): boolean =>
  HOPED.has(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'to';

/** "will have paid", "expect to have paid": done by a time that is still to come. */
const isToHave = (tokens: readonly Token[], have: number): boolean => {
  const before = tokens[have - 1]?.lower ?? '';
  return PROMISES.has(before) || (before === 'to' && HOPED.has(tokens[have - 2]?.lower ?? ''));
};

const ARTICLES = new Set("the a an its their his her our my your 's".split(' '));

/** Whether a participle stands between an article and its noun: "a still unsigned treaty". */
function isAttributive(tokens: readonly Token[], i: number): boolean {
  let at = i - 1;
  while (at >= 0 && has(tokens[at]?.tags ?? 0, Tag.adverb)) at--;
  return ARTICLES.has(tokens[at]?.lower ?? '');
}

/** The auxiliary that governs a participle a few words on: "will be", "to be", "has been", "is". */
function auxiliary(tokens: readonly Token[], i: number): Direction | 'weak' | null {
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) {
    const token = tokens[k];
    if (!token) return null;
    if (has(token.tags, Tag.modal)) return WEAK.has(token.lower) ? 'weak' : 'future';
    if (token.lower === 'to') return 'future';
    if (WAS.has(token.lower)) return 'past';
    if (has(token.tags, Tag.have)) return isToHave(tokens, k) ? 'future' : 'past';
    if (has(token.tags, Tag.be)) {
      if (token.lower === 'be' || token.lower === 'been' || token.lower === 'being') continue;
      return 'near';
    }
    if (!has(token.tags, Tag.adverb | Tag.negation | Tag.be)) return null;
  }
  return null;
}

/** Whether a word that looks ahead, such as "soon", tells of what has come to pass, so that it says nothing of the time. */
export const isOver = ({ term, rule }: Item, direction: Direction): boolean =>
  term.kind === 'reference' && rule.direction === 'future' && direction === 'past';

const PROMISES = new Set(['will', 'shall', "'ll"]);
const PRESENT = new Set(['begins', 'opens', 'expires']);
/** Words with which an end of the time for something lies ahead. */
const DEMANDS = new Set(['should', 'must']);
const EXPECTED = new Set('expected scheduled due set planned projected slated'.split(' '));

/** Whether the clause says what will be, so that its dates lie ahead even in a text that tells of the past. */
export function isPromised(tokens: readonly Token[], item: Item): boolean {
  const clause = tokens[item.from]?.clause;
  for (let i = Math.max(0, item.from - REACH); i < Math.min(tokens.length, item.to + REACH); i++) {
    const token = tokens[i];
    if (!token || token.clause !== clause) continue;
    if (PROMISES.has(token.lower) || PRESENT.has(token.lower)) return true;
    if (isDue(item) && (DEMANDS.has(token.lower) || isHope(tokens, i))) return true;
    // "is expected", not "was expected".
    if (EXPECTED.has(token.lower) && auxiliary(tokens, i) === 'near') return true;
  }
  return false;
}

/** Words that may stand between a verb and its date. */
const BETWEEN = new Set(['in', 'on', 'at', 'early', 'late', 'during', 'the', 'around', 'again', 'back']);

/** Words of a short object between a verb and its date: "took office in January". */
const OBJECT = 3;

/** Whether the verb right before an expression tells what was done then: "was sold in December", "left the league in May". */
export function isDone(tokens: readonly Token[], item: Item): boolean {
  let i = item.from - 1;
  while (i >= 0 && BETWEEN.has(tokens[i]?.lower ?? '')) i--;
  for (let k = i; k >= Math.max(0, i - OBJECT); k--) {
    const token = tokens[k];
    if (!token || LOOKED.has(token.lower)) return false;
    const told = tenseAt(tokens, k, true);
    if (told) return told === 'past';
    if (has(token.tags, Tag.preposition | Tag.punctuation | Tag.conjunction | Tag.subordinator)) return false;
  }
  return false;
}

/** Past forms that say what was still to come. */
const LOOKED = new Set(
  'had was were did to extended postponed delayed moved set called planned scheduled announced ordered proposed promised expected'.split(
    ' ',
  ),
);
