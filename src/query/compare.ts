/** One comparison of an expression as a test of records: a field, how it is compared, and with what. */
import { daysInMonth } from '../model/days.ts';
import { QueryFault } from './fault.ts';
import type { ChoiceField, DateField, Field, NumberField, TextField } from './field.ts';
import type { Comparison } from './tokens.ts';

export type Test<T> = (record: T) => boolean;

/** What a field is compared with: the words, and their offset in the expression. */
export interface Value {
  readonly text: string;
  readonly at: number;
}

/** A comparison sign, and its offset. */
export interface Sign {
  readonly text: Comparison;
  readonly at: number;
}

/** The value that stands for none at all. */
const NONE = 'none';

/**
 * The test that a comparison makes. What a record does not have is unlike everything, and neither less nor more.
 * @throws QueryFault where the field cannot be compared so, or not with that
 */
export function testOf<T>(field: Field<T>, sign: Sign, value: Value): Test<T> {
  switch (field.kind) {
    case 'text':
      return textTest(field, sign, value);
    case 'choice':
      return choiceTest(field, sign, value);
    case 'date':
      return dateTest(field, sign, value);
    case 'number':
      return numberTest(field, sign, value);
  }
}

/** Levels what readers do not see as a difference: case, kinds of quotes and of spaces. */
function levelled(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

function textTest<T>({ names: [name], of }: TextField<T>, sign: Sign, value: Value): Test<T> {
  refuse(name, sign, ['=', '!=', '~', '!~']);
  const wanted = levelled(value.text);
  const texts = (record: T): string[] =>
    of(record).flatMap((text) => (text === null || text === undefined || text === '' ? [] : [levelled(text)]));
  const isLike = sign.text.endsWith('~');
  const found = (record: T): boolean => {
    const own = texts(record);
    if (!isLike && wanted === NONE && own.length === 0) return true;
    return own.some((text) => (isLike ? text.includes(wanted) : text === wanted));
  };
  return sign.text.startsWith('!') ? (record) => !found(record) : found;
}

function choiceTest<T>(field: ChoiceField<T>, sign: Sign, value: Value): Test<T> {
  const { choices, isOrdered, of } = field;
  const [name] = field.names;
  refuse(name, sign, isOrdered ? ['=', '!=', '<', '<=', '>', '>='] : ['=', '!=']);
  const given = levelled(value.text);
  const rank = choices.indexOf(given);
  if (rank < 0) {
    const known = { given: value.text, known: choices };
    throw new QueryFault(value.at, `${name} is never '${value.text}'`, `It is one of: ${choices.join(', ')}`, known);
  }
  return (record) => {
    const own = of(record);
    return own === null ? sign.text === '!=' : isSo(choices.indexOf(own) - rank, sign.text);
  };
}

function numberTest<T>({ names: [name], of }: NumberField<T>, sign: Sign, value: Value): Test<T> {
  refuse(name, sign, ['=', '!=', '<', '<=', '>', '>=']);
  if (isNone(sign, value)) return (record) => (of(record) === null) === (sign.text === '=');
  if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(value.text))
    throw new QueryFault(value.at, `'${value.text}' is no number`, `Write one, such as ${name}${sign.text}3`);
  const wanted = Number(value.text);
  return (record) => {
    const own = of(record);
    return own === null ? sign.text === '!=' : isSo(own - wanted, sign.text);
  };
}

/** A month or year is all its days: before it is before its first, until it is until its last. */
function dateTest<T>({ names: [name], of, textOf }: DateField<T>, sign: Sign, value: Value): Test<T> {
  if (sign.text.endsWith('~'))
    return textTest({ kind: 'text', names: [name], of: (one) => [textOf(one)] }, sign, value);
  if (isNone(sign, value)) return (record) => (of(record) === null) === (sign.text === '=');
  const days = daysOf(value.text);
  if (days === null)
    throw new QueryFault(value.at, `'${value.text}' is no date`, 'Write it as 2025-12-31, 2025-12 or 2025');
  const [first, last] = days;
  return (record) => {
    const own = of(record);
    if (own === null) return sign.text === '!=';
    return isSo(own < first ? -1 : own > last ? 1 : 0, sign.text);
  };
}

function isSo(difference: number, sign: Comparison): boolean {
  switch (sign) {
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return false;
  }
}

const isNone = ({ text }: Sign, value: Value): boolean =>
  (text === '=' || text === '!=') && levelled(value.text) === NONE;

function refuse(name: string, { text, at }: Sign, allowed: readonly Comparison[]): void {
  if (allowed.includes(text)) return;
  throw new QueryFault(at, `${name} cannot be compared by ${text}`, `Compare it by ${allowed.join(' ')}`);
}

/** First and last ISO day of a day, month or year; null where it is none. */
function daysOf(text: string): readonly [first: string, last: string] | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const most = Number(month) >= 1 && Number(month) <= 12 ? daysInMonth(Number(year), Number(month)) : 0;
  if (most === 0 || (day !== undefined && (Number(day) < 1 || Number(day) > most))) return null;
  return day === undefined ? [`${text}-01`, `${text}-${most}`] : [text, text];
}
