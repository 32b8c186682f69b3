/** Writers that views of documents share: screens and rows as the parts come, JSON at the end, NDJSON line by line. */
import { addSummaries, joinParts, type ReportPart, summarise } from '../../model/part.ts';
import type { Commitment, Tool } from '../../model/report.ts';
import type { TableLook } from '../../render/csv.ts';
import type { Pieces } from './pour.ts';
import type { Part, Place, Writer, WriterMaker } from './sinks.ts';

/** What a view shows of a part, and which commitments the summary counts. */
export interface View {
  readonly part: ReportPart;
  readonly counted: readonly Commitment[];
}

/** One screen a document, an empty line between them. */
export function screenWriter<P extends Part>(render: (part: P, place: Place) => string): (place: Place) => Writer<P> {
  return (place) => {
    let shown = 0;
    return {
      start: () => '',
      part(part) {
        const text = render(part, place);
        return text === '' ? [] : [(shown++ > 0 ? '\n' : '') + text];
      },
      end: () => [],
    };
  };
}

/** One record a line where that is asked for, else the screens of `shown`. */
export function plainOr<P extends Part>(
  lines: (part: P) => Iterable<string>,
  shown: (place: Place) => Writer<P>,
): (place: Place) => Writer<P> {
  return (place) => (place.screen.plain ? streamWriter('', lines) : shown(place));
}

/** What can only be written when the last part has come. */
interface Whole<in P extends Part, K> {
  /** What is needed of a part until then; null for nothing. */
  readonly keep: (part: P) => K | null;
  /** @param kept of the parts, in their order */
  readonly write: (kept: readonly K[], place: Place) => Pieces | Promise<Pieces>;
}

/** Keeps of every part what `load` says, and writes all of it at the end. */
export function wholeWriter<P extends Part, K>(load: () => Promise<Whole<P, K>>): WriterMaker<P> {
  return async () => {
    const { keep, write } = await load();
    return (place) => {
      const kept: K[] = [];
      return {
        start: () => '',
        part(part) {
          const its = keep(part);
          if (its !== null) kept.push(its);
          return [];
        },
        end: () => write(kept, place),
      };
    };
  };
}

/** A format of several files: the maker of each by what it holds. */
export function family<P extends Part>(members: Readonly<Record<string, WriterMaker<P>>>): WriterMaker<P> {
  return async () => {
    const made = new Map<string, (place: Place) => Writer<P>>();
    for (const [name, load] of Object.entries(members)) made.set(name, await load());
    return (place) => {
      const make = made.get(place.member ?? '');
      if (make === undefined) throw new Error(`no writer for '${place.member}' of a family`);
      return make(place);
    };
  };
}

/** The JSON formats of a view of a report. */
export function reportJson(
  tool: Tool,
  view: (part: ReportPart) => View,
): Readonly<Record<'json' | 'ndjson', WriterMaker<ReportPart>>> {
  return { json: jsonWriter(tool, view), ndjson: () => ndjsonWriter(tool, view) };
}

/** JSON is one value. */
const jsonWriter = (tool: Tool, view: (part: ReportPart) => View): WriterMaker<ReportPart> =>
  wholeWriter(async () => {
    const { jsonPieces } = await import('../../render/json.ts');
    return {
      keep(given) {
        const { part, counted } = view(given);
        return { part, summary: summarise(counted) };
      },
      write(kept) {
        const parts = kept.map(({ part }) => part);
        const summary = kept.map((its) => its.summary).reduce(addSummaries, summarise([]));
        return jsonPieces({ ...joinParts(tool, parts), summary });
      },
    };
  });

async function ndjsonWriter(tool: Tool, view: (part: ReportPart) => View): Promise<() => Writer<ReportPart>> {
  const { ndjsonHeader, ndjsonLines, ndjsonSummary } = await import('../../render/ndjson.ts');
  return () => {
    let summary = summarise([]);
    return {
      start: () => ndjsonHeader(tool),
      part(given) {
        const { part, counted } = view(given);
        summary = addSummaries(summary, summarise(counted));
        return ndjsonLines(part);
      },
      end: () => [ndjsonSummary(summary)],
    };
  };
}

/** Whether tables in files get what spreadsheets need: pipes get the bare values. */
export interface TableFlags {
  /** Whether tables in files begin with a byte order mark. */
  readonly mark: boolean;
  /** Whether cells in files that a spreadsheet would compute are guarded. */
  readonly guard: boolean;
}

/** A table: its first row, and the rows of a part. */
export interface Table<P extends Part> {
  readonly head: (look: TableLook) => string;
  readonly rows: (part: P, look: TableLook) => Iterable<string>;
}

/** The formats of a table, which `load` loads. */
export function tables<P extends Part>(
  { mark, guard }: TableFlags,
  load: () => Promise<Table<P>>,
): Readonly<Record<'csv' | 'tsv', WriterMaker<P>>> {
  const maker = (separator: ',' | '\t') => async () => {
    const { head, rows } = await load();
    return ({ isFile }: Place): Writer<P> => {
      const look = { separator, mark: isFile && mark, guard: isFile && guard };
      return streamWriter(head(look), (part) => rows(part, look));
    };
  };
  return { csv: maker(','), tsv: maker('\t') };
}

/**
 * Markdown after the mark by which pmed knows its own file: a text a document, parted by empty lines.
 * @param isTold whether a document has a text; those that were read unless given
 */
export function markdownWriter<P extends Part>(
  mark: string,
  render: (part: P) => string,
  isTold: (part: P) => boolean = isRead,
): () => Writer<P> {
  return () => streamWriter(mark, (part) => (isTold(part) ? ['\n', render(part)] : []));
}

const isRead = ({ document }: Part): boolean => document !== null && document.status !== 'failed';

/** Writes what each part gives as it comes, after a start. */
function streamWriter<P extends Part>(start: string, part: (part: P) => Iterable<string>): Writer<P> {
  return { start: () => start, part, end: () => [] };
}
