/** Explains one finding: the rule that made it, its steps, and what its guards decided. */
import type { Annotated } from '../../model/annotated.ts';
import type { ExplainedFinding, ExplainedGuard } from '../../model/explanation.ts';
import type { Commitment, Statement, TimeRecord } from '../../model/report.ts';
import type { WrittenRule } from '../../rules/sources.ts';
import type { Claim } from '../claims/claim.ts';
import type { Findings } from '../extract.ts';
import { actorStep } from './actor-step.ts';
import { claimGuards, claimRule } from './claim-rule.ts';
import { commitmentSteps, kindStep } from './claim-steps.ts';
import { type DatedBy, deadlineStep } from './deadline-step.ts';
import type { Found, Known } from './known.ts';
import { timeRules, timeSteps } from './time-steps.ts';
import { wordsOf } from './words.ts';

export function explainFinding(found: Found, known: Known): ExplainedFinding {
  return found.record === 'time' ? explainTime(found.its, known) : explainClaim(found, known);
}

function explainTime(time: TimeRecord, { heard, findings, times }: Known): ExplainedFinding {
  const story = heard.timeAt(time.span);
  const dates = findings.commitments
    .filter(({ id }) => time.commitmentIds.includes(id))
    .map(({ ref, action }) => `${ref}: ${action.text}`);
  return {
    record: 'time',
    id: time.id,
    ref: time.ref,
    commitment: null,
    statement: null,
    time,
    source: null,
    rules: timeRules(time, story, times),
    steps: timeSteps(time, story, findings, dates),
    guards: [],
  };
}

function explainClaim(found: Exclude<Found, { record: 'time' }>, known: Known): ExplainedFinding {
  const { its } = found;
  const shared = {
    record: found.record,
    id: its.id,
    ref: its.ref,
    commitment: found.record === 'commitment' ? found.its : null,
    statement: found.record === 'statement' ? found.its : null,
    time: null,
  };
  const claim = known.heard.claimOf.get(its.id);
  if (!claim) return { ...shared, source: null, rules: [], steps: [], guards: [] };
  const { annotated, heard, findings } = known;
  const { sequence } = claim;
  const match = heard.matchOf(claim);
  const rule = writtenOf(claim, known);
  const refused = (heard.refused.get(sequence.sentence.index) ?? []).filter(
    (one) => one.sequence.stem === sequence.stem,
  );
  const [actor, ...rest] = found.record === 'commitment' ? commitmentSteps(found.its, claim) : [];
  return {
    ...shared,
    source: sourceOf(claim, annotated),
    rules: [claimRule(claim, match, rule, known)],
    steps: [
      kindStep(claim, match, refused, giverWords(claim, annotated)),
      actorStep(its.actor, claim, heard.actorOf(claim), annotated.document),
      ...(actor ? [actor] : []),
      deadlineStep(datedBy(its, known), claim, heard.passedOver(claim), findings, (id) => refOf(id, findings)),
      ...rest,
    ],
    guards: [...claimGuards(claim, match, rule), ...denialsNear(found, claim, known)],
  };
}

const writtenOf = ({ rule }: Claim, { claims, headings }: Known): WrittenRule | null =>
  claims.rules.get(rule.key) ?? headings.rules.get(rule.key) ?? null;

/** Where the force of a claim stands, in its words. */
function sourceOf(claim: Claim, { sentences }: Annotated): ExplainedFinding['source'] {
  const { sequence, source, rule } = claim;
  const quote = sentences[claim.giver]?.text ?? sequence.sentence.text;
  if (rule.row !== null) return { of: 'row', quote: sequence.sentence.text };
  if (source === 'heading' && claim.giver === sequence.sentence.index)
    return { of: 'run', quote: sequence.sentence.text };
  return { of: source === 'heading' && sentences[claim.giver]?.kind !== 'heading' ? 'stem' : source, quote };
}

/** What gave a bare item its force: its heading, its stem, or the list of actions that it stands in. */
function giverWords({ source, giver, sequence, rule }: Claim, { sentences }: Annotated): string | null {
  if (source !== 'heading') return null;
  if (rule.dated) return 'the date in it: an imperative with a date is an action of a plan';
  if (giver === sequence.sentence.index) return 'the list of actions in which it stands';
  const host = sentences[giver];
  return host ? `the ${host.kind === 'heading' ? 'heading' : 'sentence'} above: "${host.text}"` : null;
}

/** How many sentences away a denial could be taken to cover a finding. */
const NEAR = 3;

/** Denials in the sentences around an undertaking, of which a reader may ask whether they cover it. */
function denialsNear({ record }: Found, { sequence }: Claim, known: Known): ExplainedGuard[] {
  if (record !== 'commitment') return [];
  const { findings, heard, annotated } = known;
  const { index, section } = sequence.sentence;
  return findings.statements.flatMap(({ kind, id, ref, evidence }): ExplainedGuard[] => {
    const denial = kind === 'denial' ? heard.claimOf.get(id) : undefined;
    const at = denial?.sequence.sentence;
    if (!denial || !at || at.section !== section) return [];
    const away = Math.abs(at.index - index);
    if (away > NEAR) return [];
    const match = heard.matchOf(denial);
    const words = match ? wordsOf(denial.sequence, match.from, match.to) : at.text;
    const place = annotated.document.paged ? `p. ${evidence.pageLabel ?? evidence.page}` : `l. ${evidence.line}`;
    const where = away === 0 ? 'stands in this sentence' : `is ${away} sentence${away === 1 ? '' : 's'} away`;
    return [
      {
        guard: 'denial nearby',
        passed: true,
        because: `"${words}" (${ref}, ${place}) ${where} and does not cover this`,
      },
    ];
  });
}

function datedBy({ deadline }: Commitment | Statement, { findings, heard }: Known): DatedBy | null {
  if (!deadline) return null;
  const time = findings.timeline.find(({ id }) => id === deadline.timeId) ?? null;
  return { deadline, time, story: time && heard.timeAt(time.span) };
}

const refOf = (id: string, { timeline }: Findings): string => timeline.find((time) => time.id === id)?.ref ?? id;
