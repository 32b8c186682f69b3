/**
 * Expressions by which records are asked for: `strength>=planned and (theme~econom or by<=2025-12-31)`.
 *
 *     either     = both { "or" both }
 *     both       = one { "and" one }
 *     one        = "not" one | "(" either ")" | field comparison value
 *     comparison = "=" | "!=" | "~" | "!~" | "<" | "<=" | ">" | ">="
 *     value      = "quoted words" | words up to "and", "or", a bracket or the end
 */
import { type Test, testOf } from './compare.ts';
import { QueryFault } from './fault.ts';
import type { Field } from './field.ts';
import { type QueryToken, tokensOf } from './tokens.ts';

/** How deep brackets and `not` may stand in each other. */
const DEEPEST = 100;
const LONGEST = 10_000;

/**
 * The test that an expression makes of a record.
 * @param source as typed
 * @param fields what it may ask for
 * @throws QueryFault with the column of what cannot be read
 */
export function parseQuery<T>(source: string, fields: readonly Field<T>[]): Test<T> {
  if (source.length > LONGEST) throw new QueryFault(LONGEST, `it is longer than ${LONGEST} characters`);
  if (source.trim() === '') throw new QueryFault(0, 'the expression is empty', EXAMPLE);
  const tokens = tokensOf(source);
  const end: QueryToken = { kind: 'end', text: '', at: source.length };
  const byName = new Map(fields.flatMap((field) => field.names.map((name): [string, Field<T>] => [name, field])));
  let at = 0;
  let depth = 0;
  const next = (): QueryToken => tokens[at] ?? end;
  const isWord = (word: string, token = next()): boolean => token.kind === 'word' && token.text.toLowerCase() === word;

  const test = either();
  const rest = next();
  if (rest.kind === 'close') throw new QueryFault(rest.at, 'no bracket is open here', "Leave out the ')'");
  if (rest.kind !== 'end') throw missingJoint(rest);
  return test;

  function either(): Test<T> {
    const parts = [both()];
    while (isWord('or')) {
      at++;
      parts.push(both());
    }
    return parts.length === 1 ? only(parts) : (record) => parts.some((part) => part(record));
  }

  function both(): Test<T> {
    const parts = [one()];
    while (isWord('and')) {
      at++;
      parts.push(one());
    }
    return parts.length === 1 ? only(parts) : (record) => parts.every((part) => part(record));
  }

  function one(): Test<T> {
    const token = next();
    if (isWord('not') && tokens[at + 1]?.kind !== 'comparison') {
      at++;
      const inner = deeper(token, one);
      return (record) => !inner(record);
    }
    if (token.kind !== 'open') return comparison();
    at++;
    const inner = deeper(token, either);
    const closing = next();
    if (closing.kind === 'end') throw new QueryFault(token.at, 'the bracket that opens here does not close', "Add ')'");
    if (closing.kind !== 'close') throw missingJoint(closing);
    at++;
    return inner;
  }

  function deeper(token: QueryToken, read: () => Test<T>): Test<T> {
    if (++depth > DEEPEST) throw new QueryFault(token.at, `more than ${DEEPEST} brackets stand in each other`);
    const test = read();
    depth--;
    return test;
  }

  function comparison(): Test<T> {
    const name = next();
    if (name.kind === 'end') throw new QueryFault(name.at, 'something is missing here', EXAMPLE);
    if (name.kind !== 'word') throw new QueryFault(name.at, `a field is missing before '${name.text}'`, EXAMPLE);
    at++;
    const field = byName.get(name.text.toLowerCase());
    const sign = next();
    if (field === undefined) throw unknownField(name, sign);
    if (sign.kind !== 'comparison')
      throw new QueryFault(sign.at, `after '${name.text}' a comparison is missing`, 'Write one of = != ~ !~ < <= > >=');
    at++;
    return testOf(field, sign, value(sign));
  }

  /** Words without quotes too: a shell takes those of `actor="NHS England"` away. */
  function value(sign: QueryToken) {
    const first = next();
    if (first.kind === 'quoted') {
      at++;
      return first;
    }
    const from = at;
    while (next().kind === 'word' && !isWord('and') && !isWord('or')) at++;
    const last = tokens[at - 1];
    if (at === from || last === undefined)
      throw new QueryFault(first.at, `after '${sign.text}' a value is missing`, EXAMPLE);
    if (next().kind === 'comparison' && at > from + 1) throw missingJoint(last);
    if (next().kind === 'open' || next().kind === 'quoted') throw missingJoint(next());
    return { text: source.slice(first.at, last.at + last.text.length), at: first.at };
  }

  function unknownField({ text, at: column }: QueryToken, sign: QueryToken): QueryFault {
    const known = fields.map(({ names: [name] }) => name);
    const all = `Fields: ${known.join(', ')}`;
    const what = sign.kind === 'comparison' ? `no field is called '${text}'` : `'${text}' is no field`;
    return new QueryFault(column, what, all, { given: text, known: [...byName.keys()] });
  }

  function missingJoint({ text, at: column }: QueryToken): QueryFault {
    return new QueryFault(column, `'and' or 'or' is missing before '${text}'`, EXAMPLE);
  }
}

const EXAMPLE = 'Write it as in  strength>=planned and by<=2025-12-31';

function only<T>([test]: readonly Test<T>[]): Test<T> {
  return test ?? (() => true);
}
