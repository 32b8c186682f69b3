/** What a pack to start from is made of. */
import { shellWord } from '../../model/shell-word.ts';

export interface Starter {
  /** What it holds, in a sentence. */
  readonly title: string;
  /** The command that uses it, and what that tells. */
  readonly use: readonly [command: string, what: string];
  /** The pack itself, in YAML with comments. */
  readonly text: string;
}

/** The whole file, with what to do next at its head. @param path as the user typed it */
export function starterFile({ title, use: [command, what], text }: Starter, path: string): string {
  const file = shellWord(path);
  const steps: readonly (readonly [string, string])[] = [
    [`pmed rules validate ${file}`, 'is it written as it should be?'],
    [`pmed rules test ${file}`, 'do its examples come out?'],
    [`pmed ${command} report.pdf --rules ${file}`, what],
  ];
  const column = Math.max(...steps.map(([line]) => line.length)) + 3;
  return [`# ${title} Next:`, ...steps.map(([line, why]) => `#   ${line.padEnd(column)}${why}`), text].join('\n');
}

/** Several packs as one file, parted as YAML parts documents. */
export function joinedFile(starters: readonly Starter[], head: string): string {
  return [head, ...starters.map(({ title, text }) => `# ${title}\n${text}`)].join('---\n');
}
