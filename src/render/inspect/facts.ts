/** What a document is, where each fact came from, what it is made of, and what was left out of it. */
import type { Inspected } from '../../model/inspect.ts';
import { listPages } from '../../model/page-list.ts';
import { readableDate } from '../dates.ts';
import { harmless } from '../harmless.ts';
import { languageOf } from '../languages.ts';
import { counted, grouped } from '../numbers.ts';
import { sources } from '../report/head.ts';
import { leftOut } from '../report/phrases.ts';
import type { ScreenOptions } from '../screen.ts';
import { sign } from '../screen.ts';
import { pad } from '../width.ts';
import { hang, listed, wrap } from '../wrap.ts';
import { hasOwnNumbers } from './characters.ts';

/** Kinds of furniture that the default screen shows. */
const ROWS = 4;
const NAMES = 11;

/** The file, and a line for each fact. */
export function factLines(document: Inspected, screen: ScreenOptions): string[] {
  const { title, publisher, date, language, pages, words, characters, origins } = document;
  const size = `${grouped(document.bytes)} bytes`;
  const status = { read: 'read completely', partial: 'read in part', failed: 'not read' }[document.status];
  const about = [document.mediaType, size, status];
  const length = [
    ...(pages === null ? [] : [counted(pages, 'page')]),
    counted(words, 'word'),
    counted(characters, 'character'),
  ];
  return [
    ...wrap(harmless(document.name), screen.width).map(screen.paint.head),
    ...listed(about, ` ${sign('dot', screen)} `, screen.width),
    '',
    ...fact('Title', title, origins.title, screen),
    ...fact('Publisher', publisher, origins.publisher, screen),
    ...fact('Date', date === null ? null : readableDate(date.value), date, screen),
    ...line('Language', language === null ? 'too little text to tell' : languageOf(language), screen),
    ...line('Length', length.join(', '), screen),
    ...legible(document, screen),
    ...structure(document, screen),
  ];
}

function some(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [counted(count, one, many)];
}

/** How many blocks of each kind there are, and the furniture with examples. */
export function blockLines({ blocks, roles, furniture }: Inspected, screen: ScreenOptions): string[] {
  const { heading, paragraph, item, cell, note } = blocks;
  const kinds = [
    counted(heading, 'heading'),
    counted(paragraph, 'paragraph'),
    counted(item, 'list item'),
    counted(cell, 'table row'),
    counted(note, 'note'),
  ];
  const shown = screen.all ? furniture : furniture.slice(0, ROWS);
  const digits = Math.max(0, ...shown.map(({ count }) => grouped(count).length));
  const removed = [
    ...some(blocks.furniture, 'running head, foot or page number', 'running heads, feet and page numbers'),
    ...some(roles.contents, 'entry of tables of contents', 'entries of tables of contents'),
    ...some(roles.struck, 'run of struck-out words', 'runs of struck-out words'),
  ];
  return [
    ...line('Blocks', kinds.join(', '), screen),
    ...line('Left out', removed.length === 0 ? 'none' : removed.join(', '), screen),
    ...shown.flatMap(({ text, count, pages }) => {
      const times = ` ${' '.repeat(NAMES)}${pad(grouped(count), digits, 'end')} ${screen.ascii ? 'x' : '×'} `;
      const where = count === 1 && pages.length === 1 ? ` (page ${listPages(pages)})` : '';
      return hang(
        `${/^(?:\d+|[ivxlc]+)$/i.test(text) ? 'page number, as ' : ''}"${harmless(text)}"${where}`,
        screen.width,
        times,
        ' '.repeat(times.length),
      );
    }),
    ...leftOut(furniture.length - shown.length, screen).map((each) => ' '.repeat(NAMES) + each),
  ];
}

/** A fact with where it came from; the words only where they say it otherwise. */
function fact(
  name: string,
  value: string | null,
  origin: { readonly source: keyof typeof sources; readonly quote: string | null } | null,
  screen: ScreenOptions,
): string[] {
  if (value === null) return line(name, screen.paint.warn('none found'), screen);
  const quote = origin?.quote ?? null;
  const words = quote === null || quote === value ? '' : `: "${harmless(quote)}"`;
  return line(name, `${harmless(value)} (${origin === null ? '' : sources[origin.source]}${words})`, screen);
}

function line(name: string, what: string, screen: ScreenOptions): string[] {
  return hang(what, screen.width, ` ${pad(name, NAMES)}`, ' '.repeat(NAMES + 1));
}

/** Where blocks come from, where the file says so itself. */
function structure({ tags }: Inspected, screen: ScreenOptions): string[] {
  switch (tags) {
    case 'used':
      return line('Structure', "from the file's own tags", screen);
    case 'partly':
      return line('Structure', "from the file's own tags where they are good, elsewhere from the layout", screen);
    case 'unused':
      return line('Structure', "from the layout: the file's own tags are not used", screen);
    case 'none':
    case null:
      return [];
  }
}

/** How many pages can be trusted, and which cannot. */
function legible({ pageDetails }: Inspected, screen: ScreenOptions): string[] {
  if (pageDetails.length === 0) return [];
  const bad = pageDetails.filter((page) => !page.legible).map(({ page }) => page);
  const count = pageDetails.length;
  if (bad.length === 0) return line('Legible', count === 1 ? 'the page' : `all ${grouped(count)} pages`, screen);
  const file = hasOwnNumbers(pageDetails) ? 'PDF ' : '';
  // Rounded down, so that 100 % means all.
  const share = Math.floor(((count - bad.length) / count) * 100);
  const without = `without legible text: ${file}${bad.length === 1 ? 'page' : 'pages'} ${listPages(bad)}`;
  return line('Legible', `${grouped(count - bad.length)} of ${grouped(count)} pages (${share} %); ${without}`, screen);
}
