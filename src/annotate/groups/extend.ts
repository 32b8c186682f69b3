/** Reads a verb group on down to its lowest verb: "will | seek | to reduce", "has | been | asked | to publish". */
import type { Token } from '../../model/annotated.ts';
import { isNounHere } from '../context.ts';
import { Tag } from '../tags.ts';
import type { Reading } from './group.ts';
import { isNegation, skipAdverbs, skipInsertion } from './insertions.ts';
import { inversion } from './inverted.ts';
import { NON_FINITE_PARTICIPLE, VERB } from './words.ts';

/** Verbs that link their subject to a participle: "remain committed". */
const LINKING = new Set('remain remains remained stay stays stayed become becomes became'.split(' '));

const REFLEXIVE = new Set('ourselves itself themselves myself himself herself'.split(' '));

/** Reads on from the last word of a group to the lowest verb of its chain. */
export function extend(tokens: readonly Token[], reading: Reading): void {
  for (;;) {
    const last = reading.verbs.at(-1) ?? 0;
    const token = tokens[last];
    if (!token) return;
    const next = nextLink(tokens, last, token, reading);
    if (next < 0) return;
    for (let k = last + 1; k < next; k++) reading.negated ||= isNegation(tokens[k]);
    reading.verbs.push(next);
  }
}

/** The next lower word of the chain after the word at `last`, or -1. */
function nextLink(tokens: readonly Token[], last: number, token: Token, reading: Reading): number {
  const isAuxiliary = reading.verbs.length === 1 || (token.tags & (Tag.be | Tag.have)) !== 0;
  if (last === reading.modal) {
    const at = skipInsertion(tokens, last + 1);
    if (isVerbAfterModal(tokens[at])) return at;
    if (tokens[at]?.lower === 'to') return verbAfterTo(tokens, at);
    return reading.verbs.length === 1 ? inversion(tokens, last, reading, VERB) : -1;
  }
  if (token.tags & Tag.be && isAuxiliary) return afterBe(tokens, last, reading);
  if (token.tags & Tag.have && isAuxiliary) return afterHave(tokens, last, reading);
  if (token.tags & Tag.do && reading.verbs.length === 1) {
    const at = skipAdverbs(tokens, last + 1);
    if ((tokens[at]?.tags ?? 0) & Tag.base && !isNounHere(tokens, at)) return at;
    return inversion(tokens, last, reading, Tag.base);
  }
  return afterVerb(tokens, last, token);
}

const NO_VERB =
  Tag.determiner | Tag.pronoun | Tag.preposition | Tag.conjunction | Tag.subordinator | Tag.modal | Tag.number |
  Tag.punctuation | Tag.wh | Tag.negation; // biome-ignore format: a list

const isVerbAfterModal = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & VERB) !== 0 || (token.tags & (NO_VERB | Tag.capital | Tag.ing | Tag.past)) === 0) &&
  !NON_FINITE_PARTICIPLE.has(token.lower);

/** The verb of the infinitive whose "to" stands at `to`, or -1. */
function verbAfterTo(tokens: readonly Token[], to: number): number {
  const at = skipAdverbs(tokens, to + 1);
  return (tokens[at]?.tags ?? 0) & VERB && !isNounHere(tokens, at) ? at : -1;
}

function afterBe(tokens: readonly Token[], last: number, reading: Reading): number {
  const at = skipInsertion(tokens, last + 1);
  const token = tokens[at];
  if (!token) return -1;
  if (token.tags & Tag.be) return NON_FINITE_PARTICIPLE.has(token.lower) ? at : -1;
  if (token.tags & Tag.ing || token.lower === 'done') return at;
  if (token.tags & Tag.past && !(token.tags & (Tag.determiner | Tag.preposition) && !(token.tags & Tag.verbal)))
    return at;
  if (token.lower === 'to') return verbAfterTo(tokens, at);
  if (
    !(token.tags & (NO_VERB | Tag.base | Tag.third)) &&
    tokens[at + 1]?.lower === 'to' &&
    verbAfterTo(tokens, at + 1) >= 0
  )
    return at;
  return reading.verbs.length === 1 ? inversion(tokens, last, reading, Tag.past | Tag.ing) : -1;
}

function afterHave(tokens: readonly Token[], last: number, reading: Reading): number {
  const at = skipInsertion(tokens, last + 1);
  const token = tokens[at];
  if (!token) return -1;
  if (token.lower === 'been' || token.lower === 'had' || token.lower === 'done') return at;
  if (token.tags & Tag.past) return at;
  if (token.lower === 'to') return verbAfterTo(tokens, at);
  if (token.lower === 'yet' && tokens[at + 1]?.lower === 'to') return verbAfterTo(tokens, at + 1);
  return reading.verbs.length === 1 ? inversion(tokens, last, reading, Tag.past) : -1;
}

/** "seek | to reduce", "work | towards halving", "consider | extending the scheme", "remain | committed". */
function afterVerb(tokens: readonly Token[], last: number, verb: Token): number {
  let at = skipAdverbs(tokens, last + 1);
  if (REFLEXIVE.has(tokens[at]?.lower ?? '')) at++;
  const token = tokens[at];
  if (!token) return -1;
  if (LINKING.has(verb.lower) && token.tags & Tag.past) return at;
  if (token.lower === 'to' || token.lower === 'towards' || token.lower === 'toward') {
    if (token.lower === 'to') {
      const infinitive = verbAfterTo(tokens, at);
      if (infinitive >= 0) return infinitive;
    }
    const gerund = skipAdverbs(tokens, at + 1);
    return isGerund(tokens, gerund) ? gerund : -1;
  }
  return !(verb.tags & Tag.ing) && token.tags & Tag.ing && isGerund(tokens, at) ? at : -1;
}

/** Whether a word in -ing governs what follows ("extending the scheme") rather than being a noun ("training for all"). */
function isGerund(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !(token.tags & Tag.ing)) return false;
  if (!next) return true;
  if (next.lower === 'to' || next.lower === 'towards') return true;
  return (next.tags & (Tag.determiner | Tag.number | Tag.pronoun | Tag.capital)) !== 0;
}
