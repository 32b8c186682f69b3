/** Runs the examples that stand beside rules, of built-in packs and of users' packs alike. */
import type { ProvenExample, RulePlace } from '../model/rulebook.ts';
import { readExample } from '../rules/examples.ts';
import type { Rules } from '../rules/load.ts';
import type { PackFile } from '../rules/pack.ts';
import { proveBeneficiary, proveCondition, proveQuality, proveQuantity } from './attributes.ts';
import { proveCheck } from './checks.ts';
import { partsOfClaim, proveAgent, proveClaim } from './claims.ts';
import { EXAMPLE_DATE, hear } from './hear.ts';
import { whyNoClaim } from './near.ts';
import { whyNoMeasure } from './near-amounts.ts';
import { statedExamples } from './stated.ts';
import { proveTheme, whyNoTheme } from './themes.ts';
import { proveEvent, proveTime } from './times.ts';
import type { Asked, Prover, Verdict } from './verdict.ts';

const PROVERS: Readonly<Record<string, Prover>> = {
  commitment: proveClaim,
  statement: proveClaim,
  heading: proveClaim,
  agent: proveAgent,
  condition: proveCondition,
  quality: proveQuality,
  beneficiary: proveBeneficiary,
  quantity: proveQuantity,
  check: proveCheck,
  time: proveTime,
  event: proveEvent,
  themes: proveTheme,
};

/** Packs whose rules find what is said. */
const CLAIMS: readonly string[] = ['commitment', 'statement', 'heading'];
/** Packs whose rules tell more of undertakings. */
const OF_UNDERTAKINGS: readonly string[] = ['condition', 'quality', 'beneficiary', 'quantity', 'check'];

/** What the examples of a file are run against. */
export interface Against {
  /** The rules in force, those of the file among them. */
  readonly rules: Rules;
  /** All files of the packs in force as written, with their patterns: for the reasons why an example failed. */
  readonly sources: readonly PackFile[];
  /** Where a part of the file stands, by its path in it; null where that is not known. */
  readonly placeOf?: (path: readonly (string | number)[]) => RulePlace | null;
}

/** Whether rules of a kind of pack have examples that can be run. */
export const isProvable = (pack: string): boolean => Object.hasOwn(PROVERS, pack);

/** The examples of a file with what became of each, in the order of the file; empty for packs that only hold lists. */
export async function checkExamples(file: PackFile, against: Against): Promise<ProvenExample[]> {
  const prove = isProvable(file.pack) ? PROVERS[file.pack] : undefined;
  if (!prove) return [];
  const given = file['example-date'];
  const docDate = typeof given === 'string' ? given : EXAMPLE_DATE;
  const results: ProvenExample[] = [];
  for (const stated of statedExamples(file)) {
    const { text, marks } = readExample(stated.example);
    const example = await hear(text, against.rules, docDate);
    const { key, rule, claim } = stated;
    const asked: Asked = { key, rule, claim, marks, example, rules: against.rules, file };
    const fault = faultOfMarks(text, asked);
    const verdict = prove(asked);
    const { passed: isAsSaid, expected, found } = verdict;
    const passed = isAsSaid && fault === null;
    results.push({
      rule: key,
      claim,
      outcome: stated.isWrongToday ? (passed ? 'right-now' : 'wrong-today') : passed ? 'passed' : 'failed',
      text,
      expected: [...expected],
      found: [...found],
      because: passed || stated.isWrongToday ? [] : fault === null ? reasons(asked, verdict, against.sources) : [fault],
      place: against.placeOf?.(stated.path) ?? null,
    });
  }
  return results;
}

/** What is wrong with the marks of an example, whatever was found; null where nothing is. */
function faultOfMarks(text: string, { file, rule, claim, marks }: Asked): string | null {
  if (text.split('\n').some(hasOpenMark)) return 'a mark is opened and not closed: write [words|name]';
  if (CLAIMS.includes(file.pack)) {
    const known = partsOfClaim(rule.match ?? []);
    const strange = marks.find(({ name }) => !known.includes(name));
    if (strange) return `no part is called "${strange.name}"; there are ${known.join(', ')}`;
  }
  const isBare = file.pack === 'agent' && claim === 'finds' && marks.length === 0;
  return isBare ? 'nothing is marked: say who is bound, as in [The Board|actor]' : null;
}

/** Whether a mark is opened in a line, marks that are whole being taken away, and not closed. */
function hasOpenMark(line: string): boolean {
  const rest = line.slice(line.lastIndexOf('['));
  return rest.startsWith('[') && rest.includes('|') && !rest.includes(']');
}

/** Why an example failed, as far as it can be told. */
function reasons(asked: Asked, { expected, found }: Verdict, sources: readonly PackFile[]): string[] {
  if (asked.claim === 'ignores') return [];
  if (asked.file.pack === 'themes') return whyNoTheme(asked);
  const isEmpty = asked.example.findings().commitments.length === 0;
  if (OF_UNDERTAKINGS.includes(asked.file.pack) && isEmpty)
    return ['its rules look at undertakings, and the sentence has none: begin it with "We will"'];
  if (asked.file.pack === 'quantity' || asked.file.pack === 'time') {
    const isAsMarked = expected.length > 0 && expected.every((its) => found.some((all) => all.startsWith(its)));
    return whyNoMeasure(asked, sources, isAsMarked && expected.length === found.length);
  }
  return CLAIMS.includes(asked.file.pack) ? whyNoClaim(asked, sources) : [];
}
