/** Reads the documents of a call one by one, and tells the user about each. */
import type { Input } from '../../analyse/read-input.ts';
import { counted } from '../../render/numbers.ts';
import type { Call } from '../command.ts';
import type { Named } from '../inputs.ts';
import { statedDate } from '../settings/files.ts';
import { stdinOptions } from '../stdin.ts';
import type { Part, Sinks } from './sinks.ts';

/** The input that is being read, as the user typed it. */
export interface Reading {
  path: string | null;
  /** Whether it is a file by that path. */
  isFile?: boolean;
}

/** The documents that were named; `reading` follows. */
export async function* documents(named: readonly Named[], call: Call, reading: Reading): AsyncGenerator<Input> {
  const { sourceOf } = await import('../inputs.ts');
  const { progress } = call.session;
  progress.begin(named.map((one) => ('path' in one ? one.path : '')));
  for (const one of named) {
    reading.path = null;
    progress.next('path' in one ? one.path : null);
    if ('fault' in one) {
      yield { kind: 'fault', fault: one.fault };
      continue;
    }
    const source = await sourceOf(one.path, stdinOptions(call));
    reading.path = typeof source === 'string' ? source : source.name;
    reading.isFile = typeof source === 'string';
    yield { kind: 'source', source, options: statedDate(one.path, call) };
  }
}

/** What a run writes for. */
interface Run<in P extends Part> {
  readonly reading: Reading;
  readonly call: Call;
  /** What was found in a part, for `-v`: `5 commitments`. */
  readonly found: (part: P) => string;
  /** How many files are written beside stdout. */
  readonly files: number;
}

/**
 * Writes the parts as they come, and says what the user should know about each; stops where nobody reads on.
 * @throws what reading or writing throws; then no unfinished file is left
 */
export async function writeParts<P extends Part>(
  parts: AsyncIterable<P>,
  sinks: Sinks<P>,
  { reading, call, found, files }: Run<P>,
): Promise<void> {
  const watch = stopwatch(call, found);
  try {
    for await (const part of parts) {
      tell(part, reading, call);
      if (part.document !== null && reading.isFile === true && reading.path !== null)
        call.session.locate(part.document.id, reading.path);
      await sinks.part(part);
      watch(part, reading);
      if (call.session.stdout.isClosed && files === 0) break;
    }
    call.session.progress.end();
    await sinks.end();
  } catch (error) {
    sinks.discard();
    throw error;
  }
}

/** Says what the user should know about a part; what is wrong with it decides the exit code. */
export function tell(part: Part, { path }: Reading, call: Call): void {
  if (isUnread(part)) call.session.progress.failed();
  for (const { code, level, message, hint, page } of part.diagnostics) {
    call.session.notices.add({ level, code, message, hint, path, page });
  }
}

/** Whether nothing of an input was read; what was read before, under another name, was. */
const isUnread = ({ document, diagnostics }: Part): boolean =>
  document === null ? diagnostics.some(({ level }) => level === 'error') : document.status === 'failed';

/** With `-v`: what was read of each input, and how long it took. */
function stopwatch<P extends Part>({ session }: Call, found: (part: P) => string): (part: P, reading: Reading) => void {
  if (session.verbosity === 0) return () => {};
  let last = session.clock();
  return (part, { path }) => {
    const { document } = part;
    const now = session.clock();
    const took = `${(now - last).toFixed(2)} s`;
    last = now;
    if (document === null) return;
    const pages = document.pages === null ? '' : `${counted(document.pages, 'page')}, `;
    const facts = `${pages}${counted(document.words, 'word')}, ${found(part)}`;
    session.notices.remark(`read ${path ?? document.name} (${document.mediaType}): ${facts}, ${took}`);
  };
}
