/** Goes through data and schema side by side and words every mismatch for the person who wrote the file. */
import type * as v from 'valibot';
import { isRecord } from '../model/plain.ts';
import { nearest } from '../words/nearest.ts';
import { quoted } from './fault.ts';
import type { Path } from './places.ts';

/** A mismatch by the path to its node. */
export interface Mismatch {
  readonly path: Path;
  /** Whether the key is at fault and not what it holds. */
  readonly at: 'key' | 0;
  readonly code: 'PMED-C302' | 'PMED-C303';
  readonly message: string;
}

/** Says what was meant by a word, or else which words there are. */
type Meant = (given: string, known: readonly string[], what: string) => string;

/** More suggestions than these nobody reads. */
const SUGGESTED = 20;

/**
 * The mismatches of types, keys and picked values, in order. Knows objects, lists, records, texts, numbers, booleans,
 * literals, picklists, unions and what is optional or nullable; checks in a pipe are left to valibot.
 */
export function structuralFaults(schema: v.GenericSchema, value: unknown): Mismatch[] {
  let asked = 0;
  const meant: Meant = (given, known, what) => {
    const near = asked++ < SUGGESTED ? nearest(given, known) : null;
    return near === null ? `${what}: ${known.join(', ')}.` : `Did you mean '${near}'?`;
  };
  return [...mismatches(schema, value, [], meant)];
}

function* mismatches(schema: v.GenericSchema, data: unknown, path: Path, meant: Meant): Generator<Mismatch> {
  if ('wrapped' in schema && isSchema(schema.wrapped)) {
    const isAbsent = data === undefined || (data === null && /null/.test(schema.type));
    if (!isAbsent) yield* mismatches(schema.wrapped, data, path, meant);
  } else if ('entries' in schema && isRecord(schema.entries)) {
    if (isRecord(data)) yield* entryMismatches(schema, schema.entries, data, path, meant);
    else yield wrongType(path, MAPPING, data);
  } else if ('item' in schema && isSchema(schema.item)) {
    if (!Array.isArray(data)) yield wrongType(path, 'a list', data);
    else for (const [i, member] of data.entries()) yield* mismatches(schema.item, member, [...path, i], meant);
  } else if (schema.type === 'record' && 'value' in schema && isSchema(schema.value)) {
    if (!isRecord(data)) yield wrongType(path, MAPPING, data);
    else for (const key of Object.keys(data)) yield* mismatches(schema.value, data[key], [...path, key], meant);
  } else if ('options' in schema && Array.isArray(schema.options)) {
    const options: readonly unknown[] = schema.options;
    const schemas = options.filter(isSchema);
    if (schemas.length > 0) yield* unionMismatches(schemas, data, path);
    else if (!options.includes(data)) yield wrongPick(schema, options.map(String), data, path, meant);
  } else if ('literal' in schema) {
    if (data !== schema.literal) yield wrongType(path, expectedOf(schema), data);
  } else if (PRIMITIVES.has(schema.type) && (typeof data !== schema.type || Number.isNaN(data)))
    yield wrongType(path, expectedOf(schema), data);
}

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);
const MAPPING = 'keys with their values';

function* entryMismatches(
  { type }: v.GenericSchema,
  entries: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
  path: Path,
  meant: Meant,
): Generator<Mismatch> {
  const known = Object.keys(entries);
  for (const key of Object.keys(data)) {
    const inner = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (isSchema(inner)) yield* mismatches(inner, data[key], [...path, key], meant);
    else if (type === 'strict_object') {
      const message = `no key is called ${quoted(key)} here. ${ownerOf(key, entries) ?? meant(key, known, 'Keys')}`;
      yield { path: [...path, key], at: 'key', code: 'PMED-C302', message };
    }
  }
  for (const key of known) {
    const inner = entries[key];
    if (Object.hasOwn(data, key) || !isSchema(inner) || /optional|nullish/.test(inner.type)) continue;
    yield { path, at: 0, code: 'PMED-C303', message: `the key '${key}' is missing.` };
  }
}

/** To which of the keys here a key belongs that stands one level too high; null where it belongs to none. */
function ownerOf(key: string, entries: Readonly<Record<string, unknown>>): string | null {
  for (const [name, schema] of Object.entries(entries)) {
    const inner = unwrapped(schema);
    const member = inner && 'item' in inner ? unwrapped(inner.item) : null;
    const holder = member ?? inner;
    if (!holder || !('entries' in holder) || !isRecord(holder.entries) || !Object.hasOwn(holder.entries, key)) continue;
    return `It belongs to ${member ? 'each of ' : ''}'${name}': put its line there, further right than '${name}'.`;
  }
  return null;
}

function unwrapped(schema: unknown): v.GenericSchema | null {
  if (!isSchema(schema)) return null;
  return 'wrapped' in schema ? unwrapped(schema.wrapped) : schema;
}

/** The options of a union differ in type: the one that the data come nearest to tells what is wrong. */
function* unionMismatches(options: readonly v.GenericSchema[], data: unknown, path: Path): Generator<Mismatch> {
  const tried = options.map((option) => structuralFaults(option, data));
  if (tried.some((faults) => faults.length === 0)) return;
  const [closest] = tried
    .filter((faults) => faults.every((fault) => fault.path.length > 0))
    .sort((a, b) => a.length - b.length);
  if (!closest) yield wrongType(path, options.map(expectedOf).join(' or '), data);
  else for (const fault of closest) yield { ...fault, path: [...path, ...fault.path] };
}

function wrongPick(
  schema: v.GenericSchema,
  known: readonly string[],
  data: unknown,
  path: Path,
  meant: Meant,
): Mismatch {
  const isWord = typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean';
  if (!isWord) return wrongType(path, `one of ${known.join(', ')}`, data);
  const given = String(data);
  const key = path.findLast((step) => typeof step === 'string');
  const of = key === undefined ? '' : ` of '${key}'`;
  // Numbers tell nothing by themselves: their schema says in its message what they stand for.
  const said = 'message' in schema && typeof schema.message === 'string' ? schema.message : null;
  return {
    path,
    at: 0,
    code: 'PMED-C302',
    message: `${quoted(given)} is no value${of}. ${said ?? meant(given, known, 'Values')}`,
  };
}

function wrongType(path: Path, expected: string, data: unknown): Mismatch {
  const key = path.at(-1);
  const subject = typeof key === 'string' ? quoted(key) : 'this';
  const isBare = expected === 'a text' && (typeof data === 'number' || typeof data === 'boolean');
  const message = isBare
    ? `${data} is read as ${kindOf(data)} and must be a text. Put it in quotes.`
    : `${subject} must be ${expected} and ${isRecord(data) ? 'holds keys' : `is ${kindOf(data)}`}.${remedyOf(expected, data)}`;
  return { path, at: 0, code: 'PMED-C303', message };
}

/** How a list or a mapping is written, where something else stands; begins with a space, or is empty. */
function remedyOf(expected: string, data: unknown): string {
  if (expected === 'a text' && isRecord(data)) return " Put a text with ': ' in it in quotes.";
  if (expected === 'a list' && isRecord(data)) return " Begin each member with '- '.";
  if (expected === 'a list' && typeof data === 'string')
    return PLAIN_LIST.test(data) ? ` Write [${data}].` : " Begin each member on a line of its own with '- '.";
  if (expected === MAPPING && Array.isArray(data)) return " Write 'key: value', each on a line of its own.";
  return '';
}

/** Words and commas that stand in brackets as they are; longer ones are sentences. */
const PLAIN_LIST = /^[\p{L}\p{N}*./_-](?:[\p{L}\p{N} ,*./_-]{0,60}[\p{L}\p{N}*_/-])?$/u;

const isSchema = (value: unknown): value is v.GenericSchema => isRecord(value) && value.kind === 'schema';

function expectedOf(schema: v.GenericSchema): string {
  if ('wrapped' in schema && isSchema(schema.wrapped)) return expectedOf(schema.wrapped);
  if ('item' in schema) return 'a list';
  if ('literal' in schema) return JSON.stringify(schema.literal);
  if ('options' in schema && Array.isArray(schema.options)) return `one of ${schema.options.map(String).join(', ')}`;
  if (schema.type === 'string') return 'a text';
  if (schema.type === 'number') return 'a number';
  if (schema.type === 'boolean') return 'true or false';
  return MAPPING;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return Number.isNaN(value) ? 'none' : 'a number';
  if (typeof value === 'boolean') return 'a yes or no';
  return 'keys with values';
}
