/** The head of the screen: what the document is, when it is from, and what it was read with. */
import type { DocumentRecord, Tool } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { languageOf } from '../languages.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { balanced, listed } from '../wrap.ts';

/** Where a fact came from, in words. */
export const sources = {
  flag: 'as given',
  config: 'as configured',
  text: 'from its text',
  metadata: 'from its metadata',
  name: 'from its name',
} as const;

export function headLines(document: DocumentRecord, tool: Tool, screen: ScreenOptions): string[] {
  const { date, language } = document;
  const facts = [
    document.title === null ? null : harmless(document.name),
    document.publisher === null ? null : harmless(document.publisher),
    date === null ? 'no date found' : `${readableDate(date.value)} (${sources[date.source]})`,
    document.pages === null ? null : counted(document.pages, 'page'),
    counted(document.words, 'word'),
    language === null ? null : languageOf(language),
    ...tool.packs.map((pack) => `${pack.id} ${pack.version}`),
  ].filter((fact) => fact !== null);
  const title = balanced(harmless(document.title ?? document.name), screen.width);
  return [...title.map(screen.paint.head), ...listed(facts, ` ${sign('dot', screen)} `, screen.width)];
}
