/** Finds the verb groups of a token sequence: "will also seek to reduce", "has been asked to publish", "plans to open". */
import type { Token } from '../../model/annotated.ts';
import { Tag } from '../tags.ts';
import { extend } from './extend.ts';
import type { Group } from './group.ts';
import { open } from './open.ts';
import { FINITE_AUXILIARY, NON_FINITE } from './words.ts';

/** The verb groups in order. None overlaps another; linear in the tokens. */
export function verbGroups(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [];
  const sure = clausesWithFinite(tokens);
  let at = 0;
  while (at < tokens.length) {
    const opened = open(tokens, at, groups, sure);
    if (!opened) {
      at++;
      continue;
    }
    const { reading, after } = opened;
    if (!reading.inverted) extend(tokens, reading);
    const main = reading.verbs.at(-1) ?? at;
    groups.push({
      // What a co-ordinated verb shares stands in the chain before.
      from: after < 0 ? (reading.verbs[0] ?? at) : at,
      to: Math.max(main + 1, reading.inverted?.[1] ?? 0),
      form: reading.form,
      modal: reading.modal,
      negated: reading.negated,
      voice: isPassive(tokens, reading.verbs) ? 'passive' : 'active',
      verbs: reading.verbs,
      main,
      inverted: reading.inverted,
      after,
    });
    at = groups.at(-1)?.to ?? main + 1;
  }
  return groups;
}

/** For each clause number, whether it has a verb that is finite without any doubt. */
function clausesWithFinite(tokens: readonly Token[]): ReadonlySet<number> {
  const sure = new Set<number>();
  for (const token of tokens)
    if (token.tags & (Tag.modal | FINITE_AUXILIARY) && !NON_FINITE.has(token.lower)) sure.add(token.clause);
  return sure;
}

/** A participle right below a form of "be". */
function isPassive(tokens: readonly Token[], verbs: readonly number[]): boolean {
  const lowest = tokens[verbs.at(-1) ?? -1];
  const above = tokens[verbs.at(-2) ?? -1];
  return lowest !== undefined && above !== undefined && (above.tags & Tag.be) !== 0 && isParticiple(lowest);
}

const isParticiple = (token: Token): boolean => (token.tags & Tag.past) !== 0 || token.lower === 'done';
