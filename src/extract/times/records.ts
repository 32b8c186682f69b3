/** Turns time findings into the records of the report's timeline. */
import type { Annotated } from '../../model/annotated.ts';
import type { TimeRecord } from '../../model/report.ts';
import { idGiver } from '../../words/hash.ts';
import type { Locator } from '../evidence.ts';
import type { TimeFinding } from './finding.ts';

/** The records of findings, position by position; `ref` and `commitmentIds` are filled in later. */
export function recordTimes(
  findings: readonly TimeFinding[],
  annotated: Annotated,
  documentId: string,
  locator: Locator,
): TimeRecord[] {
  const giveId = idGiver('t');
  return findings.flatMap((finding): TimeRecord[] => {
    const sentence = annotated.sentences[finding.sentence];
    if (!sentence) return [];
    const section = annotated.sections[sentence.section]?.title ?? '';
    return [
      {
        id: giveId([finding.text.toLowerCase(), finding.value, section.toLowerCase()]),
        ref: '',
        documentId,
        text: finding.text,
        span: finding.span,
        type: finding.type,
        value: finding.value,
        start: finding.start,
        end: finding.end,
        precision: finding.precision,
        role: finding.role,
        relation: finding.relation,
        calendar: finding.calendar,
        recurrence: finding.recurrence,
        vagueness: finding.vagueness,
        anchor: finding.anchor,
        resolved: finding.resolved,
        commitmentIds: [],
        evidence: locator.sentence(sentence),
        rules: finding.rules,
      },
    ];
  });
}
