/** What a match captured, as the operations read it: words, numbers, entries of tables, terms. */

import type { Token } from '../../../model/annotated.ts';
import type { Match } from '../../../rules/engine.ts';
import type { Captured } from '../build/captured.ts';
import type { Row } from '../row.ts';
import type { TimeRule, TimeRules } from '../rules.ts';
import type { Shape } from '../shapes/shape.ts';
import type { ShapeIndex } from './shape-index.ts';

/** What a match is read against. */
export interface Context {
  readonly tokens: readonly Token[];
  readonly rules: TimeRules;
  /** What earlier steps found. */
  readonly row: Row;
  readonly shapes: ShapeIndex;
}

/** The captures of a match. */
export function capturedBy(match: Match, rule: TimeRule, { tokens, rules, row, shapes }: Context): Captured {
  const words = (name: string): string => {
    const range = match.captures.get(name);
    if (!range) return '';
    let text = '';
    for (let i = range[0]; i < range[1]; i++) {
      const token = tokens[i];
      if (token) text += (token.spaced && text ? ' ' : '') + token.text;
    }
    return text;
  };
  const entryIn = (table: string, its: string, bare: string): number | string | undefined => {
    const entries = rules.tables.get(table);
    return entries?.get(its) ?? entries?.get(bare);
  };
  const lookup = (name: string): number | string | null => {
    const its = words(name).toLowerCase();
    if (!its) return null;
    const bare = its.endsWith('.') ? its.slice(0, -1) : its;
    for (const table of rule.tables.get(name) ?? []) {
      const entry = entryIn(table, its, bare);
      if (entry !== undefined) return entry;
    }
    return entryIn(name, its, bare) ?? null;
  };
  const shapeOf = (name: string): Shape | null => {
    const range = match.captures.get(name);
    return range ? shapes.on(range[0], range[1], name) : null;
  };
  return {
    words,
    has: (name) => match.captures.has(name),
    number: (name) => {
      const its = lookup(name);
      if (typeof its === 'number') return its;
      return shapeOf(name)?.number ?? null;
    },
    entry: (name) => {
      const its = lookup(name);
      return typeof its === 'string' ? its : null;
    },
    term: (name) => {
      const range = match.captures.get(name);
      if (!range) return null;
      return row.on(range[0], range[1])?.term ?? shapeOf(name)?.term ?? null;
    },
  };
}
