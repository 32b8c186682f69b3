/** What an analysis finds as one record a line: documents, commitments, statements, times, themes, problems. */
import type { ReportPart } from '../../model/part.ts';
import type { Theme } from '../../model/report.ts';
import { distinct, restated } from '../commitments/distinct.ts';
import { whyRejected } from '../commitments/reviewed.ts';
import { by, targets } from '../commitments/table.ts';
import { readableDate } from '../dates.ts';
import { place } from '../place.ts';
import { carriers } from '../themes/passages.ts';
import { timeRows } from '../timeline/columns.ts';
import { type PlanOptions, planOf } from '../timeline/plan.ts';
import { what, who } from '../undertaking.ts';
import { plainLine } from './line.ts';

const EVERY_DAY: PlanOptions = { from: null, to: null, asOf: null };

/** All of a document: itself and every record. */
export function plainReport(part: ReportPart, plan = EVERY_DAY): string[] {
  return [
    ...documentLine(part),
    ...commitmentLines(part),
    ...statementLines(part),
    ...timeLines(part, plan),
    ...themeLines(part.themes, part),
    ...problemLines(part),
  ];
}

/** The document and its commitments, what is said again being one record. */
export const plainCommitments = (part: ReportPart): string[] => [...documentLine(part), ...commitmentLines(part)];

/** The document, its times and the commitments without one. */
export const plainTimeline = (part: ReportPart, plan: PlanOptions): string[] => [
  ...documentLine(part),
  ...timeLines(part, plan),
];

/** The document, its themes and their passages. @param themes those that are asked for */
export const plainThemes = (part: ReportPart, themes: readonly Theme[]): string[] => [
  ...documentLine(part),
  ...themeLines(themes, part),
];

/** `document`, file, title, publisher, date, pages, words, passages, whether all of it was read. */
function documentLine({ document }: ReportPart): string[] {
  if (document === null) return [];
  const { name, title, publisher, date, pages, words, passages, status } = document;
  const day = date === null ? null : readableDate(date.value);
  return [plainLine('document', name, [title, publisher, day, pages, words, passages, status])];
}

/** `commitment`, ref, strength, who, what, target, by, place, quote, verdict, file; `rejected`, ref, place, quote, why, file. */
function commitmentLines({ commitments, rejected = [], document }: ReportPart): string[] {
  const kept = distinct(commitments).map((row) => {
    const { commitment: its } = row;
    return plainLine('commitment', its.ref, [
      its.strengthLabel,
      who(its, document?.publisher ?? null),
      what(its) + restated(row),
      targets(its),
      by(its),
      place(its.evidence),
      its.evidence.quote,
      its.review?.verdict,
      document?.name,
    ]);
  });
  const gone = rejected.map((its) =>
    plainLine('rejected', its.ref, [place(its.evidence), its.evidence.quote, whyRejected(its), document?.name]),
  );
  return [...kept, ...gone];
}

/** `statement`, ref, kind, who, place, quote, file. */
function statementLines({ statements, document }: ReportPart): string[] {
  return statements.map(({ ref, kind, actor, evidence }) =>
    plainLine('statement', ref, [kind, actor.name ?? actor.text, place(evidence), evidence.quote, document?.name]),
  );
}

/** `time`, ref, role, first day, last day, words, what hangs on it, status, place, quote, file; then `undated`. */
function timeLines(part: ReportPart, options: PlanOptions): string[] {
  const plan = planOf(part, options);
  const name = part.document?.name;
  const times = [...timeRows(part, plan)].map(({ time, items, status }) =>
    plainLine('time', time.ref, [
      time.role,
      time.start,
      time.end,
      time.text,
      items.map(({ ref }) => ref).join(' '),
      status,
      place(time.evidence),
      time.evidence.quote,
      name,
    ]),
  );
  const undated = plan.undated.map((its) =>
    plainLine('undated', its.ref, [place(its.evidence), its.evidence.quote, name]),
  );
  return [...times, ...undated];
}

/** `theme`, id, label, passages, share in per cent, hits per 1,000 words, file; then `passage`, theme, place, quote, words. */
function themeLines(themes: readonly Theme[], { document }: ReportPart): string[] {
  return themes.flatMap((theme) => [
    plainLine('theme', theme.id, [
      theme.label,
      theme.passages,
      (theme.share * 100).toFixed(1),
      theme.per1000Words,
      document?.name,
    ]),
    ...theme.evidence.map((passage) =>
      plainLine('passage', theme.id, [place(passage), passage.quote, carriers(passage), document?.name]),
    ),
  ]);
}

/** `problem`, code, level, page, message, file. */
function problemLines({ diagnostics, document }: ReportPart): string[] {
  return diagnostics.map(({ code, level, page, message }) =>
    plainLine('problem', code, [level, page, message, document?.name]),
  );
}
