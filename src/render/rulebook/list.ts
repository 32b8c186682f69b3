/** The list of rules: by pack how many there are, or the rules of one pack with their first examples. */
import type { PackEntry, Rulebook, RuleEntry } from '../../model/rulebook.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { leftOut } from '../report/phrases.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { type Column, draw, layOut } from '../table.ts';
import { hang, listed } from '../wrap.ts';
import { holdings, packVersion, packWords, plainExample, strengthWord } from './words.ts';

/** Lines that the default screen spends on rules. */
const LINES = 40;
/** Below this width each rule is a card. */
const NARROW = 72;

export function listLines(book: Rulebook, screen: ScreenOptions): readonly (readonly string[])[] {
  if (book.rules.length === 0) return [head(book, screen), packRows(book, screen), next(book, screen)];
  return [head(book, screen), ruleRows(book.rules, screen)];
}

/** `policy-en 1.0.0 · 560 rules and 48 themes · sha256 9c1f…`. */
function head(book: Rulebook, screen: ScreenOptions): string[] {
  const files = [...new Set(book.packs.map(({ file }) => file))];
  const counts = holdings(book.packs).join(' and ') || 'no rules';
  const sha = book.tool.packs.find(({ sha256 }) => sha256 !== '')?.sha256.slice(0, 12);
  const isOwn = book.packs.every(({ builtIn }) => !builtIn);
  const facts = isOwn
    ? [files.map((file) => harmless(file)).join(', '), counts]
    : [packVersion(book), counts, ...(sha === undefined ? [] : [`sha256 ${sha}`])];
  return listed(facts, ` ${sign('dot', screen)} `, screen.width);
}

/** One line a pack: the files of a pack count together, those of themes by their scheme. */
function packRows(book: Rulebook, screen: ScreenOptions): string[] {
  const groups = new Map<string, PackEntry[]>();
  for (const entry of book.packs) {
    const name = entry.scheme === null ? entry.pack : `${entry.pack} ${entry.scheme}`;
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const rows = [...groups].map(([name, entries]) => {
    const sum = (of: (entry: PackEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
    const terms = sum((entry) => entry.terms ?? 0);
    const [first] = entries;
    const rules = sum((entry) => entry.rules);
    const holds = terms > 0 ? `; ${counted(terms, 'term')}` : '';
    return [name, rules === 0 ? 'lists' : grouped(rules), `${first ? packWords(first) : ''}${holds}`];
  });
  const columns: Column[] = [
    { head: 'PACK', least: 8, most: 20, paint: screen.paint.id },
    { head: 'RULES', least: 5, most: 6, align: 'right' },
    { head: 'WHAT IT FINDS', least: 12, most: 'rest' },
  ];
  return drawn(columns, rows, screen);
}

function next({ packs }: Rulebook, { paint, width }: ScreenOptions): string[] {
  const [first] = packs;
  const name = packs.some(({ pack }) => pack === 'commitment') ? 'commitment' : (first?.pack ?? 'commitment');
  return hang(`The rules of one:  pmed rules list ${name}`, width, '', '').map(paint.quiet);
}

function ruleRows(rules: readonly RuleEntry[], screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const isFirm = rules.some(({ strength }) => strength !== null);
  const isThemes = rules.every(({ terms }) => terms !== null);
  const rows = rules.map((rule) => [
    rule.id,
    ...(isThemes ? [grouped(termsOf(rule))] : [kindWord(rule, isFirm)]),
    exampleOf(rule),
  ]);
  if (width < NARROW) return cards(rules, rows, screen);
  const columns: Column[] = [
    { head: 'ID', least: 10, most: 30, paint: paint.id },
    isThemes
      ? { head: 'TERMS', least: 5, most: 6, align: 'right' }
      : { head: isFirm ? 'STRENGTH' : makesHead(rules), least: 8, most: 14 },
    { head: 'EXAMPLE', least: 16, most: 'rest' },
  ];
  const layout = layOut(columns, rows, width - 1);
  const [top = [], ...lines] = draw(layout, paint.quiet);
  const shown = screen.all ? lines : fitting(lines);
  return [...top, ...shown.flat()].map((line) => ` ${line}`).concat(leftOut(lines.length - shown.length, screen));
}

/** What the rules' kinds are called. */
const makesHead = (rules: readonly RuleEntry[]): string =>
  rules.every(({ pack }) => pack === 'check') ? 'LEVEL' : 'MAKES';

/** `firm`, else what the rule makes. */
function kindWord(rule: RuleEntry, isFirm: boolean): string {
  const strength = strengthWord(rule);
  return isFirm && strength !== '' ? strength : (rule.kind ?? '');
}

const termsOf = ({ terms }: RuleEntry): number =>
  terms === null ? 0 : terms.strong.length + terms.medium.length + terms.weak.length;

function exampleOf({ finds, ignores, description }: RuleEntry): string {
  const [found] = finds;
  if (found !== undefined) return plainExample(found);
  const [left] = ignores;
  return left === undefined ? harmless(description) : `not: ${plainExample(left)}`;
}

function cards(rules: readonly RuleEntry[], rows: readonly (readonly string[])[], screen: ScreenOptions): string[] {
  const { paint, width } = screen;
  const all = rules.map((rule, i) => [
    ...hang([rule.id, rows[i]?.[1] ?? ''].filter((word) => word !== '').join('  '), width, '', '  ').map(paint.id),
    ...hang(rows[i]?.[2] ?? '', width, '   ', '   '),
  ]);
  const shown = screen.all ? all : fitting(all);
  return [...shown.flat(), ...leftOut(all.length - shown.length, screen)];
}

function drawn(columns: readonly Column[], rows: readonly (readonly string[])[], screen: ScreenOptions): string[] {
  const [top = [], ...lines] = draw(layOut(columns, rows, screen.width - 1), screen.paint.quiet);
  return [...top, ...lines.flat()].map((line) => ` ${line}`);
}

/** The first rows that the default screen has room for. */
function fitting(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let lines = 0;
  const end = rows.findIndex((row) => {
    lines += row.length;
    return lines > LINES;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(1, end));
}
