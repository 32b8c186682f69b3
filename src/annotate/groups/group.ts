/** A verb group as data, and what is known of it while it is read. */
import type { Chain, TokenRange } from '../../model/annotated.ts';

/** A verb group: the part of a chain that its own words give. */
export interface Group extends Pick<Chain, 'from' | 'to' | 'form' | 'modal' | 'negated' | 'voice' | 'main'> {
  readonly verbs: readonly number[];
  /** The subject between auxiliary and verb of a question ("Will the levy be extended?"), or null. */
  readonly inverted: TokenRange | null;
  /** Position in the list of the group that it is co-ordinated with verb by verb ("will review | and publish"), or -1. */
  readonly after: number;
}

/** What a group has read so far. */
export interface Reading {
  readonly verbs: number[];
  readonly form: Chain['form'];
  readonly modal: number;
  negated: boolean;
  inverted: TokenRange | null;
}

/** A group of which the beginning is read. */
export interface Opened {
  readonly reading: Reading;
  readonly after: number;
}
