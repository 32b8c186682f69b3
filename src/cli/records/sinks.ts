/** Where the parts of a result go as they come: stdout and the files of `-o`, each in its format. */
import type { DocumentRecord, ReportDiagnostic } from '../../model/report.ts';
import type { ScreenOptions } from '../../render/screen.ts';
import { type Draft, draft, type Target } from '../output.ts';
import type { Session } from '../session.ts';

/** What every part of a result has: the document it is about, and what is to be said of it. */
export interface Part {
  /** Null for an input that could not even be opened. */
  readonly document: DocumentRecord | null;
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** Everything that takes the parts of one run. */
export interface Sinks<in P extends Part> {
  readonly part: (part: P) => Promise<void>;
  /** Completes every result; files get their names. */
  readonly end: () => Promise<void>;
  /** Leaves no unfinished file. */
  readonly discard: () => void;
}

/** Turns parts into text to write, as early as the format allows. */
export interface Writer<in P extends Part> {
  readonly start: () => string;
  readonly part: (part: P) => Iterable<string>;
  readonly end: () => Iterable<string>;
}

/** Where a writer's text goes. */
export interface Place {
  readonly screen: ScreenOptions;
  readonly isFile: boolean;
}

/** Loads what makes a format, and gives a maker of its writers. */
export type WriterMaker<in P extends Part> = () => Promise<(place: Place) => Writer<P>>;

/** How each format of a command is written. */
export type Writers<F extends string, P extends Part> = Readonly<Record<F, WriterMaker<P>>>;

/**
 * With `-q` and at least one file, stdout stays empty.
 * @param load its makers are called once for each format that is needed
 */
export async function openSinks<F extends string, P extends Part>(
  targets: readonly Target<F>[],
  format: F,
  session: Session,
  load: Writers<F, P>,
): Promise<Sinks<P>> {
  const wantsStdout = targets.length === 0 || session.quietness === 0;
  const makers = new Map<F, (place: Place) => Writer<P>>();
  for (const one of [...(wantsStdout ? [format] : []), ...targets.map((target) => target.format)]) {
    if (!makers.has(one)) makers.set(one, await load[one]());
  }
  const writers = (one: F, place: Place): Writer<P> => {
    const make = makers.get(one);
    if (make === undefined) throw new Error(`no writer for ${one}`);
    return make(place);
  };
  const files: { readonly target: Target<F>; readonly file: Draft; readonly writer: Writer<P> }[] = [];
  const discard = (): void => {
    for (const { file } of files) file.discard();
  };
  try {
    for (const target of targets) {
      files.push({
        target,
        file: draft(target.typed),
        writer: writers(target.format, { screen: session.page, isFile: true }),
      });
    }
    for (const { file, writer } of files) file.write(writer.start());
  } catch (error) {
    discard();
    throw error;
  }
  const screen = wantsStdout ? writers(format, { screen: session.screen, isFile: false }) : null;
  const print = async (pieces: Iterable<string>): Promise<void> => {
    for (const text of gathered(pieces)) {
      if (session.stdout.isClosed) return;
      await session.stdout.write(text);
    }
  };
  if (screen !== null) await session.stdout.write(screen.start());
  return {
    async part(part) {
      for (const { file, writer } of files) for (const text of gathered(writer.part(part))) file.write(text);
      if (screen !== null) await print(screen.part(part));
    },
    async end() {
      for (const { target, file, writer } of files) {
        for (const text of gathered(writer.end())) file.write(text);
        file.finish();
        session.notices.remark(`wrote ${target.typed}`);
      }
      if (screen !== null) await print(screen.end());
    },
    discard,
  };
}

/** How much is written at a time, in characters. */
const GULP = 1 << 18;

/** Pieces gathered into texts of a size that is worth a write. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < GULP) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}
