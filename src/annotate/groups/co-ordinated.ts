/** Finds the verb that shares the auxiliary of the group before: "will review the code and | publish it". */
import type { Token } from '../../model/annotated.ts';
import { Tag } from '../tags.ts';
import type { Group, Opened } from './group.ts';
import { OPENS_OBJECT } from './words.ts';

const CO_ORDINATORS = new Set(['and', 'or', 'but', 'then']);

/** Most words between two verbs that share an auxiliary. */
const LONGEST_SHARED = 60;

/**
 * A verb after "and", "or" or a comma that has the form which the auxiliary of the group before asks for: "will review
 * the code and | publish it", "to be reviewed and | published".
 */
export function shares(tokens: readonly Token[], at: number, groups: readonly Group[]): Opened | null {
  const index = groups.length - 1;
  const group = groups[index];
  const token = tokens[at];
  if (!group || !token || group.inverted || at - group.to > LONGEST_SHARED) return null;
  if (tokens[group.main]?.clause !== token.clause) return null;
  let k = at - 1;
  while (k > group.main && (tokens[k]?.tags ?? 0) & Tag.adverb && !CO_ORDINATORS.has(tokens[k]?.lower ?? '')) k--;
  const joint = tokens[k];
  if (!joint || k < group.to) return null;
  const isSeries = joint.text === ',' && (k === group.to ? followedByJoint(tokens, at) : isSeriesOfActs(tokens, at));
  if (!CO_ORDINATORS.has(joint.lower) && !isSeries) return null;
  const wanted = formWanted(tokens, group);
  if (!(token.tags & wanted) || !isVerbInSeries(tokens, at, wanted, k === group.to)) return null;
  const verbs = [...group.verbs.slice(0, -1), at];
  return {
    reading: {
      verbs,
      form: group.form,
      modal: group.modal,
      negated: group.negated,
      inverted: null,
    },
    after: index,
  };
}

const FORMS = Tag.base | Tag.past | Tag.ing | Tag.third;

/** The form that a verb has which is co-ordinated with the lowest verb of a group. */
function formWanted(tokens: readonly Token[], { verbs, main, form }: Group): number {
  const forms = (tokens[main]?.tags ?? 0) & FORMS;
  if (form === 'infinitive' || form === 'nominal' || form === 'imperative') return Tag.base;
  const above = tokens[verbs.at(-2) ?? -1];
  if (!above) return forms & Tag.third ? Tag.third : forms & Tag.past ? Tag.past : Tag.base;
  const isBare =
    forms === 0 || ((forms & Tag.base) !== 0 && (isToBefore(tokens, main) || !(above.tags & (Tag.be | Tag.have))));
  if (isBare) return Tag.base;
  return forms & Tag.ing ? Tag.ing : Tag.past;
}

const isToBefore = (tokens: readonly Token[], at: number): boolean => {
  let k = at - 1;
  while ((tokens[k]?.tags ?? 0) & Tag.adverb) k--;
  return tokens[k]?.lower === 'to';
};

/** Whether "and" or "or" follows within a few words, before any comma but those of a series. */
function followedByJoint(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < Math.min(tokens.length, at + 6); k++) {
    const word = tokens[k]?.lower;
    if (word === 'and' || word === 'or') return true;
    if ((tokens[k]?.tags ?? 0) & Tag.preposition) return false;
  }
  return false;
}

/** Most words from one act of a series to the "and" before its last. */
const LONGEST_ACT = 24;

/** "open a ward, | train 30 nurses and close a wing": a verb with an object after a comma, and the series closed. */
function isSeriesOfActs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || !(next.tags & OPENS_OBJECT) || tokens[at - 1]?.text !== ',') return false;
  for (let k = at + 1; k < Math.min(tokens.length, at + LONGEST_ACT); k++) {
    const word = tokens[k];
    if (!word || word.clause !== token.clause) return false;
    if (word.lower === 'and' || word.lower === 'or') return true;
  }
  return false;
}

/** Whether a word that could be a noun as well is a verb beside another verb, by what follows it. */
function isVerbInSeries(tokens: readonly Token[], at: number, wanted: number, isNext: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return false;
  if (isNext || wanted !== Tag.base || token.tags & Tag.verbal) return true;
  if (!next) return false;
  return (next.tags & OPENS_OBJECT) !== 0 || next.lower === 'to' || next.lower === 'that' || next.text === '£';
}
