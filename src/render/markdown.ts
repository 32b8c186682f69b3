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

/**
 * The same for comments on GitHub and GitLab, which make links of more than Markdown does: no word of the text mentions
 * anybody, refers to an issue or a merge request, is a link or a picture. A space without width breaks such words.
 */
export function commentText(text: string): string {
  return markdownText(text)
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, '$&&#8203;')
    .replace(/(?<![\p{L}\p{N}])(?:!|&amp;)(?=\d)/gu, '$&&#8203;')
    .replace(/\bGH-(?=\d)/gi, '$&&#8203;')
    .replace(/:(?=\/\/)/g, '$&&#8203;')
    .replace(/\bwww(?=\.)/gi, '$&&#8203;')
    .replace(/:(?=[a-z+_-][a-z0-9+_-]{0,40}:)/gi, '$&&#8203;');
}

/** Text to copy, on one line, within as many backticks as it takes. */
export function markdownCode(text: string): string {
  const plain = harmless(text);
  const longest = Math.max(0, ...Array.from(plain.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = longest > 0 ? ' ' : '';
  return `${fence}${room}${plain}${room}${fence}`;
}

/** A table with its head; cells are Markdown already. Nothing for no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
