/** What a reader wants to know of a document before its results: its date and where that comes from, its file, its size. */
import type { DocumentRecord } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { languageOf } from '../languages.ts';
import { counted } from '../numbers.ts';
import { dateSources } from './date-sources.ts';
import { type Markup, tag } from './markup.ts';

/** @param shown the title that stands above already */
export function documentFacts(document: DocumentRecord, shown: string): Markup[] {
  const { name, title, date, pages, language, status, textCoverage, sha256 } = document;
  const sizes = [
    ...(pages === null ? [] : [counted(pages, 'page')]),
    counted(document.words, 'word'),
    ...(language === null || language === 'en' ? [] : [languageOf(language)]),
  ];
  return [
    tag('p', { class: 'date' }, date === null ? 'No date found' : readableDate(date.value)),
    tag(
      'ul',
      { class: 'document' },
      date === null
        ? null
        : tag(
            'li',
            {},
            `dated ${dateSources[date.source]}`,
            date.quote === null ? null : [': ', tag('q', {}, date.quote)],
          ),
      title === null || title === shown ? null : tag('li', {}, 'titled ', tag('q', {}, title)),
      tag('li', {}, tag('span', { class: 'file' }, name), ` · ${sizes.join(' · ')}`),
      status === 'read' && textCoverage >= 1
        ? null
        : tag('li', { class: 'warn' }, `Not read completely: ${percent(textCoverage)} of its pages have text.`),
      tag('li', {}, 'SHA-256 ', tag('code', {}, sha256.slice(0, 12))),
    ),
  ];
}

/** Whole per cent, rounded down, so that what is not complete is not said to be. */
const percent = (share: number): string => `${Math.floor(share * 100)}%`;
