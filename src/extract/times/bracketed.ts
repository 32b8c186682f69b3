/** Gives a length of time the days of the span in the bracket right behind it: "the coming four years (2026/27 to 2029/30)". */
import type { Sentence } from '../../model/annotated.ts';
import type { TimeFinding } from './finding.ts';

/** The findings, in their order; a length whose bracket holds nothing but a span of dates lies on the days of that span. */
export function withBracketedDays(findings: readonly TimeFinding[], sentences: readonly Sentence[]): TimeFinding[] {
  return findings.map((finding, i) => {
    const span = findings[i + 1];
    if (finding.type !== 'DURATION' || finding.role === 'deadline' || !span || !isSpan(span)) return finding;
    const tokens = sentences[finding.sentence]?.tokens;
    const isBeside = span.sentence === finding.sentence && span.from === finding.to + 1;
    if (!isBeside || tokens?.[finding.to]?.text !== '(' || tokens[span.to]?.text !== ')') return finding;
    const { start, end, calendar } = span;
    return { ...finding, start, end, calendar, anchor: { kind: 'narrative', value: span.value }, resolved: true };
  });
}

/** Whether a finding is a span of dates with both its ends. */
const isSpan = ({ type, value, start, end }: TimeFinding): boolean =>
  type === 'DATE' && value.includes('/') && start !== null && end !== null;
