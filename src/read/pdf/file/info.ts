/** What a PDF says about itself: its fields, its language and its bookmarks. */

import type { OutlineItem, PdfInfo } from '../content.ts';
import { cleanCharacters, tidy } from '../glyphs/characters.ts';
import type { OpenPdf } from './open.ts';

const nothing: PdfInfo = {
  title: null,
  author: null,
  subject: null,
  keywords: null,
  creator: null,
  producer: null,
  creationDate: null,
  modificationDate: null,
  language: null,
  tagged: false,
};

/** The file's fields; those that cannot be read are null. */
export async function readInfo({ document, told }: OpenPdf): Promise<PdfInfo> {
  try {
    const info: unknown = told === null ? (await document.getMetadata()).info : told.info;
    if (typeof info !== 'object' || info === null) return nothing;
    const marks = await document.getMarkInfo().catch(() => null);
    const field = (key: string): string | null => {
      const value: unknown = Reflect.get(info, key);
      return typeof value === 'string' ? tidy(cleanCharacters(value)).slice(0, 1000) || null : null;
    };
    return {
      title: field('Title'),
      author: field('Author'),
      subject: field('Subject'),
      keywords: field('Keywords'),
      creator: field('Creator'),
      producer: field('Producer'),
      creationDate: isoDate(field('CreationDate')),
      modificationDate: isoDate(field('ModDate')),
      language: field('Language'),
      tagged: marks?.Marked === true,
    };
  } catch {
    return nothing;
  }
}

const date = /^(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?)?)?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/;

/** A PDF date (`D:20230523130155-04'00'`) as an ISO string as precise as it is written; null where it is no date. */
export function isoDate(text: string | null): string | null {
  const parts = date.exec(text ?? '');
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, utc, sign, offsetHour, offsetMinute] = parts;
  if (month === undefined) return year ?? null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${month}`;
  if (Number(day) < 1 || Number(day) > 31) return null;
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return `${year}-${month}-${day}`;
  const offset = utc ?? (sign === undefined ? '' : `${sign}${offsetHour}:${offsetMinute ?? '00'}`);
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
}

const mostBookmarks = 5000;

/** The bookmarks, in order; none where the file has none or they are broken. */
export async function readOutline({ document, told }: OpenPdf): Promise<OutlineItem[]> {
  const out: OutlineItem[] = [];
  try {
    const walk = (items: readonly { title: string; items: readonly unknown[] }[], level: number): void => {
      for (const item of items) {
        if (out.length >= mostBookmarks) return;
        const title = tidy(cleanCharacters(item.title)).slice(0, 500);
        if (title !== '') out.push({ title, level });
        if (level < 12) walk(item.items.filter(isBookmark), level + 1);
      }
    };
    walk((told === null ? await document.getOutline() : told.outline) ?? [], 1);
  } catch {
    return [];
  }
  return out;
}

function isBookmark(value: unknown): value is { title: string; items: readonly unknown[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'items' in value &&
    typeof value.title === 'string' &&
    Array.isArray(value.items)
  );
}
