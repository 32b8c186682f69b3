/** Hits as Markdown: a list of quotes under the title of each document, the words that were found in bold. */
import type { KwicPart } from '../../model/kwic-part.ts';
import { markdownText } from '../markdown.ts';
import { counted } from '../numbers.ts';

/** Before the first document: by it pmed knows its own files. */
export const markdownMark = '<!-- pmed:kwic -->\n';

/** One document, whole: nothing is left out. */
export function kwicMarkdown({ document, count, hits }: KwicPart): string {
  const forms = count?.forms.map((each) => `${each.form} ${each.count}`) ?? [];
  const facts = [
    document === null || document.title === null ? '' : document.name,
    hits.length === 0 ? 'no hits' : counted(hits.length, 'hit'),
    ...(forms.length > 1 ? forms : []),
  ].filter((fact) => fact !== '');
  return [
    `# ${markdownText(document?.title ?? document?.name ?? 'Hits')}\n`,
    `\n${facts.map(markdownText).join(' · ')}\n`,
    ...(hits.length === 0 ? [] : ['\n']),
    ...hits.map(({ left, text, right, evidence }) => {
      const quote = `${markdownText(left)}**${markdownText(text)}**${markdownText(right)}`;
      return `- ${quote.trim()} (${markdownText(evidence.cite)})\n`;
    }),
  ].join('');
}
