/** Findings as Markdown, for a comment on a pull request or for reading: a list under the name of each document. */
import type { Finding } from '../../model/findings.ts';
import type { FindingsPart } from '../../model/findings-part.ts';
import type { Verdict } from '../../model/verdict.ts';
import { markdownText } from '../markdown.ts';
import { counted } from '../numbers.ts';
import { place } from '../place.ts';

/** Before the first document: by it pmed knows its own files, and a bot its own comment. */
export const markdownMark = '<!-- pmed:check -->\n';

/** Most characters: a comment on GitHub has room for 65,536. */
const MOST = 60_000;

/** Writes documents as they come, up to what a comment holds; what is left out is counted at the end. */
export class CheckMarkdown {
  #room = MOST;
  #left = 0;
  #count = 0;

  /** One document; nothing for one without findings. */
  part({ document, findings }: FindingsPart): string {
    if (document === null || findings.length === 0) return '';
    this.#count += findings.length;
    const head = `\n## ${markdownText(document.title ?? document.name)}\n\n${markdownText(document.name)} · ${counts(findings)}\n\n`;
    const texts = bySentence(findings).map((group) => ({ text: listItem(group), count: group.length }));
    let written = '';
    for (const { text, count } of texts) {
      const piece = written === '' ? head + text : text;
      if (this.#left > 0 || piece.length > this.#room) {
        this.#left += count;
        continue;
      }
      written += piece;
      this.#room -= piece.length;
    }
    return written;
  }

  /** What all comes to. */
  end({ outcome, reason }: Verdict): string {
    const left = this.#left === 0 ? '' : `\n${counted(this.#left, 'more finding')} for which there is no room here.\n`;
    const none = this.#count === 0 ? '\nNothing to mend.\n' : '';
    const word = { pass: 'pass', fail: '**fail**', none: '**no verdict**' }[outcome];
    return `${none}${left}\nResult: ${word}, ${markdownText(reason)}\n`;
  }
}

/** `1 error, 4 warnings`. */
function counts(findings: readonly Finding[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((level) => ({ level, count: findings.filter((its) => its.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => counted(count, level))
    .join(', ');
}

/** Findings of one sentence that follow one another, together. */
function bySentence(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    if (group?.[0]?.evidence.start === finding.evidence.start) group.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** The sentence with its place, and below it what is to be mended. */
function listItem(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const where = [first.ref, place(first.evidence)].filter((part) => part !== null && part !== '').join(', ');
  const told = findings.map(
    ({ level, rule, message }) =>
      `  - ${level === 'error' ? '**error**' : level} \`${rule}\`: ${markdownText(message)}\n`,
  );
  return `- ${where}: “${markdownText(first.evidence.quote)}”\n${told.join('')}`;
}
