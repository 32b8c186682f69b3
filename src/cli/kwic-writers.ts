/** How each format of hits is written: screens, lines and rows as the parts come, JSON at the end. */
import type { KwicCount, KwicQuery } from '../model/kwic.ts';
import { joinKwic, type KwicPart, kwicSummary } from '../model/kwic-part.ts';
import type { Tool } from '../model/report.ts';
import type { Writer, Writers } from './records/sinks.ts';
import { markdownWriter, plainOr, screenWriter, type TableFlags, tables, wholeWriter } from './records/writers.ts';

export type KwicFormat = 'text' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'md';

/** What hits are written with. */
interface KwicRun extends TableFlags {
  readonly tool: Tool;
  readonly query: KwicQuery;
}

/** The writers of `pmed kwic`. */
export function kwicWriters(run: KwicRun): Writers<KwicFormat, KwicPart> {
  const { tool, query } = run;
  return {
    async text() {
      const [{ renderKwic, renderWithoutHits }, { plainHits }] = await Promise.all([
        import('../render/kwic-text.ts'),
        import('../render/plain/findings.ts'),
      ]);
      return plainOr(plainHits, (place): Writer<KwicPart> => {
        const shown = screenWriter((part: KwicPart, { screen }) => renderKwic(part, screen))(place);
        // Of a folder's documents those without hits take a line together, not one each.
        const without: Pick<KwicPart, 'document' | 'count'>[] = [];
        let searched = 0;
        return {
          start: () => '',
          part(part) {
            if (part.count === null) return [];
            searched++;
            if (part.hits.length > 0) return shown.part(part);
            without.push({ document: searched === 1 ? part.document : null, count: part.count });
            return [];
          },
          end: () => [
            (without.length < searched && without.length > 0 ? '\n' : '') +
              renderWithoutHits(without, searched, place.screen),
          ],
        };
      });
    },
    json: wholeWriter(async () => {
      const { jsonPieces } = await import('../render/json.ts');
      return {
        keep: (part: KwicPart) => part,
        write: (parts) => jsonPieces(joinKwic(tool, query, parts)),
      };
    }),
    async ndjson() {
      const { kwicEnd, kwicHeader, kwicLines } = await import('../render/kwic/ndjson.ts');
      return (): Writer<KwicPart> => {
        const counts: KwicCount[] = [];
        return {
          start: () => kwicHeader(tool, query),
          part(part) {
            if (part.count !== null) counts.push({ ...part.count, forms: [] });
            return kwicLines(part);
          },
          end: () => [kwicEnd(kwicSummary(counts))],
        };
      };
    },
    ...tables(run, async () => {
      const { kwicHead, kwicRows } = await import('../render/kwic/csv.ts');
      return { head: kwicHead, rows: kwicRows };
    }),
    async md() {
      const { kwicMarkdown, markdownMark } = await import('../render/kwic/md.ts');
      return markdownWriter(markdownMark, kwicMarkdown);
    },
  };
}
