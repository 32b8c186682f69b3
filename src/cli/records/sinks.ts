/** Where the parts of a result go as they come: stdout and the files of `-o`, each in its format. */
import type { DocumentRecord, ReportDiagnostic } from '../../model/report.ts';
import type { ScreenOptions } from '../../render/screen.ts';
import { type Draft, draft, type Piece, publishAll } from '../output/draft.ts';
import { wrote } from '../output/save.ts';
import { wantsStdout } from '../output/stdout.ts';
import type { Target } from '../output/target.ts';
import type { Session } from '../session.ts';
import { type Pieces, pour } from './pour.ts';

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

/** Turns parts into what is written, as early as the format allows. */
export interface Writer<in P extends Part> {
  readonly start: () => string;
  readonly part: (part: P) => Iterable<Piece>;
  /** May take its time: an archive is packed at the end. */
  readonly end: () => Pieces | Promise<Pieces>;
}

/** Where what a writer makes goes. */
export interface Place {
  readonly screen: ScreenOptions;
  readonly isFile: boolean;
  /** Where the file will be, as the user typed it; absent for stdout. */
  readonly path?: string;
  /** Which of a family of files it is: its writer is a `family`. */
  readonly member?: string;
}

/** Loads what makes a format, and gives a maker of its writers. */
export type WriterMaker<in P extends Part> = () => Promise<(place: Place) => Writer<P>>;

/** How each format of a command is written. */
export type Writers<F extends string, P extends Part> = Readonly<Record<F, WriterMaker<P>>>;

/**
 * Opens every file of the targets, and stdout unless it stays empty: with `-q` and at least one file.
 * @param load its makers are called once for each format that is needed
 * @throws PmedError (exit 2) for a file that cannot be opened; then none is left
 */
export async function openSinks<F extends string, P extends Part>(
  targets: readonly Target<F>[],
  format: F,
  session: Session,
  load: Writers<F, P>,
): Promise<Sinks<P>> {
  const isPrinted = wantsStdout({ session }, targets);
  const makers = new Map<F, (place: Place) => Writer<P>>();
  for (const one of [...(isPrinted ? [format] : []), ...targets.map((target) => target.format)]) {
    if (!makers.has(one)) makers.set(one, await load[one]());
  }
  const writers = (one: F, place: Place): Writer<P> => {
    const make = makers.get(one);
    if (make === undefined) throw new Error(`no writer for ${one}`);
    return make(place);
  };
  const files: { readonly file: Draft; readonly writer: Writer<P> }[] = [];
  const discard = (): void => {
    for (const { file } of files) file.discard();
  };
  try {
    for (const target of targets) {
      for (const { typed, member } of target.files) {
        const place = { screen: session.page, isFile: true, path: typed, ...(member === null ? {} : { member }) };
        files.push({ file: draft(typed), writer: writers(target.format, place) });
      }
    }
    for (const { file, writer } of files) file.write(writer.start());
  } catch (error) {
    discard();
    throw error;
  }
  const screen = isPrinted ? writers(format, { screen: session.screen, isFile: false }) : null;
  const fill = (file: Draft, pieces: Pieces): Promise<void> =>
    pour(pieces, (piece) => {
      file.write(piece);
      return true;
    });
  const print = (pieces: Pieces): Promise<void> =>
    pour(pieces, async (piece) => {
      await session.stdout.write(piece);
      return !session.stdout.isClosed;
    });
  if (screen !== null) await session.stdout.write(screen.start());
  return {
    async part(part) {
      for (const { file, writer } of files) await fill(file, writer.part(part));
      if (screen !== null) await print(screen.part(part));
    },
    async end() {
      for (const { file, writer } of files) await fill(file, await writer.end());
      publishAll(files.map(({ file }) => file));
      for (const target of targets) session.notices.remark(wrote(target));
      if (screen !== null) await print(await screen.end());
    },
    discard,
  };
}
