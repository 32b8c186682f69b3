/** A review file: readable, and one line for each thing that was said, so that a diff of it can be read. */
import type { MissedEntry, ReviewEntry, ReviewedDocument } from '../../model/review.ts';

const HEAD = `# What people said of what pmed found; later runs go by it. Written by pmed review import, and may be edited by hand.
# verdict: keep, edit (with who, what or by as they should be; null for none), or not-a-commitment.
version: 1
`;

/** YAML 1.2, core schema. Texts of documents stand in double quotes; what could mislead a terminal is escaped. */
export function renderReview(documents: readonly ReviewedDocument[]): string {
  if (documents.length === 0) return `${HEAD}documents: []\n`;
  return `${HEAD}documents:\n${documents.map(documentLines).join('')}`;
}

function documentLines({ document, sha256, verdicts = [], missed = [] }: ReviewedDocument): string {
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `    ${name}:\n${items.join('')}`;
  return [
    `  - document: ${quoted(document)}\n`,
    sha256 === undefined ? '' : `    sha256: "${sha256}"\n`,
    list('verdicts', verdicts.map(verdictLines)),
    list('missed', missed.map(missedLines)),
  ].join('');
}

/** What was found stands in one line: it is no one's word. */
function verdictLines({ id, quote, place, found, verdict, who, what, by, note, reviewer }: ReviewEntry): string {
  const was =
    found === undefined
      ? undefined
      : `{ who: ${written(found.who)}, what: ${written(found.what)}, by: ${written(found.by)} }`;
  return item([
    ['id', id === undefined ? undefined : id.includes('#') ? quoted(id) : id],
    ['verdict', verdict],
    ['who', who === undefined ? undefined : written(who)],
    ['what', what === undefined ? undefined : written(what)],
    ['by', by === undefined ? undefined : dateOf(by)],
    ['note', note === undefined ? undefined : quoted(note)],
    ['reviewer', reviewer === undefined ? undefined : quoted(reviewer)],
    ['quote', quoted(quote)],
    ['place', place === undefined ? undefined : quoted(place)],
    ['found', was],
  ]);
}

const missedLines = ({ quote, page, who, what, by, note, reviewer }: MissedEntry): string =>
  item([
    ['quote', quoted(quote)],
    ['page', page === undefined ? undefined : quoted(String(page))],
    ['who', who === undefined ? undefined : quoted(who)],
    ['what', what === undefined ? undefined : quoted(what)],
    ['by', by === undefined ? undefined : dateOf(by)],
    ['note', note === undefined ? undefined : quoted(note)],
    ['reviewer', reviewer === undefined ? undefined : quoted(reviewer)],
  ]);

function item(fields: readonly (readonly [key: string, written: string | undefined])[]): string {
  const lines = fields.flatMap(([key, written]) => (written === undefined ? [] : `${key}: ${written}`));
  return lines.map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

const written = (text: string | null): string => (text === null ? 'null' : quoted(text));

/** Dates are plain: a year is a number to YAML, and read as one. */
const dateOf = (by: string | number | null): string => String(by);

/** JSON strings are YAML strings; besides, what YAML does not print and what would turn the text around is escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
