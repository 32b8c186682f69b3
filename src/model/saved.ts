/** Results of pmed given as inputs: which they are, reports as JSON or as lines, and what to do with the others. */
import { PmedError } from './fault.ts';
import { reportOfLines } from './ndjson-report.ts';
import type { Report } from './report.ts';
import { parseReport, reportFrom } from './schema.ts';

const SCHEMA = /"\$schema":\s*"urn:pmed:schema:([a-z]+):\d+"/;
const KIND = /"kind":\s*"([a-z]+)"/;
const LINES = /^\{\s*"type":\s*"header"/;
const SCRIPT = /\.(?:json|ndjson|jsonl)$/i;

const ITSELF = 'Give the document itself, or its report:  pmed analyse report.pdf -o report.json';

/** Results that are no reports: which command writes them, and what to give instead. */
const OTHERS: Readonly<Record<string, readonly [command: string, instead: string]>> = {
  diff: ['diff', 'Give the two versions that it compares, or the report of each.'],
  history: ['diff', 'Give the versions that it follows, or the report of each.'],
  findings: ['check', ITSELF],
  evaluation: ['eval', ITSELF],
  text: ['text', ITSELF],
  inspect: ['inspect', ITSELF],
  explanation: ['explain', ITSELF],
  kwic: ['kwic', ITSELF],
};

/**
 * Whether something is JSON, and so no document but perhaps a result of pmed.
 * @param start its first characters
 * @param name its name; `.json` is enough where the rest says nothing
 */
export function isSaved(start: string, name: string): boolean {
  const text = start.trimStart();
  if (!/^[{[]/.test(text)) return false;
  return SCHEMA.test(text) || (KIND.test(text) && text.includes('"schemaVersion"')) || SCRIPT.test(name);
}

/**
 * The report that pmed wrote, with `-f json` or `-f ndjson`.
 * @throws PmedError PMED-I108 (exit 3) where it is another result, cut short, of a newer pmed, or none of pmed's at all
 */
export function parseSaved(text: string): Report {
  const isLines = LINES.test(text.trimStart());
  const start = text.slice(0, 4096);
  const kind = SCHEMA.exec(start)?.[1] ?? KIND.exec(start)?.[1] ?? null;
  const other = kind !== null && Object.hasOwn(OTHERS, kind) ? OTHERS[kind] : undefined;
  if (other) throw notReport(...other);
  return isLines ? reportFrom(reportOfLines(text)) : parseReport(text);
}

function notReport(command: string, hint: string): PmedError {
  return new PmedError(`pmed ${command} wrote this, and it is no report.`, { code: 'PMED-I108', exitCode: 3, hint });
}
