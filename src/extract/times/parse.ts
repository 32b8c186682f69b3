/** Runs the steps of the time rules over a sentence: tokens → time expressions with their terms. */

import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Match } from '../../rules/engine.ts';
import { build, type Captured } from './build.ts';
import type { Item } from './item.ts';
import { Row } from './row.ts';
import type { TimeRule, TimeRules } from './rules.ts';
import type { DateOrder } from './shapes/numeric-dates.ts';
import type { Shape } from './shapes/shape.ts';
import { findShapes } from './shapes/shapes.ts';
import type { RangeTerm, Term } from './term.ts';

/** The time expressions of a token sequence from left to right. Work is bounded by tokens × size of the rules. */
export function parseTimes(tokens: readonly Token[], rules: TimeRules, order: DateOrder): Item[] {
  const shapes = findShapes(tokens, rules.numbers, order);
  const shapeSpans = new Map<string, Map<number, number>>();
  const shapeAt = new Map<string, Shape>();
  for (const shape of shapes) {
    let byStart = shapeSpans.get(shape.kind);
    if (!byStart) {
      byStart = new Map();
      shapeSpans.set(shape.kind, byStart);
    }
    if ((byStart.get(shape.from) ?? 0) > shape.to) continue;
    byStart.set(shape.from, shape.to);
    shapeAt.set(`${shape.from} ${shape.to} ${shape.kind}`, shape);
  }
  let items: Item[] = [];
  for (const step of rules.steps) {
    if (step.needs === 'numbers' && shapes.length === 0) continue;
    if (step.needs === 'items' && items.length === 0) break;
    for (let round = 0; round < step.rounds; round++) {
      const spans = spansOf(tokens, items, shapeSpans);
      const matches = step.rules.match(tokens, spans);
      if (matches.length === 0) break;
      const next = merge(items, matches, { tokens, rules, row: new Row(items), shapes: shapeAt });
      if (next === items) break;
      items = next;
    }
  }
  return items.filter((item) => item.rule.isTime);
}

/** Spans of the shapes, of every kind of item, and of all time expressions as `:time`. */
function spansOf(
  tokens: readonly Token[],
  items: readonly Item[],
  shapes: ReadonlyMap<string, Map<number, number>>,
): Map<string, Map<number, number>> {
  const spans = new Map(shapes);
  const add = (kind: string, item: Item): void => {
    const byStart = spans.get(kind);
    if (byStart) byStart.set(item.from, item.to);
    else spans.set(kind, new Map([[item.from, item.to]]));
  };
  for (const item of items) {
    add(item.makes, item);
    if (item.rule.isTime) add('time', item);
    if (item.term.kind === 'offset') add('offset', item);
    if (item.term.kind === 'event' && tokens.slice(item.from, item.to).some((token) => token.lower === 'end'))
      add('end-event', item);
    // "the six months", but "the six-month plan": a hyphened length is an adjective.
    if (item.term.kind === 'duration' && tokens[item.to - 2]?.text !== '-') add('plain-duration', item);
    if (item.term.kind === 'date' && item.term.shift && !item.term.part) {
      const { grain } = item.term.shift;
      if (grain.endsWith('year')) add('cell-year', item);
      else if (grain === 'week') add('cell-week', item);
      else if (grain === 'decade') add('cell-decade', item);
    }
  }
  return spans;
}

interface Context {
  readonly tokens: readonly Token[];
  readonly rules: TimeRules;
  /** What earlier steps found. */
  readonly row: Row;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** Adds the matches of a step: the longest first, then by the rules' order; each replaces the items that it covers. */
function merge(items: Item[], matches: readonly Match[], context: Context): Item[] {
  const candidates = matches
    .flatMap((match) => {
      const rule = context.rules.ruleOf.get(match.rule);
      return rule ? [{ match, rule }] : [];
    })
    .sort(
      (a, b) =>
        b.rule.priority - a.rule.priority || lengthOf(b.match) - lengthOf(a.match) || a.rule.order - b.rule.order,
    );
  const row = context.row;
  const kept = new Row(items);
  let changed = false;
  const taken = new Uint8Array(context.tokens.length);
  for (const { match, rule } of candidates) {
    if (rule.makes === 'cue') {
      changed = mark(kept, match, rule, context) || changed;
      continue;
    }
    const [from, to] = extentOf(match);
    if (taken.subarray(from, to).includes(1)) continue;
    const crossed = kept.over(from, to);
    const isFree = crossed.every(
      (other) => other.makes !== 'veto' && (other.makes === 'amount' || (other.from >= from && other.to <= to)),
    );
    if (!isFree && rule.makes !== 'veto') continue;
    if (row.on(from, to)?.rule === rule) continue;
    const item = toItem(match, rule, context);
    if (!item) continue;
    taken.fill(1, from, to);
    kept.put(item);
    changed = true;
  }
  return changed ? kept.items() : items;
}

/** What a match takes for its expression: the capture `extent`, or all of it. */
const extentOf = (match: Match): readonly [number, number] => match.captures.get('extent') ?? [match.from, match.to];
const lengthOf = (match: Match): number => extentOf(match)[1] - extentOf(match)[0];

/** Notes a cue on the time expression that it captures; the first cue of a step that reaches it stays. */
function mark(row: Row, match: Match, rule: TimeRule, context: Context): boolean {
  const time = match.captures.get('time');
  const item = time && row.on(time[0], time[1]);
  if (!item || item.cue || !item.rule.isTime) return false;
  const { term } = item;
  const runs = rule.sign !== undefined && term.kind === 'duration' && term.sign === undefined && !term.within;
  const placed = runs
    ? {
        ...term,
        sign: rule.sign ?? 1,
        from: rule.from ?? ('document' as const),
        through: rule.relation === 'within',
      }
    : term;
  row.put({ ...item, term: placed, cue: { rule, from: governedFrom(match.from, item.from, context) } });
  return true;
}

const FUNCTION = Tag.preposition | Tag.determiner | Tag.subordinator | Tag.conjunction | Tag.negation;

/** Where the words of a cue that go with the time alone begin: "by the end of", without the verb or noun before them. */
function governedFrom(from: number, item: number, { tokens, rules }: Context): number {
  const words = rules.tables.get('cue-word');
  let at = item;
  while (at > from) {
    const token = tokens[at - 1];
    if (!token || !((token.tags & FUNCTION) !== 0 || words?.has(token.lower))) break;
    at--;
  }
  return at;
}

function toItem(match: Match, rule: TimeRule, context: Context): Item | null {
  const { tokens } = context;
  for (const name of rule.capitals) {
    const range = match.captures.get(name);
    if (range && !((tokens[range[0]]?.tags ?? 0) & Tag.capital)) return null;
  }
  const captured = capturedBy(match, rule, context);
  const inner = [...match.captures.values()].flatMap(([from, to]) => context.row.on(from, to) ?? []);
  const rules = [rule.key, ...inner.flatMap((item) => item.rules)];
  const extent = extentOf(match);
  if (rule.makes === 'veto')
    return {
      makes: 'veto',
      from: match.from,
      to: match.to,
      term: { kind: 'event', name: '' },
      rule,
      rules,
      ends: [],
      cue: null,
    };
  const term = build(rule.operation, captured, rule);
  if (!term) return null;
  const ends = term.kind === 'range' ? endsOf(term, match, inner, rule) : [];
  return { makes: rule.makes, from: extent[0], to: extent[1], term, rule, rules: [...new Set(rules)], ends, cue: null };
}

/** The two ends of a range as expressions of their own; one that the range's rule read itself becomes an item here. */
function endsOf(term: RangeTerm, match: Match, inner: readonly Item[], rule: TimeRule): readonly Item[] {
  const end = (name: string, its: Term): Item[] => {
    const range = match.captures.get(name);
    if (!range) return [];
    const [from, to] = range;
    const known = inner.find((item) => item.from === from && item.to === to && item.rule.isTime);
    return [known ?? { makes: 'date', from, to, term: its, rule, rules: [rule.key], ends: [], cue: null }];
  };
  return [...end('first', term.first), ...end('day', term.first), ...end('last', term.last)];
}

const SHAPE_KINDS = [
  'fiscal',
  'fiscal-mark',
  'numeric-date',
  'clock',
  'hours',
  'year',
  'short-year',
  'year-span',
  'decade',
  'quarter-mark',
  'half-mark',
  'day-number',
  'ordinal',
  'glued',
  'cardinal',
];

function capturedBy(match: Match, rule: TimeRule, { tokens, rules, row, shapes }: Context): Captured {
  const words = (name: string): string => {
    const range = match.captures.get(name);
    if (!range) return '';
    let text = '';
    for (let i = range[0]; i < range[1]; i++) {
      const token = tokens[i];
      if (token) text += (token.spaced && text ? ' ' : '') + token.lower;
    }
    return text;
  };
  const lookup = (name: string): number | string | null => {
    const its = words(name);
    if (!its) return null;
    const bare = its.endsWith('.') ? its.slice(0, -1) : its;
    for (const table of [...(rule.tables.get(name) ?? []), name]) {
      const entry = rules.tables.get(table)?.get(its) ?? rules.tables.get(table)?.get(bare);
      if (entry !== undefined) return entry;
    }
    return null;
  };
  const shapeOf = (name: string): Shape | null => {
    const range = match.captures.get(name);
    if (!range) return null;
    for (const kind of [name, ...SHAPE_KINDS]) {
      const shape = shapes.get(`${range[0]} ${range[1]} ${kind}`);
      if (shape) return shape;
    }
    return null;
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
