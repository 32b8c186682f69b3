/** Says what opens a verb group: a finite verb, an infinitive, an imperative, or a verb beside another. */
import type { Chain, Token } from '../../model/annotated.ts';
import { isNounHere, readsAsFinite } from '../context.ts';
import { isPossessedNoun } from '../possessors.ts';
import { Tag } from '../tags.ts';
import { shares } from './co-ordinated.ts';
import type { Group, Opened } from './group.ts';
import { negatedBefore, skipAdverbs } from './insertions.ts';
import { speakerAfter } from './inverted.ts';
import { FINITE_AUXILIARY, NON_FINITE, OPENS_OBJECT, VERB } from './words.ts';

const CAN_OPEN = Tag.modal | FINITE_AUXILIARY | Tag.base | Tag.third | Tag.past;
const PRONOUNS_WITH_IS = new Set('it that there he she what who this'.split(' '));

/**
 * The group that begins at `at`, with its first word (and what it shares with the group before) read; or null.
 * @param groups the groups before it; @param sure numbers of the clauses that have a verb finite without any doubt
 */
export function open(
  tokens: readonly Token[],
  at: number,
  groups: readonly Group[],
  sure: ReadonlySet<number>,
): Opened | null {
  const token = tokens[at];
  // Most words open nothing, and are let go first.
  if (!token || !(token.tags & CAN_OPEN || token.lower === "'s" || token.lower === 'to')) return null;
  if (token.tags & Tag.modal) return isNounHere(tokens, at) ? null : begin(tokens, at, 'finite', at);
  if (token.tags & FINITE_AUXILIARY && !NON_FINITE.has(token.lower)) return begin(tokens, at, 'finite');
  if (token.lower === "'s" && PRONOUNS_WITH_IS.has(tokens[at - 1]?.lower ?? '')) return begin(tokens, at, 'finite');
  if (token.lower === 'to') return infinitive(tokens, at);
  if (!(token.tags & (Tag.base | Tag.third | Tag.past)) && token.lower !== 'be') return null;
  const speaker = speakerAfter(tokens, at);
  if (speaker) {
    const opened = begin(tokens, at, 'finite');
    opened.reading.inverted = speaker;
    return opened;
  }
  const shared = shares(tokens, at, groups);
  if (shared) return shared;
  if (isImperativeHere(tokens, at)) return begin(tokens, at, 'imperative');
  const last = groups.at(-1);
  // Right after a verb stands its object, no verb without a subject: "delay | plans to".
  if (last?.to === at) return null;
  const hasFinite = sure.has(token.clause) || (last?.form === 'finite' && tokens[last.from]?.clause === token.clause);
  return readsAsFinite(tokens, at, hasFinite) ? begin(tokens, at, 'finite') : null;
}

/** A group of which the word at `at` is the first and, so far, the only verb. */
const begin = (tokens: readonly Token[], at: number, form: Chain['form'], modal = -1): Opened => ({
  reading: { verbs: [at], form, modal, negated: negatedBefore(tokens, at), inverted: null },
  after: -1,
});

/** "to" before a verb, apart from any chain: an infinitive, or a nominal chain where a possessed noun stands before it. */
function infinitive(tokens: readonly Token[], to: number): Opened | null {
  const verb = skipAdverbs(tokens, to + 1);
  if (!((tokens[verb]?.tags ?? 0) & VERB) || isNounHere(tokens, verb)) return null;
  const noun = to - 1;
  const isNominal = isPossessedNoun(tokens, noun);
  return {
    reading: {
      verbs: isNominal ? [noun, verb] : [verb],
      form: isNominal ? 'nominal' : 'infinitive',
      modal: -1,
      negated: tokens[to - 1]?.lower === 'not' || negatedBefore(tokens, verb),
      inverted: null,
    },
    after: -1,
  };
}

/** Whether a bare verb opens the sequence, or follows a colon, semicolon or label: "Publish the code." */
function isImperativeHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !(token.tags & Tag.base) || isNounHere(tokens, at)) return false;
  let k = at - 1;
  while (k >= 0 && (tokens[k]?.tags ?? 0) & Tag.adverb) k--;
  const before = tokens[k];
  if (before && before.text !== ':' && before.text !== ';' && before.text !== '|') return false;
  return (token.tags & Tag.verbal) !== 0 || ((tokens[at + 1]?.tags ?? 0) & OPENS_OBJECT) !== 0;
}
