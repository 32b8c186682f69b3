/** Reads an ignore file: its entries, each with its line, and those that give no reason. */
import type { IgnoreEntry } from '../../model/accepted.ts';
import { isCivilDate } from '../../model/days.ts';
import { IgnoreEntrySchema, UnreasonedEntrySchema } from '../../model/ignore.ts';
import { fieldOf, isRecord } from '../../model/plain.ts';
import { nearest } from '../../words/nearest.ts';
import { checkYaml } from '../../yaml/check.ts';
import { faultsError, quoted, type YamlFault } from '../../yaml/fault.ts';
import { readYaml, type YamlDocument } from '../../yaml/read.ts';
import { bytesOf } from './faults.ts';

/** An ignore file as read. */
export interface IgnoreFile {
  /** As the user typed it, or as it was found. */
  readonly path: string;
  readonly entries: readonly IgnoreEntry[];
  /** The lines of entries without a reason, which hide nothing. */
  readonly unreasoned: readonly number[];
}

const KIND = { noun: 'ignore file', most: 1_000_000, hint: 'Name another, or go without:  --no-ignore-file' };

/**
 * @param known rules of `pmed check` and kinds of change, which entries may name
 * @throws PmedError PMED-C301 to C303 (exit 2) with the place of everything that is wrong
 */
export async function readIgnoreFile(path: string, known: readonly string[]): Promise<IgnoreFile> {
  const [document, second] = readYaml(await bytesOf(path, KIND), path);
  if (document === undefined) return { path, entries: [], unreasoned: [] };
  const faults: YamlFault[] = [];
  if (second !== undefined)
    faults.push(faultAt(second, [], "only one document may stand here; leave out '---'.", 'PMED-C303'));
  const { value } = document;
  if (value !== null && !Array.isArray(value))
    faults.push(faultAt(document, [], "the file is a list: begin each entry with '- '.", 'PMED-C303'));
  const entries: IgnoreEntry[] = [];
  const unreasoned: number[] = [];
  for (const [at, its] of (Array.isArray(value) ? value : []).entries()) {
    const { line } = document.place([at]);
    const reason = fieldOf(its, 'reason');
    const isReasoned = typeof reason !== 'string' ? (reason ?? null) !== null : reason.trim() !== '';
    const read = isReasoned ? entryAt(document, at, line) : checkYaml(document, UnreasonedEntrySchema, [at]);
    if ('ok' in read && !read.ok) faults.push(...read.faults);
    else if ('ok' in read) unreasoned.push(line);
    else entries.push(read);
    faults.push(...meansOther(document, at, its), ...noDay(document, at, fieldOf(its, 'until')));
    faults.push(...unknownRules(document, at, fieldOf(its, 'rules'), known));
  }
  if (faults.length > 0) throw faultsError(path, faults);
  return { path, entries, unreasoned };
}

function entryAt(document: YamlDocument, at: number, line: number) {
  const checked = checkYaml(document, IgnoreEntrySchema, [at]);
  if (!checked.ok) return checked;
  const { id = null, quote, rules = null, reason, until = null } = checked.value;
  const words =
    quote === undefined ? null : { prefix: '', suffix: '', ...(typeof quote === 'string' ? { exact: quote } : quote) };
  return { line, id, quote: words, rules, reason: reason.replace(/\s+/g, ' ').trim(), until } satisfies IgnoreEntry;
}

/** An entry says what it means in one way. */
function meansOther(document: YamlDocument, at: number, its: unknown): YamlFault[] {
  const ways = ['id', 'quote'].filter((key) => fieldOf(its, key) !== undefined);
  if (!isRecord(its) || ways.length === 1) return [];
  const message =
    ways.length === 0 ? "an 'id' or a 'quote' has to say what is meant." : "say 'id' or 'quote', not both.";
  return [faultAt(document, [at], message, 'PMED-C303')];
}

function unknownRules(document: YamlDocument, at: number, rules: unknown, known: readonly string[]): YamlFault[] {
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule, index): YamlFault[] => {
    if (typeof rule !== 'string' || known.includes(rule)) return [];
    const near = nearest(rule, known);
    const meant = near === null ? 'Rules: pmed rules list check. Kinds: pmed help changes.' : `Did you mean '${near}'?`;
    const message = `${quoted(rule)} is neither a rule of pmed check nor a kind of change. ${meant}`;
    return [faultAt(document, [at, 'rules', index], message, 'PMED-C302')];
  });
}

const faultAt = (
  document: YamlDocument,
  path: readonly (string | number)[],
  message: string,
  code: string,
): YamlFault => ({ ...document.place(path), code, message });

/** A day that is written well and that no month has, which would hide without end. */
function noDay(document: YamlDocument, at: number, until: unknown): YamlFault[] {
  const [, year, month, day] = /^(\d{4})-(0\d|1[0-2])-([0-2]\d|3[01])$/.exec(String(until)) ?? [];
  if (year === undefined || isCivilDate(Number(year), Number(month), Number(day))) return [];
  return [faultAt(document, [at, 'until'], `there is no day ${String(until)}.`, 'PMED-C303')];
}
