/** Phrases of the screens of the rulebook. */
import { STRENGTH_LABELS } from '../../model/kinds.ts';
import type { PackEntry, Rulebook, RuleEntry, RulePlace } from '../../model/rulebook.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';

/** `firm`; empty where a rule finds no undertaking. */
export const strengthWord = ({ strength }: RuleEntry): string =>
  strength === null ? '' : (STRENGTH_LABELS[strength - 1] ?? '');

/** An example as a reader sees it: without its marks, on one line. */
export const plainExample = (example: string): string =>
  harmless(
    example
      .replace(/\[([^[\]|]*)\|([^[\]|]+)\]/g, '$1')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** `rules/health.yaml:12:5`. */
export function placeWords({ file, line, column }: RulePlace): string {
  return harmless([file, line, column].filter((part) => part !== null).join(':'));
}

/** `policy-en 1.0.0`. */
export function packVersion({ tool }: Rulebook): string {
  return tool.packs.map(({ id, version }) => harmless(`${id} ${version}`)).join(', ');
}

/** What the rules of each kind of pack find. */
const FINDS: Readonly<Record<string, string>> = {
  agent: 'names of bodies, by how far they can be held to their word',
  beneficiary: 'for whom something is undertaken',
  check: 'what an author should mend in an undertaking',
  clause: 'words that say what a clause is to those around it',
  column: 'what the heads of table columns say',
  commitment: 'undertakings, intentions and aspirations',
  condition: 'what an undertaking depends on',
  country: 'the country of a document, and its calendar',
  event: 'when events are, on which dates hang',
  heading: 'headings that announce actions, goals or duties',
  inflection: 'forms of words, as pmed kwic looks for them',
  quality: 'whether an undertaking is new, restated, negative, vague',
  quantity: 'amounts, targets and how they change',
  statement: 'duties of others, needs, forecasts, achievements',
  themes: 'what a text is about',
  time: 'dates, deadlines, periods and recurrences',
};

/** What a pack finds, in a few words. */
export const packWords = ({ pack }: PackEntry): string => FINDS[pack] ?? '';

/** `519 rules`, `46 themes`: what packs hold, without what there is none of. */
export function holdings(packs: readonly PackEntry[]): string[] {
  const sum = (isOf: boolean) =>
    packs.filter(({ pack }) => (pack === 'themes') === isOf).reduce((total, { rules }) => total + rules, 0);
  const [themes, rules] = [sum(true), sum(false)];
  return [...(rules > 0 ? [counted(rules, 'rule')] : []), ...(themes > 0 ? [counted(themes, 'theme')] : [])];
}
