/** The screen of `pmed analyse`: what one document undertakes, asks, dates and is about, each with its place. */
import type { ReportPart } from '../model/part.ts';
import type { Report, Tool } from '../model/report.ts';
import { commitmentLines } from './report/commitments.ts';
import { headLines } from './report/head.ts';
import { noteLines } from './report/notes.ts';
import { statementLines } from './report/statements.ts';
import { themeLines } from './report/themes.ts';
import { timelineLines } from './report/timeline.ts';
import { blocksText, defaultScreen, type ScreenOptions } from './screen.ts';

/** One document as a screen of about fifty lines, or as long as it takes with `all`; empty where none was read. */
export function renderPart(part: ReportPart, tool: Tool, screen: ScreenOptions): string {
  const { document } = part;
  if (document === null || document.status === 'failed') return '';
  const blocks = [
    headLines(document, tool, screen),
    commitmentLines(part, document, screen),
    statementLines(part.statements, document, screen),
    timelineLines(part, screen),
    themeLines(part, screen),
    noteLines(part, screen),
  ];
  return blocksText(blocks);
}

/** A whole report: one screen a document, an empty line between them. */
export function renderReport(report: Report, screen: ScreenOptions = defaultScreen): string {
  return report.documents
    .map((document) => {
      const own = <T extends { readonly documentId: string | null }>(records: readonly T[]): T[] =>
        records.filter((record) => record.documentId === document.id);
      const part: ReportPart = {
        document,
        commitments: own(report.commitments),
        rejected: own(report.rejected),
        statements: own(report.statements),
        timeline: own(report.timeline),
        themes: own(report.themes),
        diagnostics: own(report.diagnostics),
      };
      return renderPart(part, report.tool, screen);
    })
    .join('\n');
}
