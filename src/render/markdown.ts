/** Markdown as GitHub reads it: text that means itself, and tables. */
import { harmless } from './harmless.ts';

/**
 * Text on one line that Markdown takes for nothing but text: no mark-up, no HTML, no formula. Underscores within words mean
 * nothing to it and stay.
 */
export function markdownText(text: string): string {
  return harmless(text)
    .replace(/[\\`*[\]|~$#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A table with its head; cells are Markdown already. Nothing for no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
