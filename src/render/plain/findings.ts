/** What `pmed check` and `pmed kwic` find as one record a line. */
import type { FindingsPart } from '../../model/findings-part.ts';
import type { KwicPart } from '../../model/kwic-part.ts';
import { type Verdict, verdictWords } from '../../model/verdict.ts';
import { place } from '../place.ts';
import { plainLine } from './line.ts';

/** `finding`, ref, level, rule, message, place, quote, path. @param path as typed; null for what came through a pipe */
export function plainFindings({ document, findings }: FindingsPart, path: string | null): string[] {
  return findings.map((its) =>
    plainLine('finding', its.ref ?? its.id, [
      its.level,
      its.rule,
      its.message,
      place(its.evidence),
      its.evidence.quote,
      path ?? document?.name,
    ]),
  );
}

/** `result`, `pass`, `fail` or `none`, why. */
export const plainResult = (verdict: Verdict): string => plainLine('result', verdict.outcome, [verdictWords(verdict)]);

/** `document`, file, title, hits, then `hit`, ref, place, the words before, those found, those after, file. */
export function plainHits({ document, hits }: KwicPart): string[] {
  if (document === null) return [];
  return [
    plainLine('document', document.name, [document.title, hits.length]),
    ...hits.map((hit) =>
      plainLine('hit', hit.ref, [place(hit.evidence), hit.left, hit.text, hit.right, document.name]),
    ),
  ];
}
