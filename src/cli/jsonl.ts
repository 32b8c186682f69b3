/** `--from jsonl`: one text a line, read as a stream so that memory does not grow with the number of lines. */
import { createReadStream } from 'node:fs';
import type { Input } from '../analyse/read-input.ts';
import { PmedError } from '../model/fault.ts';
import { isDate } from './flags.ts';

const MEDIA_TYPES = ['text/plain', 'text/markdown', 'text/html'] as const;

/** Longer lines are no texts to analyse but files of something else. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The texts of a file of JSON lines; a line that is not one of them gives a fault with its number, and the rest go on.
 * @param path the file as typed; `-` is stdin
 */
export async function* jsonlInputs(path: string): AsyncGenerator<Input> {
  const stream = path === '-' ? process.stdin : createReadStream(path);
  const name = path === '-' ? 'stdin' : path;
  let number = 0;
  try {
    for await (const text of linesOf(stream)) {
      number++;
      if (text === null) yield broken(name, number, `longer than ${LONGEST_LINE / 1024 / 1024} MB`);
      else if (text.trim() !== '') yield inputOf(text, name, number);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield { kind: 'fault', fault: new PmedError(`cannot read '${name}': ${why}`, { code: 'PMED-I102', exitCode: 3 }) };
  }
}

/** Lines ended by `\n` or `\r\n` only: JSON may hold every other line separator. A line that is too long gives null. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8');
  let pieces: string[] = [];
  let length = 0;
  const take = (): string | null => {
    const line = length > LONGEST_LINE ? null : pieces.join('');
    pieces = [];
    length = 0;
    return line;
  };
  const keep = (piece: string): void => {
    length += piece.length;
    if (length <= LONGEST_LINE) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      keep(text.slice(start, end));
      yield take();
      start = end + 1;
    }
    keep(text.slice(start));
  }
  keep(decoder.decode());
  if (length > 0) yield take();
}

function inputOf(line: string, file: string, number: number): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return broken(file, number, 'not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken(file, number, 'not an object');
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = fields.get('id');
  const text = fields.get('text');
  if (typeof id !== 'string' || id === '') return broken(file, number, '"id" must be a string');
  if (typeof text !== 'string') return broken(file, number, '"text" must be a string');
  const given = fields.get('type') ?? 'text/plain';
  const mediaType = MEDIA_TYPES.find((one) => one === given);
  if (mediaType === undefined) return broken(file, number, `"type" must be one of ${MEDIA_TYPES.join(', ')}`);
  // A line's own word holds over what a file of settings says of all documents.
  const options: {
    docDate?: string;
    dateSource?: 'flag';
    publisher?: string;
    publisherSource?: 'flag';
    title?: string;
  } = {};
  for (const [key, option] of [
    ['date', 'docDate'],
    ['publisher', 'publisher'],
    ['title', 'title'],
  ] as const) {
    const found = fields.get(key) ?? null;
    if (found === null) continue;
    if (typeof found !== 'string') return broken(file, number, `"${key}" must be a string`);
    if (key === 'date' && !isDate(found)) return broken(file, number, '"date" must be YYYY, YYYY-MM or YYYY-MM-DD');
    options[option] = found;
    if (option === 'docDate') options.dateSource = 'flag';
    if (option === 'publisher') options.publisherSource = 'flag';
  }
  return { kind: 'source', source: { name: id, text, mediaType }, options };
}

function broken(file: string, number: number, why: string): Input {
  const message = `${file}:${number}: this line is no text to analyse: ${why}.`;
  const hint = 'Each line must be an object such as {"id": "a1", "text": "We will …"}.';
  return { kind: 'fault', fault: new PmedError(message, { code: 'PMED-I106', exitCode: 3, hint }) };
}
