/** How each format of a report is written: screens and lines as the parts come, JSON at the end. */
import type { ReportPart } from '../model/part.ts';
import type { Tool } from '../model/report.ts';
import { jsonWriter, ndjsonWriter, screenWriter, type View } from './record-writers.ts';
import type { WriterLoader } from './sinks.ts';

/** The writers of `pmed analyse`. */
export function reportWriters(tool: Tool): WriterLoader<'text' | 'json' | 'ndjson'> {
  return async (format) => {
    switch (format) {
      case 'text': {
        const { renderPart } = await import('../render/report-text.ts');
        return screenWriter((part, { screen }) => renderPart(part, tool, screen));
      }
      case 'json':
        return jsonWriter(tool, whole);
      case 'ndjson':
        return ndjsonWriter(tool, whole);
    }
  };
}

const whole = (part: ReportPart): View => ({ part, counted: part.commitments });
