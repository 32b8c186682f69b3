/** A report that was written line by line, put together again. */
import { PmedError } from './fault.ts';

/** The list of the report that each type of line belongs to. */
const LISTS = {
  document: 'documents',
  commitment: 'commitments',
  rejected: 'rejected',
  statement: 'statements',
  time: 'timeline',
  theme: 'themes',
  diagnostic: 'diagnostics',
} as const;

/**
 * @param text the lines of `pmed analyse -f ndjson`
 * @returns a report for the schema to judge
 * @throws PmedError PMED-I108 (exit 3) for a line that is no JSON, and where the last line is missing
 */
export function reportOfLines(text: string): unknown {
  let header: object | null = null;
  let summary: object | null = null;
  const lists: Record<string, object[]> = Object.fromEntries(Object.values(LISTS).map((name) => [name, []]));
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = recordOf(line, index + 1);
    const { type, timexType, ...rest } = record;
    if (type === 'header') header = rest;
    else if (type === 'summary') summary = rest;
    else {
      const list = Object.entries(LISTS).find(([name]) => name === type)?.[1];
      if (list === undefined) throw broken(`line ${index + 1} has the type '${String(type)}', which no report has`);
      lists[list]?.push(timexType === undefined ? rest : { ...rest, type: timexType });
    }
  }
  if (header === null) throw broken('it has no header');
  if (summary === null) throw broken('it is cut short: its last line, the summary, is missing');
  return { ...header, ...lists, summary };
}

function recordOf(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw broken(`line ${number} is no JSON, or is cut short`, cause);
  }
  if (typeof value !== 'object' || value === null) throw broken(`line ${number} is no record`);
  return { ...value };
}

function broken(why: string, cause?: unknown): PmedError {
  return new PmedError(`this is no complete report of pmed: ${why}.`, {
    code: 'PMED-I108',
    exitCode: 3,
    hint: 'Make it again:  pmed analyse report.pdf -f ndjson',
    cause,
  });
}
