/** How pmed knows the files that it wrote itself, and may write again. */
import { closeSync, openSync, readSync } from 'node:fs';
import { archiveStarts } from './archive-starts.ts';

/** The rest of a table's first row. What Excel has saved again ends it with \r\n: that may hold somebody's remarks. */
const HEAD_END = '[^\\r\\n]*\\n';
const table = (start: string): RegExp => new RegExp(`^\\ufeff?${start}${HEAD_END}`);

/** How pmed's own results begin: JSON, NDJSON, tables, calendars, pictures, Markdown, pages, and what CI services read. */
const TEXTS: readonly RegExp[] = [
  /^\{\s*"\$schema":\s*"urn:pmed:schema:/,
  /^\{"type":"header"/,
  table('level[,\\t]code[,\\t]document[,\\t]page[,\\t]'),
  table('document[,\\t]title[,\\t]publisher[,\\t]document_date[,\\t]'),
  table('change[,\\t]level[,\\t]kind[,\\t]group[,\\t]'),
  table('theme[,\\t]scheme[,\\t]facet[,\\t]label[,\\t]document[,\\t]'),
  table('(?:id[,\\t])?ref[,\\t]document[,\\t]title[,\\t]document_date[,\\t]'),
  table('measure[,\\t]by[,\\t]value[,\\t]right[,\\t]'),
  table('id[,\\t]status[,\\t]first[,\\t]last[,\\t]ref[,\\t]'),
  /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/pmed\/\/pmed /,
  /^<svg [^>]*class="pmed-/,
  /^<!-- pmed:/,
  /^\{\s*"\$schema": "https:[^"]*\/sarif-schema-2\.1\.0\.json",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "pmed"/,
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pmed /,
  /^::(?:error|warning|notice) (?:file=[^\n]*?,)?title=pmed /,
  /^\[\s*(?:\{\s*"check_name": "pmed\/|\]\s*$)/,
  /^<!DOCTYPE html>\n<html [^>]*data-pmed="/,
];

/**
 * How the entries of pmed's own archives begin; all of one must be there. A workbook that a spreadsheet program has saved
 * again keeps its creator and names another application: that may hold somebody's remarks.
 */
const ARCHIVES: readonly Readonly<Record<string, RegExp>>[] = [
  { 'docProps/core.xml': /<dc:creator>pmed\b/, 'docProps/app.xml': /<Application>(?:hucre|pmed)</ },
  { 'project.qde': /^<\?xml [^>]*>\s*<Project [^>]*\borigin="pmed / },
];

/** How much of a file is looked at, in bytes. */
const START = 8192;

/** Whether the file begins as pmed's own results begin; false where it cannot be read. */
export function isOurs(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const start = Buffer.alloc(START);
      const length = readSync(file, start, 0, START, 0);
      const bytes = start.subarray(0, length);
      const entries = archiveStarts(bytes);
      if (entries.size > 0)
        return ARCHIVES.some((marks) =>
          Object.entries(marks).every(([name, mark]) => mark.test(entries.get(name) ?? '')),
        );
      const text = bytes.toString('utf8');
      return TEXTS.some((mark) => mark.test(text));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
