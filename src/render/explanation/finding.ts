/** A finding explained: its rule and words, each step with its reasons, and the guards. */
import type { ExplainedFinding, ExplainedGuard, ExplainedStep, RuleUse } from '../../model/explanation.ts';
import type { Tool } from '../../model/report.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { below, labelled } from './lines.ts';
import { reviewLines } from './review.ts';

export function findingLines(finding: ExplainedFinding, tool: Tool, screen: ScreenOptions): string[] {
  const { commitment, rules, steps, guards } = finding;
  return [
    ...reviewLines(commitment, screen),
    ...rules.flatMap((rule, i) => ruleLines(rule, i === 0, tool, screen)),
    ...steps.flatMap((step) => stepLines(step, screen)),
    ...guardLines(guards, screen),
  ];
}

function ruleLines(
  { id, description, pattern, matched, captures }: RuleUse,
  isFirst: boolean,
  tool: Tool,
  screen: ScreenOptions,
): string[] {
  const packs = tool.packs.map(({ id: pack, version }) => `${pack} ${version}`).join(', ');
  return [
    ...labelled(isFirst ? 'FOUND BY' : '', isFirst ? `${id}  (${packs})` : id, screen),
    ...(description === null ? [] : below(description, screen)),
    ...(pattern === null ? [] : labelled('  pattern', pattern, screen, false)),
    ...(matched === null ? [] : labelled('  matched', `"${matched}"`, screen, false)),
    ...captures.flatMap(({ name, text }) => labelled(`  ${name}`, text, screen, false)),
  ];
}

/** What the value of a step is that came to nothing. */
const NONE: Partial<Record<ExplainedStep['about'], string>> = { actor: 'not named', link: 'dates nothing' };

function stepLines({ about, value, because }: ExplainedStep, screen: ScreenOptions): string[] {
  const shown = value === null ? (NONE[about] ?? 'none') : value.replaceAll(' → ', ` ${sign('arrow', screen)} `);
  return [...labelled(about.toUpperCase(), shown, screen), ...because.flatMap((why) => below(why, screen))];
}

/** Guards that are no patterns of the rule, one by one; its patterns are counted unless all are asked for. */
function guardLines(guards: readonly ExplainedGuard[], screen: ScreenOptions): string[] {
  if (guards.length === 0) return [];
  const isPattern = ({ guard }: ExplainedGuard): boolean => /^(?:except|unless|with) /.test(guard);
  const told = guards.filter((guard) => screen.all || !isPattern(guard));
  const left = guards.length - told.length;
  const lines = told.map(({ guard, because }) => `${guard}: ${because}`);
  const rest = left === 0 ? [] : [`${counted(left, 'pattern')} of the rule that could forbid it: none does (--all)`];
  return [...lines, ...rest].flatMap((text, i) => (i === 0 ? labelled('GUARDS', text, screen) : below(text, screen)));
}
