/** Reads the documents of a call one by one, and tells the user about each. */
import type { Input } from '../analyse.ts';
import type { ReportPart } from '../model/part.ts';
import { counted } from '../render/numbers.ts';
import type { Call } from './command.ts';
import type { Named } from './inputs.ts';
import type { Sinks } from './sinks.ts';
import { stdinOptions } from './stdin.ts';

/** The input that is being read, as the user typed it. */
export interface Reading {
  path: string | null;
}

/** The documents that were named; `reading` follows. */
export async function* documents(named: readonly Named[], call: Call, reading: Reading): AsyncGenerator<Input> {
  const { sourceOf } = await import('./inputs.ts');
  for (const one of named) {
    reading.path = null;
    if ('fault' in one) {
      yield { kind: 'fault', fault: one.fault };
      continue;
    }
    const source = await sourceOf(one.path, stdinOptions(call));
    reading.path = typeof source === 'string' ? source : source.name;
    yield { kind: 'source', source };
  }
}

/** What a run writes for. */
interface Run {
  readonly reading: Reading;
  readonly call: Call;
  /** How many files are written beside stdout. */
  readonly files: number;
}

/**
 * Writes the parts as they come, and says what the user should know about each; stops where nobody reads on.
 * @throws what reading or writing throws; then no unfinished file is left
 */
export async function writeParts(
  parts: AsyncIterable<ReportPart>,
  sinks: Sinks,
  { reading, call, files }: Run,
): Promise<void> {
  const watch = stopwatch(call);
  try {
    for await (const part of parts) {
      tell(part, reading, call);
      await sinks.part(part);
      watch(part, reading);
      if (call.session.stdout.isClosed && files === 0) break;
    }
    await sinks.end();
  } catch (error) {
    sinks.discard();
    throw error;
  }
}

/** Says what the user should know about a part; what is wrong with it decides the exit code. */
function tell(part: ReportPart, { path }: Reading, call: Call): void {
  for (const { code, level, message, hint, page } of part.diagnostics) {
    call.session.notices.add({ level, code, message, hint, path, page });
  }
}

/** With `-v`: what was read of each input, and how long it took. */
function stopwatch(call: Call): (part: ReportPart, reading: Reading) => void {
  const { session } = call;
  if (session.verbosity === 0) return () => {};
  let last = session.clock();
  return ({ document, commitments }, { path }) => {
    const now = session.clock();
    const took = `${(now - last).toFixed(2)} s`;
    last = now;
    if (document === null) return;
    const pages = document.pages === null ? '' : `${counted(document.pages, 'page')}, `;
    const facts = `${pages}${counted(document.words, 'word')}, ${counted(commitments.length, 'commitment')}`;
    session.notices.remark(`read ${path ?? document.name} (${document.mediaType}): ${facts}, ${took}`);
  };
}
