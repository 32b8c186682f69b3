/** How each format of commitments is written: screens, lines and rows as the parts come, JSON at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { type Ask, asked } from '../query/ask.ts';
import type { Grouping } from '../render/commitments/groups.ts';
import { jsonWriter, ndjsonWriter, screenWriter, streamWriter, type View } from './record-writers.ts';
import type { Place, Writer, WriterLoader } from './sinks.ts';

export type CommitmentsFormat = 'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'md';

/** What commitments are written with. */
export interface CommitmentsRun {
  readonly tool: Tool;
  readonly ask: Ask;
  readonly groupBy: Grouping | null;
  /** Whether tables in files begin with a byte order mark. */
  readonly mark: boolean;
  /** Whether cells in files that a spreadsheet would compute are guarded. */
  readonly guard: boolean;
}

/** The writers of `pmed commitments`. */
export function commitmentsWriters(run: CommitmentsRun): WriterLoader<CommitmentsFormat> {
  return async (format) => {
    switch (format) {
      case 'text':
        return textWriter(run);
      case 'json':
        return jsonWriter(run.tool, viewOf(run));
      case 'ndjson':
        return ndjsonWriter(run.tool, viewOf(run));
      case 'csv':
        return tableWriter(run, ',');
      case 'tsv':
        return tableWriter(run, '\t');
      case 'md':
        return mdWriter(run);
    }
  };
}

async function textWriter({ tool, ask, groupBy }: CommitmentsRun): Promise<(place: Place) => Writer> {
  const [{ renderCommitments }, { distinct }] = await Promise.all([
    import('../render/commitments-text.ts'),
    import('../render/commitments/distinct.ts'),
  ]);
  return screenWriter((part, { screen }) => {
    const shown = { ...part, commitments: asked(part, ask) };
    const found = distinct(part.commitments).length;
    return renderCommitments(shown, found, { ...screen, tool, groupBy, isSorted: ask.sort.length > 0 });
  });
}

/** A byte order mark and guarded cells in files only, which spreadsheets open; pipes get the bare values. */
async function tableWriter({ ask, mark, guard }: CommitmentsRun, separator: ',' | '\t') {
  const { commitmentsHead, commitmentsRows } = await import('../render/commitments/csv.ts');
  return ({ isFile }: Place): Writer => {
    const look = { separator, mark: isFile && mark, guard: isFile && guard };
    return streamWriter(commitmentsHead(look), (part) =>
      commitmentsRows({ ...part, commitments: asked(part, ask) }, look),
    );
  };
}

async function mdWriter({ ask, groupBy }: CommitmentsRun): Promise<() => Writer> {
  const { commitmentsMarkdown, markdownMark } = await import('../render/commitments/md.ts');
  return () =>
    streamWriter(markdownMark, (part) => {
      if (part.document === null || part.document.status === 'failed') return [];
      return ['\n', commitmentsMarkdown({ ...part, commitments: asked(part, ask) }, groupBy)];
    });
}

/** The part with the commitments that are asked for only; they are what is counted. */
const viewOf =
  ({ ask }: CommitmentsRun) =>
  (part: ReportPart): View => {
    const commitments = asked(part, ask);
    return { part: { ...part, commitments, statements: [], timeline: [], themes: [] }, counted: commitments };
  };
