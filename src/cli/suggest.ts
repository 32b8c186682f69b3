/** What was probably meant by a word that is not known, looked up only when there is such a word. */

import { PmedError } from '../model/fault.ts';

/** The same fault; where it is about a word that is not known, with the one that was probably meant. */
export async function withMeant(fault: PmedError): Promise<PmedError> {
  const { message, code, exitCode, hint, mistyped, cause } = fault;
  const near = mistyped === null ? null : await nearest(mistyped.given, mistyped.known);
  if (near === null) return fault;
  const told = new PmedError(`${message} Did you mean '${near}'?`, {
    code,
    exitCode,
    cause,
    ...(hint === null ? {} : { hint }),
  });
  if (fault.stack !== undefined) told.stack = fault.stack;
  return told;
}

/** As `nearest` of `src/words`, loaded when it is asked for. */
export async function nearest(given: string, known: Iterable<string>): Promise<string | null> {
  const words = await import('../words/nearest.ts');
  return words.nearest(given, known);
}
