/** What a web page says of itself: title, author, publisher, date and language. */
import { withoutEnd } from '../../model/without-end.ts';
import type { Stated } from '../provenance/evidence.ts';
import type { Survey } from './boilerplate.ts';
import type { Node } from './tree.ts';
import { attribute, textOf, visit } from './tree.ts';

const TITLES = ['og:title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title'];
const AUTHORS = ['author', 'dc.creator', 'dcterms.creator', 'citation_author', 'article:author'];
const PUBLISHERS = ['dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher', 'og:site_name'];
const DATES = [
  'article:published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'datepublished',
  'date',
  'pubdate',
  'article:modified_time',
  'dcterms.modified',
  'last-modified',
];
/** How sites call it in fields of their own. */
const PUBLISHED = /\b(?:first[-_]published|date[-_]published|publish(?:ed)?[-_](?:date|at|on|time))\b/;
const DATED = /\b(?:published|issued|(?:last|first)\s(?:updated|modified|published|reviewed))\b[^.]{0,60}/i;
/** What divides a page's title from its site's name. */
const DIVIDERS = /\s(?:[|–—·•»:]{1,2}|-)\s/;

/**
 * Reads a page's metadata.
 * @param document the whole page
 * @param page what was found out about it; its footer may say when it was published
 */
export function readMetadata(document: Node, page: Survey): Stated {
  const fields = new Map<string, string>();
  const put = (name: string, value: string): void => {
    const words = value.replace(/\s+/g, ' ').trim().slice(0, 1000);
    if (words !== '' && !fields.has(name)) fields.set(name, words);
  };
  visit(document, {
    enter: (element) => {
      const { tagName } = element;
      if (tagName === 'meta') {
        const name = attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemprop');
        if (name !== '') put(name.toLowerCase(), attribute(element, 'content'));
      } else if (tagName === 'title') put('<title>', textOf(element, 500));
      else if (tagName === 'h1') put('<h1>', textOf(element, 500).trimEnd().replace(/[¶#]$/, ''));
      else if (tagName === 'html') put('<lang>', attribute(element, 'lang'));
      else if (tagName === 'time') put('<time>', attribute(element, 'datetime'));
      else if (tagName === 'script' && attribute(element, 'type') === 'application/ld+json') {
        const date = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(textOfScript(element))?.[1];
        if (date !== undefined) put('<ld>', date);
      }
      return tagName !== 'svg';
    },
    leave: () => {},
    text: () => {},
  });
  const first = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  const site = fields.get('og:site_name') ?? null;
  const title = first(TITLES) ?? fields.get('<title>') ?? null;
  const published = [...fields.keys()].find((name) => PUBLISHED.test(name));
  return {
    title: title === null ? null : withoutSite(title, site, fields.get('<h1>') ?? null),
    author: first(AUTHORS),
    publisher: first(PUBLISHERS),
    date: first([...DATES, '<ld>', ...(published === undefined ? [] : [published]), '<time>']) ?? marginDate(page),
    language: fields.get('<lang>') ?? null,
  };
}

/** A page's title without the name of the site before or after it. */
function withoutSite(title: string, site: string | null, h1: string | null): string {
  const parts = title.split(DIVIDERS).map((part) => part.trim());
  if (parts.length < 2) return title;
  const heading = h1 === null ? null : parts.find((part) => part === h1.trim());
  if (heading !== undefined && heading !== null) return heading;
  if (h1 !== null && h1.length > 3 && title.startsWith(h1)) return h1;
  if (site !== null && parts.at(-1) === site)
    return withoutEnd(title.slice(0, title.lastIndexOf(site)), /[\s|–—·•»:-]/);
  if (site !== null && parts[0] === site) return title.slice(site.length).replace(/^[\s|–—·•»:-]+/, '');
  return title.includes(' | ') ? (parts[0] ?? title) : title;
}

/** `Last updated 3 March 2021` in a header or footer of the site. */
function marginDate({ margins }: Survey): string | null {
  for (const margin of margins) {
    const dated = DATED.exec(textOf(margin))?.[0];
    if (dated !== undefined && /\d{4}/.test(dated)) return dated;
  }
  return null;
}

function textOfScript(script: Node): string {
  let text = '';
  visit(script, { enter: () => true, leave: () => {}, text: (value) => (text += value) });
  return text.slice(0, 100_000);
}
