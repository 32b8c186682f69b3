/** Annotations of findings: what an author should mend, told at its place in the document. */
import type { Level } from '../../model/fault.ts';
import type { Finding, Suppressed } from '../../model/findings.ts';
import type { DocumentRecord, Evidence } from '../../model/report.ts';
import { counted } from '../numbers.ts';
import { place } from '../place.ts';
import type { Annotation, CiDocument, CiRule, RelatedPlace, Suppression } from './annotation.ts';
import { placeOf } from './places.ts';
import { oneLine, quoted, sentence } from './wording.ts';

/** A document that was checked. */
export interface CheckedDocument {
  readonly record: DocumentRecord;
  /** As it was typed, with forward slashes. */
  readonly path: string;
}

/** What was found in one document, those that are suppressed among them. */
export interface OfFindings {
  readonly document: CheckedDocument;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Whether the gate fails on a finding. */
  readonly fails: (finding: Finding) => boolean;
  /** Other documents that findings may point to, by id. */
  readonly others: ReadonlyMap<string, CheckedDocument>;
}

/** A rule of `pmed check` as its pack has it. */
interface Checked {
  readonly id: string;
  readonly level: Level | 'off';
  readonly description: string;
  readonly remedy: string | null;
}

/** One annotation a finding, in the order of the document. */
export function annotationsOfFindings(given: OfFindings): Annotation[] {
  const active = given.findings.map((finding) => annotationOf(finding, given, null));
  const suppressed = given.suppressed.map(({ finding, by, reason, until }) =>
    annotationOf(finding, given, { by, reason, until }),
  );
  const start = ({ place: { span } }: Annotation): number => span?.start ?? 0;
  return [...active, ...suppressed].sort((a, b) => start(a) - start(b));
}

/** The rules that can find something. */
export function rulesOfCheck(rules: readonly Checked[]): CiRule[] {
  return rules.flatMap(({ id, level, description, remedy }) =>
    level === 'off'
      ? []
      : [
          {
            id,
            level,
            short: oneLine(description),
            help: sentence(`${remedy ?? description} More: pmed rules show ${id}`),
          },
        ],
  );
}

/** A document as part of the run. */
export function checkedDocument({ record: { id, sha256, mediaType, bytes }, path }: CheckedDocument): CiDocument {
  return { id, path, sha256, mediaType, bytes, isSubject: true };
}

/** `1 error, 4 warnings; 2 suppressed`. */
export function summaryOfFindings(annotations: readonly Annotation[]): string {
  const active = annotations.filter(({ suppressed }) => suppressed === null);
  const hidden = annotations.length - active.length;
  const counts = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const count = active.filter((annotation) => annotation.level === level).length;
    return count === 0 ? [] : [counted(count, level)];
  });
  return `${counts.join(', ') || 'no findings'}${hidden === 0 ? '' : `; ${counted(hidden, 'finding')} suppressed`}`;
}

function annotationOf(
  finding: Finding,
  { document, fails, others }: OfFindings,
  suppressed: Suppression | null,
): Annotation {
  const { id, rule, level, message, evidence, related, commitmentId, timeId } = finding;
  const { record, path } = document;
  return {
    id,
    rule,
    rules: [rule],
    level,
    subject: null,
    what: sentence(message),
    message: `${sentence(message)} ${said(evidence)}`,
    place: placeOf(evidence, record, path),
    related: related.map((other): RelatedPlace => {
      const its = others.get(other.documentId) ?? document;
      return { ...placeOf(other.evidence, its.record, its.path), message: sentence(other.message) };
    }),
    ids: {
      findingId: id,
      ...(commitmentId === null ? {} : { commitmentId }),
      ...(timeId === null ? {} : { timeId }),
    },
    fails: suppressed === null && fails(finding),
    suppressed,
  };
}

/** `"We will explore shared platforms." (p. 31)`. */
function said(evidence: Evidence): string {
  const where = place(evidence);
  return `${quoted(evidence.quote)}${where === '' ? '' : ` (${oneLine(where)})`}`;
}
