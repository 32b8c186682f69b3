/** Where the commitments of one version stand in another, by a comparison of the two. */
import type { Change } from '../../model/diff.ts';
import type { Commitment } from '../../model/report.ts';
import type { Match } from '../align.ts';
import type { Compared } from '../diff.ts';
import { pairCommitments } from '../pairs.ts';
import type { Unit } from '../units.ts';
import type { Node } from './thread.ts';

/** What became of a commitment: where it stands, what changed; `into` is the commitment that it was merged into. */
export interface Followed {
  readonly node: Node | null;
  readonly change: Change | null;
  readonly into: Commitment | null;
  /** Whether its words stand in the other version though no sentence there is its own: nothing was lost. */
  readonly isSaid: boolean;
}

/** A comparison made ready to be asked of single commitments. */
export interface Path {
  readonly follow: (node: Node) => Followed;
  /** The change that brought a commitment of the later version, or touched it; undefined for none. */
  readonly changeOfNew: (id: string) => Change | undefined;
  /** The sentences of the later version that make commitments. */
  readonly news: readonly Unit[];
}

const GONE: Followed = { node: null, change: null, into: null, isSaid: false };

/** @param comparison of two versions, the earlier one first */
export function pathOf({ changes, matches, news }: Compared): Path {
  const matchOf = new Map(matches.map((match) => [match.before.index, match]));
  const olds = new Map<string, Change>();
  const changeOf = new Map<string, Change>();
  for (const change of changes) {
    for (const id of [change.before?.id, ...change.also.map(({ oldId }) => oldId)]) if (id) olds.set(id, change);
    for (const id of [change.after?.id, ...change.also.map(({ newId }) => newId)]) if (id) changeOf.set(id, change);
  }
  const unitOf = new Map<string, Unit>();
  const said = new Map<string, Commitment>();
  const byWords = new Map<string, Unit>();
  for (const unit of news) {
    if (unit.commitments.length > 0 && unit.key !== '' && !byWords.has(unit.key)) byWords.set(unit.key, unit);
    for (const commitment of unit.commitments) {
      unitOf.set(commitment.id, unit);
      said.set(commitment.id, commitment);
    }
  }
  const nodeOf = (commitment: Commitment | undefined | null): Node | null => {
    const unit = commitment ? unitOf.get(commitment.id) : undefined;
    return commitment && unit ? { unit, commitment } : null;
  };

  return {
    news: news.filter(({ commitments }) => commitments.length > 0),
    changeOfNew: (id) => changeOf.get(id),
    follow({ unit, commitment }) {
      const match = matchOf.get(unit.index);
      if (commitment === null) return followMention(match, changeOf);
      const change = olds.get(commitment.id);
      if (change !== undefined) {
        const isLead = change.before?.id === commitment.id;
        const id = isLead ? change.after?.id : change.also.find(({ oldId }) => oldId === commitment.id)?.newId;
        const node = nodeOf(said.get(id ?? ''));
        if (node) return { ...GONE, node, change };
        if (isLead && match && (change.statement || change.fields.quote)) {
          return { ...GONE, node: { unit: match.after, commitment: null }, change };
        }
        if (!isLead && change.kinds.includes('merged')) return { ...GONE, change, into: change.after };
        return { ...GONE, change };
      }
      if (match === undefined) {
        // The same words are said elsewhere: of two copies one is left, or they were read as another sentence's.
        const echo = byWords.get(unit.key);
        const same = echo?.commitments.find((one) => one.id === commitment.id) ?? echo?.commitments[0];
        return { ...GONE, into: said.get(commitment.id) ?? same ?? null, isSaid: true };
      }
      const { pairs } = pairCommitments(match.before.commitments, match.after.commitments);
      const partner = pairs.find(([one]) => one.id === commitment.id)?.[1] ?? said.get(commitment.id);
      return { ...GONE, node: nodeOf(partner) ?? { unit: match.after, commitment: null } };
    },
  };
}

/** A sentence that is no commitment: it may be one in the later version, or be gone. */
function followMention(match: Match | undefined, changeOf: ReadonlyMap<string, Change>): Followed {
  if (match === undefined) return GONE;
  const { after } = match;
  for (const commitment of after.commitments) {
    const change = changeOf.get(commitment.id);
    if (change?.after === commitment && change.before === null && (change.statement || change.fields.quote)) {
      return { ...GONE, node: { unit: after, commitment }, change };
    }
  }
  return { ...GONE, node: { unit: after, commitment: null } };
}
