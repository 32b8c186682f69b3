/** What the prover of a kind of pack says of one example. */
import type { Mark } from '../rules/examples.ts';
import type { Rules } from '../rules/load.ts';
import type { PackFile, RuleSource } from '../rules/pack.ts';
import type { Example } from './hear.ts';

/** Whether an example is as its rule says, and what was found in it. */
export interface Verdict {
  readonly passed: boolean;
  /** What is to be found, in words; empty where nothing in particular is. */
  readonly expected: readonly string[];
  /** What was found, in the same words. */
  readonly found: readonly string[];
}

/** An example and all that its verdict depends on. */
export interface Asked {
  /** The rule, as pack/id. */
  readonly key: string;
  readonly rule: RuleSource;
  readonly claim: 'finds' | 'ignores';
  readonly marks: readonly Mark[];
  readonly example: Example;
  readonly rules: Rules;
  readonly file: PackFile;
}

/** Judges the examples of one kind of pack. */
export type Prover = (asked: Asked) => Verdict;

/** `actor "The council"`. */
export const named = (name: string, words: string | null): string =>
  `${name} ${words === null ? 'none' : `"${words}"`}`;
