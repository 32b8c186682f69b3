/** What the rules that found something ask for. */
import { type Markup, tag } from '../../html/markup.ts';

/** A rule in words. */
export interface RuleWords {
  readonly id: string;
  readonly description: string;
  /** What an author can do about it; null where it is not said. */
  readonly remedy: string | null;
}

/** @returns null for no rules */
export function rulesOf(rules: readonly RuleWords[]): Markup | null {
  if (rules.length === 0) return null;
  return tag(
    'section',
    { id: 'rules', 'aria-labelledby': 'rules-title' },
    tag('h2', { id: 'rules-title' }, 'Rules'),
    tag(
      'table',
      {},
      tag(
        'thead',
        {},
        tag('tr', {}, ...['Rule', 'What it finds', 'What to do'].map((name) => tag('th', { scope: 'col' }, name))),
      ),
      tag(
        'tbody',
        {},
        ...rules.map(({ id, description, remedy }) =>
          tag('tr', {}, tag('th', { scope: 'row' }, id), tag('td', {}, description), tag('td', {}, remedy ?? '')),
        ),
      ),
    ),
  );
}
