/** Lines of help: names with what they mean beside them, 80 columns wide. */
import { hang } from '../render/wrap.ts';

/** Columns of every help. */
export const WIDTH = 80;

/** A name and what it means, the meaning in a column of its own; a long name has its own line. */
export function entry(name: string, meaning: string, column: number): string[] {
  const indent = ' '.repeat(column + 2);
  const lines = hang(meaning, WIDTH, indent, indent);
  if (name.length + 1 > column) return [`  ${name}`, ...lines];
  const [first = '', ...rest] = lines;
  return [`  ${name}${' '.repeat(column - name.length)}${first.slice(indent.length)}`, ...rest];
}

/** Lines as a text, without spaces at their ends. */
export function lines(list: readonly string[]): string {
  return `${list.map((line) => line.trimEnd()).join('\n')}\n`;
}
