/** What is said of a packed document that cannot be read. Messages have no file name: who knows it puts it before them. */
import { PmedError } from '../../model/fault.ts';

/** The fault of a document that is damaged. */
export function damaged(cause?: unknown): PmedError {
  return new PmedError('this document is damaged or incomplete.', {
    code: 'PMED-I106',
    exitCode: 3,
    hint: 'Download it again, or open it in a word processor and save it anew.',
    cause,
  });
}

/** The fault of a document that needs a password. */
export function locked(): PmedError {
  return new PmedError('this document is encrypted and needs a password.', {
    code: 'PMED-I105',
    exitCode: 3,
    hint: 'Open it in a word processor and save it without a password.',
  });
}

/** The fault of a document that holds more than a document can. */
export function tooBig(why: string): PmedError {
  return new PmedError(`this file is too big: ${why}.`, {
    code: 'PMED-I103',
    exitCode: 3,
    hint: 'If it is a real document, save it as PDF and read that.',
  });
}

/** The fault of a book that only its buyer's program can open. */
export function protectedBook(): PmedError {
  return new PmedError('this book is locked to the program of whoever bought it.', {
    code: 'PMED-I105',
    exitCode: 3,
    hint: 'Ask its publisher for a copy without copy protection, or for a PDF.',
  });
}
