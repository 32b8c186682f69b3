/** The password of encrypted documents: from a file or a pipe, never from the command line, which others can see. */
import { closeSync, openSync, readSync } from 'node:fs';
import { PmedError } from '../model/fault.ts';
import { siblings } from './near-file.ts';
import { noInput } from './usage.ts';

/** No password is longer, in bytes. */
const LONGEST = 4096;
const PLACE = 'Its first line is the password; - takes it from standard input.';

/**
 * The first line of a file without its newline.
 * @param path the file; `-` is stdin
 * @param operands what is to be read besides
 * @throws PmedError (exit 2) where the file cannot be read or holds no password, or stdin is a document already
 */
export async function readPassword(path: string, operands: readonly string[]): Promise<string> {
  if (path === '-' && operands.includes('-')) {
    const hint = 'Put the password into a file of its own:  --password-file FILE';
    throw noInput("standard input ('-') cannot be both a document and the password.", hint);
  }
  const name = path === '-' ? 'standard input' : `'${path}'`;
  let bytes: Buffer;
  try {
    bytes = path === '-' ? await headOfStdin() : headOf(path);
  } catch (error) {
    throw wrong(`cannot read the password from ${name}: ${reasonOf(error)}.`, error, path);
  }
  const [line = ''] = new TextDecoder().decode(bytes).split('\n', 1);
  const password = line.replace(/\r$/, '');
  if (password === '') throw wrong(`${name} holds no password: its first line is empty.`);
  return password;
}

/** Bytes up to the end of the first line; a named pipe gives them piece by piece. */
function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(LONGEST);
    let length = 0;
    while (length < LONGEST) {
      const read = readSync(file, bytes, length, LONGEST - length, null);
      if (read === 0) break;
      length += read;
      if (bytes.subarray(0, length).includes(10)) break;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

async function headOfStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (bytes.includes(10) || length >= LONGEST) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not open it';
  if (code === 'EISDIR') return 'it is a folder';
  return typeof code === 'string' ? code : 'the system refuses it';
}

function wrong(message: string, cause?: unknown, path?: string): PmedError {
  const isMissing = path !== undefined && message.endsWith('no such file.');
  const mistyped = isMissing ? { given: path, known: siblings(path) } : null;
  return new PmedError(message, { code: 'PMED-U014', exitCode: 2, hint: PLACE, cause, mistyped });
}
