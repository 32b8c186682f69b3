/** What is wrong with an expression, and where. */

/** Thrown where an expression cannot be read; whoever asked for it says so to the user. */
export class QueryFault extends Error {
  /** 1-based place in the expression, in UTF-16 units. */
  readonly column: number;
  /** What to write instead, without a full stop; empty where the message says it. */
  readonly advice: string;
  /** The word that is not known and those that are; null for other faults. */
  readonly unknown: { readonly given: string; readonly known: readonly string[] } | null;

  /** @param at 0-based offset */
  constructor(at: number, message: string, advice = '', unknown: QueryFault['unknown'] = null) {
    super(message);
    this.name = 'QueryFault';
    this.column = at + 1;
    this.advice = advice;
    this.unknown = unknown;
  }
}
