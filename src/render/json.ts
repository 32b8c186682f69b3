/** The JSON of a result: keys in the order of the contract, one newline at the end. */
import type { Diff } from '../model/diff.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Findings } from '../model/findings.ts';
import type { History } from '../model/history.ts';
import type { Inspection } from '../model/inspect.ts';
import type { Kwic } from '../model/kwic.ts';
import type { Report } from '../model/report.ts';
import type { Rulebook } from '../model/rulebook.ts';
import type { TextReport } from '../model/text.ts';

type Result = Report | Diff | History | Findings | Evaluation | TextReport | Inspection | Explanation | Rulebook | Kwic;

/** Any result as JSON, indented by two spaces. The order of keys is the order in which the stages made them. */
export function renderJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Lists longer than this are written element by element. */
const LONG_LIST = 100;

/**
 * The same JSON in pieces, one for each element of a long list: a report may have more of it than memory has room for.
 */
export function* jsonPieces(result: Result): Generator<string> {
  yield* piecesOf(result, '');
  yield '\n';
}

function* piecesOf(value: unknown, indent: string): Generator<string> {
  if (!isObject(value) || !isLong(value, indent)) {
    // Every newline of JSON is one of its layout: those of texts are written as `\n`.
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  let before = `\n${inner}`;
  if (Array.isArray(value)) {
    yield '[';
    for (const element of value) {
      yield before;
      yield* piecesOf(element, inner);
      before = `,\n${inner}`;
    }
    yield `\n${indent}]`;
    return;
  }
  yield '{';
  for (const [key, its] of Object.entries(value)) {
    if (its === undefined) continue;
    yield `${before}${JSON.stringify(key)}: `;
    yield* piecesOf(its, inner);
    before = `,\n${inner}`;
  }
  yield `\n${indent}}`;
}

/** Whether a value is the whole result, a long list, or holds one. */
function isLong(value: object, indent: string): boolean {
  if (indent === '') return true;
  if (Array.isArray(value)) return value.length > LONG_LIST || value.some((its) => isObject(its) && holdsLongList(its));
  return holdsLongList(value);
}

const holdsLongList = (value: object): boolean =>
  Object.values(value).some((its) => Array.isArray(its) && its.length > LONG_LIST);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
