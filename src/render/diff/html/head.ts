/** The head of a comparison: what was compared, what the gate says, and how much changed, which is also the filter. */
import type { Diff } from '../../../model/diff.ts';
import type { DocumentRecord } from '../../../model/report.ts';
import { readableDate } from '../../dates.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { type Verdict, verdictOf } from '../../html/verdict.ts';
import { languageOf } from '../../languages.ts';
import { counted } from '../../numbers.ts';

/** How a date came to be known, in words. */
const SOURCES: Readonly<Record<NonNullable<DocumentRecord['date']>['source'], string>> = {
  flag: 'as given',
  config: 'from the project file',
  text: 'in the text',
  metadata: 'from the file’s properties',
  name: 'from the file name',
};

/** The title that both versions go by: that of the new one, else of the old one, else its file name. */
export function titleOf({ documents: [old, now] }: Diff): string {
  return now.title ?? old.title ?? now.name;
}

/** Title and both versions. */
export function headOf(diff: Diff, verdict: Verdict | null): Markup[] {
  const title = titleOf(diff);
  const [old, now] = diff.documents;
  return [
    tag('p', { class: 'overline' }, 'What changed'),
    tag('h1', {}, title),
    tag(
      'div',
      { class: 'versions' },
      version('Old version', old, title),
      tag('span', { class: 'to', 'aria-hidden': 'true' }, '→'),
      version('New version', now, title),
    ),
    ...(verdict === null ? [] : [verdictOf(verdict)]),
  ];
}

function version(words: string, document: DocumentRecord, shown: string): Markup {
  const { name, title, date, pages, language, status, textCoverage, sha256 } = document;
  const sizes = [
    ...(pages === null ? [] : [counted(pages, 'page')]),
    counted(document.words, 'word'),
    ...(language === null || language === 'en' ? [] : [languageOf(language)]),
  ];
  return tag(
    'section',
    { 'aria-label': words },
    tag('p', { class: 'quiet' }, words),
    tag('p', { class: 'date' }, date === null ? 'No date found' : readableDate(date.value)),
    tag(
      'ul',
      {},
      date === null
        ? null
        : tag('li', {}, `dated ${SOURCES[date.source]}`, date.quote === null ? null : [': ', tag('q', {}, date.quote)]),
      title === null || title === shown ? null : tag('li', {}, 'titled ', tag('q', {}, title)),
      tag('li', {}, tag('span', { class: 'file' }, name), ` · ${sizes.join(' · ')}`),
      status === 'read' && textCoverage >= 1
        ? null
        : tag('li', { class: 'warn' }, `Not read completely: ${percent(textCoverage)} of its pages have text.`),
      tag('li', {}, 'SHA-256 ', tag('code', {}, sha256.slice(0, 12))),
    ),
  );
}

/** Whole per cent, rounded down, so that what is not complete is not said to be. */
const percent = (share: number): string => `${Math.floor(share * 100)}%`;
