/** What an EPUB book says of itself: its title and makers, and its chapters in reading order. */
import { cleanWords } from '../flow/passages.ts';
import type { Archive } from '../packed/archive.ts';
import { damaged, protectedBook } from '../packed/faults.ts';
import { rootOf } from '../packed/parts.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, textBelow } from '../packed/xml.ts';
import type { Stated } from '../provenance/evidence.ts';

/** A part of a book, as its list of contents calls it. */
export interface Chapter {
  /** The name of the part in the archive. */
  readonly name: string;
  /** What it is for, where the book says so. */
  readonly purpose: 'cover' | 'contents' | 'text';
}

/** A book before its chapters are read. */
export interface Book {
  readonly metadata: Stated;
  readonly chapters: readonly Chapter[];
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Ways to hide fonts; the text is left readable. */
const FONTS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;
const PAGE = /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document)$/;

/**
 * Reads the package of a book.
 * @throws PmedError `PMED-I105` where it is locked to its buyer, `PMED-I106` where it has no package
 */
export async function readPackage(archive: Archive): Promise<Book> {
  if (isProtected(await rootOf(archive, ENCRYPTION))) throw protectedBook();
  const name = await packageName(archive);
  const root = name === null ? undefined : await rootOf(archive, name);
  if (name === null || root === undefined) throw damaged();
  return { metadata: statedIn(child(root, 'metadata')), chapters: chaptersIn(root, name, archive) };
}

/** The package that the container names; else the first there is. */
async function packageName(archive: Archive): Promise<string | null> {
  const files = children(child(await rootOf(archive, CONTAINER), 'rootfiles'), 'rootfile');
  for (const { attributes } of files) {
    const path = attributes['full-path'] ?? '';
    if (archive.has(path)) return path;
  }
  return archive.find(/\.opf$/i);
}

/** Whether anything but fonts is hidden. */
function isProtected(element: XmlElement | undefined): boolean {
  return children(element).some((each) => {
    if (!/(?:^|:)EncryptionMethod$/.test(each.name)) return isProtected(each);
    return !FONTS.test(each.attributes.Algorithm ?? '');
  });
}

/** The chapters: those in the line of reading, then those beside it, such as notes. */
function chaptersIn(root: XmlElement, packageName: string, archive: Archive): Chapter[] {
  const folder = packageName.slice(0, packageName.lastIndexOf('/') + 1);
  const items = new Map(
    children(child(root, 'manifest'), 'item').map((item) => [item.attributes.id ?? '', item.attributes] as const),
  );
  const purposes = new Map<string, Chapter['purpose']>();
  for (const { attributes } of children(child(root, 'guide'), 'reference')) {
    const type = attributes.type ?? '';
    if (type === 'toc' || type === 'cover')
      purposes.set(partName(folder, attributes.href ?? '', archive), type === 'toc' ? 'contents' : 'cover');
  }
  const along: Chapter[] = [];
  const beside: Chapter[] = [];
  const seen = new Set<string>();
  for (const { attributes } of children(child(root, 'spine'), 'itemref')) {
    const item = items.get(attributes.idref ?? '');
    if (item === undefined || !PAGE.test(item['media-type'] ?? 'text/html')) continue;
    const name = partName(folder, item.href ?? '', archive);
    if (seen.has(name)) continue;
    seen.add(name);
    const isContents = /(?:^|\s)nav(?:\s|$)/.test(item.properties ?? '');
    const purpose = isContents ? 'contents' : (purposes.get(name) ?? 'text');
    (attributes.linear === 'no' ? beside : along).push({ name, purpose });
  }
  return [...along, ...beside];
}

/** The name of the part that a reference leads to, from a folder of the archive. */
function partName(folder: string, reference: string, archive: Archive): string {
  const path = decoded(reference.replace(/[#?].*/s, ''));
  const steps: string[] = [];
  for (const step of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  return archive.has(name) ? name : (archive.alike(name) ?? name);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function statedIn(metadata: XmlElement | undefined): Stated {
  // Books of the second edition may wrap them once more.
  const facts = [metadata, child(metadata, 'dc-metadata'), child(metadata, 'x-metadata')].flatMap((each) =>
    children(each),
  );
  const words = (element: XmlElement | undefined): string | null =>
    cleanWords(textBelow(element)).slice(0, 1000) || null;
  const field = (name: string): string | null => words(facts.find((fact) => fact.name.toLowerCase() === name));
  const dates = facts.filter(({ name }) => name.toLowerCase() === 'dc:date');
  const published = dates.find(({ attributes }) =>
    Object.entries(attributes).some(([name, value]) => /(?:^|:)event$/.test(name) && value === 'publication'),
  );
  const modified = facts.find(({ attributes }) => attributes.property === 'dcterms:modified');
  return {
    title: field('dc:title'),
    author: field('dc:creator'),
    publisher: field('dc:publisher'),
    date: words(published ?? dates[0] ?? modified),
    language: field('dc:language'),
    isOwn: true,
  };
}
