/** Where the parts of a report go as they come: stdout and the files of `-o`, each in its format. */
import type { ReportPart } from '../model/part.ts';
import { addSummaries, joinParts, summarise } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import type { ScreenOptions } from '../render/screen.ts';
import type { Target } from './output.ts';
import { type Draft, draft } from './output.ts';
import type { Session } from './session.ts';

type Format = 'text' | 'json' | 'ndjson';

/** Everything that takes the parts of one run. */
export interface Sinks {
  readonly part: (part: ReportPart) => Promise<void>;
  /** Completes every result; files get their names. */
  readonly end: () => Promise<void>;
  /** Leaves no unfinished file. */
  readonly discard: () => void;
}

/** Turns parts into text to write, as early as the format allows. */
interface Writer {
  readonly start: () => string;
  readonly part: (part: ReportPart) => Iterable<string>;
  readonly end: () => Iterable<string>;
}

/** With `-q` and at least one file, stdout stays empty. */
export async function openSinks(
  targets: readonly Target<Format>[],
  format: Format,
  session: Session,
  tool: Tool,
): Promise<Sinks> {
  const wantsStdout = targets.length === 0 || session.quietness === 0;
  const needed = new Set<Format>([...(wantsStdout ? [format] : []), ...targets.map((target) => target.format)]);
  const writers = await writersOf(needed, tool);
  const files: { readonly target: Target<Format>; readonly file: Draft; readonly writer: Writer }[] = [];
  const discard = (): void => {
    for (const { file } of files) file.discard();
  };
  try {
    for (const target of targets) {
      files.push({ target, file: draft(target.typed), writer: writers(target.format, session.page) });
    }
    for (const { file, writer } of files) file.write(writer.start());
  } catch (error) {
    discard();
    throw error;
  }
  const screen = wantsStdout ? writers(format, session.screen) : null;
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

/** Loads the renderers that are needed, and gives a maker of writers. */
async function writersOf(
  needed: ReadonlySet<Format>,
  tool: Tool,
): Promise<(format: Format, screen: ScreenOptions) => Writer> {
  const makers = new Map<Format, (screen: ScreenOptions) => Writer>();
  if (needed.has('text')) makers.set('text', await textWriter(tool));
  if (needed.has('json')) makers.set('json', await jsonWriter(tool));
  if (needed.has('ndjson')) makers.set('ndjson', await ndjsonWriter(tool));
  return (format, screen) => {
    const make = makers.get(format);
    if (make === undefined) throw new Error(`no writer for ${format}`);
    return make(screen);
  };
}

/** One screen a document, an empty line between them. */
async function textWriter(tool: Tool): Promise<(screen: ScreenOptions) => Writer> {
  const { renderPart } = await import('../render/report-text.ts');
  return (screen) => {
    let shown = 0;
    return {
      start: () => '',
      part(part) {
        const text = renderPart(part, tool, screen);
        return text === '' ? [] : [(shown++ > 0 ? '\n' : '') + text];
      },
      end: () => [],
    };
  };
}

/** JSON is one value: its parts are kept until the last has come, and then written piece by piece. */
async function jsonWriter(tool: Tool): Promise<() => Writer> {
  const { jsonPieces } = await import('../render/json.ts');
  return () => {
    const parts: ReportPart[] = [];
    return {
      start: () => '',
      part(part) {
        parts.push(part);
        return [];
      },
      end: () => jsonPieces(joinParts(tool, parts)),
    };
  };
}

async function ndjsonWriter(tool: Tool): Promise<() => Writer> {
  const { ndjsonHeader, ndjsonLines, ndjsonSummary } = await import('../render/ndjson.ts');
  return () => {
    let summary = summarise([]);
    return {
      start: () => ndjsonHeader(tool),
      part(part) {
        summary = addSummaries(summary, summarise(part.commitments));
        return ndjsonLines(part);
      },
      end: () => [ndjsonSummary(summary)],
    };
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
