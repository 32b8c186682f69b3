/** Rules → findings: what an author should mend in the commitments of one document. */
import type { Level } from '../model/fault.ts';
import type { Finding } from '../model/findings.ts';
import { idGiver } from '../words/hash.ts';
import type { CheckRule, CheckRules } from './check-rules.ts';
import type { Checked, Draft } from './draft.ts';
import { examine } from './examine.ts';
import { type Found, lexical } from './lexical.ts';

/** What decides the findings besides the document and the rules. */
export interface CheckOptions {
  /** Levels of rules by their ids, where they are not those of the pack; `off` leaves a rule out. */
  readonly levels?: Readonly<Record<string, Level | 'off'>>;
  /** ISO day from which deadlines are judged; none is unless given. */
  readonly asOf?: string | null;
}

/**
 * The findings about one document, in the order of the text and, at one place, of the rules. Linear in its records but
 * for the sorting.
 */
export function check(part: Checked, rules: CheckRules, { levels = {}, asOf = null }: CheckOptions = {}): Finding[] {
  const examined = examine(part, asOf);
  const levelOf = new Map<CheckRule, Level>();
  for (const rule of rules.rules) {
    const level = Object.hasOwn(levels, rule.id) ? levels[rule.id] : rule.level;
    if (level !== undefined && level !== 'off') levelOf.set(rule, level);
  }
  const run = [...levelOf.keys()];
  const order = new Map(run.map((rule, place) => [rule, place]));
  const found: Found[] = [
    ...run.flatMap((rule) => [...(rule.judge?.(examined) ?? [])].map((draft) => ({ rule, draft }))),
    ...lexical(examined, run, rules.set),
  ];
  const idOf = idGiver('f');
  return found
    .sort((a, b) => compare(a.draft, b.draft) || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0))
    .map(({ rule, draft }) => finding(rule, levelOf.get(rule) ?? 'warning', draft, idOf));
}

/** By place in the text, and at one place by number. */
const compare = (a: Draft, b: Draft): number =>
  recordOf(a).evidence.start - recordOf(b).evidence.start || refOf(a) - refOf(b);

const recordOf = ({ at }: Draft) => ('commitment' in at ? at.commitment : at.time);
/** The number in C30. */
const refOf = (draft: Draft): number => Number(recordOf(draft).ref.slice(1));

function finding(rule: CheckRule, level: Level, draft: Draft, idOf: (parts: readonly string[]) => string): Finding {
  const { at, message, related = [] } = draft;
  const { id, ref, documentId, evidence } = recordOf(draft);
  return {
    id: idOf([rule.id, id]),
    rule: rule.id,
    level,
    documentId,
    commitmentId: 'commitment' in at ? id : null,
    timeId: 'time' in at ? id : null,
    ref,
    message,
    evidence,
    related,
  };
}
