/** One rule, theme or list in full. */
import { STRENGTH_LABELS } from '../../model/kinds.ts';
import type { ListEntry, Rulebook, RuleEntry } from '../../model/rulebook.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { hang } from '../wrap.ts';
import { packVersion, placeWords } from './words.ts';

/** Columns of the names at the left. */
const NAMES = 11;
/** Members of a list and terms of a tier that the default screen names. */
const MEMBERS = 12;
const TERMS = 40;

export function showLines(book: Rulebook, screen: ScreenOptions): readonly (readonly string[])[] {
  return [
    ...book.rules.flatMap((rule) => ruleBlocks(rule, book, screen)),
    ...book.lists.map((its) => wholeList(its, screen)),
  ];
}

function ruleBlocks(rule: RuleEntry, book: Rulebook, screen: ScreenOptions): string[][] {
  const { paint, width } = screen;
  const entry = (name: string, values: readonly string[]) => entryLines(name, values, screen);
  const title = rule.label === null ? rule.id : `${rule.id} ${sign('dot', screen)} ${harmless(rule.label)}`;
  const where = rule.builtIn ? `built in: ${packVersion(book)}, ${rule.place.file}` : placeWords(rule.place);
  const { terms, wrongToday } = rule;
  return [
    [
      ...hang(harmless(title), width, '', '  ').map(paint.id),
      ...(rule.description === '' ? [] : hang(harmless(rule.description), width, '', '')),
    ],
    [
      ...entry(rule.pack === 'check' ? 'level' : 'makes', factsOf(rule)),
      ...entry('from', [where]),
      ...entry(
        'fields',
        Object.entries(rule.fields).map(([name, value]) => `${name}: ${value}`),
      ),
    ],
    [
      ...entry('match', rule.match),
      ...entry('except', rule.except),
      ...entry('unless', rule.unless),
      ...entry('with', rule.with),
      ...rule.lists.flatMap(({ id, members }) => entry(`@${nameOf(id)}`, [joined(members, MEMBERS, screen)])),
    ],
    terms === null
      ? []
      : [
          ...entry('strong', [joined(terms.strong, TERMS, screen)]),
          ...entry('medium', [joined(terms.medium, TERMS, screen)]),
          ...entry('weak', [joined(terms.weak, TERMS, screen)]),
          ...entry('masks', rule.masks.length === 0 ? [] : [joined(rule.masks, TERMS, screen)]),
        ],
    [
      ...entry('finds', rule.finds),
      ...entry('ignores', rule.ignores),
      ...entry('misses yet', wrongToday.finds),
      ...entry('takes yet', wrongToday.ignores),
    ],
  ];
}

/** `commitment`, `firm (4)`; of themes nothing but their facet. */
function factsOf({ kind, strength, scheme }: RuleEntry): string[] {
  const words = [
    kind,
    strength === null ? null : `${STRENGTH_LABELS[strength - 1]} (${strength})`,
    scheme === null ? null : `scheme ${scheme}`,
  ].filter((word) => word !== null);
  return words.length === 0 ? [] : [words.join(', ')];
}

const nameOf = (id: string): string => id.slice(id.indexOf('@') + 1);

/** Members with commas between; more than `most` are counted unless all are asked for. */
function joined(members: readonly string[], most: number, { all }: ScreenOptions): string {
  const shown = all || members.length <= most + 3 ? members : members.slice(0, most);
  const left = members.length - shown.length;
  return [...shown, ...(left > 0 ? [`and ${left} more: --all`] : [])].map((its) => harmless(its)).join(', ') || 'none';
}

/** A name at the left, and its values below each other at the right. */
function entryLines(name: string, values: readonly string[], { width, paint }: ScreenOptions): string[] {
  const isLong = name.length >= NAMES;
  const indent = ' '.repeat(NAMES + 1);
  const lines = values.flatMap((value) => hang(harmless(value), width, indent, `${indent}  `));
  if (isLong && lines.length > 0) return [` ${paint.quiet(name)}`, ...lines];
  return lines.map((line, at) =>
    at === 0 ? ` ${paint.quiet(name)}${' '.repeat(NAMES - name.length)}${line.slice(indent.length)}` : line,
  );
}

function wholeList({ id, members }: ListEntry, screen: ScreenOptions): string[] {
  const words = members.map((its) => harmless(its)).join(', ');
  return [
    ...hang(`${harmless(id)} ${sign('dot', screen)} ${counted(members.length, 'member')}`, screen.width, '', '  ').map(
      screen.paint.id,
    ),
    ...hang(words, screen.width, ' ', ' '),
  ];
}
