/** Old Office files: encrypted documents of today wear their coat. */
import { Buffer } from 'node:buffer';
import { PmedError } from '../../model/fault.ts';
import { locked } from './zip.ts';

/** What an encrypted document is called inside, in UTF-16. */
const PACKAGE = 'EncryptedPackage';

/**
 * Says why an old Office file is not read.
 * @throws PmedError PMED-I105 for a document that needs a password, I108 for one that an old program has saved
 */
export function refuseOle(bytes: Uint8Array): never {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PACKAGE, 0, 'utf16le')) throw locked();
  throw new PmedError('pmed does not read old Office files (.doc, .xls, .ppt).', {
    code: 'PMED-I108',
    exitCode: 3,
    hint: 'Save it as DOCX or PDF and read that.',
  });
}
