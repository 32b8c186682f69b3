/** An OpenDocument text, packed or as one XML file → its text in blocks, and what it says of itself. */
import type { Diagnostic } from '../../model/document.ts';
import { decode } from '../decode.ts';
import type { Composed } from '../flow/passages.ts';
import { cleanWords, compose } from '../flow/passages.ts';
import { Archive } from '../packed/archive.ts';
import type { Changes } from '../packed/changes.ts';
import { changesNote } from '../packed/changes.ts';
import { damaged, locked, tooBig } from '../packed/faults.ts';
import { rootOf } from '../packed/parts.ts';
import { TypeSizes } from '../packed/type-sizes.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, parseXml, textBelow } from '../packed/xml.ts';
import type { Stated } from '../provenance/evidence.ts';
import { ListStyles } from './numbering.ts';
import { OpenTextReader } from './passages.ts';
import { Styles } from './styles.ts';

/** An OpenDocument text as read. */
export interface OdtContent extends Composed {
  readonly metadata: Stated;
  readonly diagnostics: readonly Diagnostic[];
}

/** The most that a document of one XML file may hold, in bytes. */
const LARGEST = 40_000_000;

/**
 * Reads an OpenDocument text. Comments, headers, footers and deleted words are left out; nothing that the file refers to
 * is loaded.
 * @throws PmedError `PMED-I103` too big when unpacked, `PMED-I105` encrypted, `PMED-I106` damaged or without a body;
 *   messages without file name
 */
export async function readOdt(bytes: Uint8Array): Promise<OdtContent> {
  const { content, styles, meta } = await rootsOf(bytes);
  const body = child(child(content, 'office:body'), 'office:text');
  if (body === undefined) throw damaged();
  const sources = [styles, content].flatMap((root) =>
    ['office:styles', 'office:automatic-styles'].map((name) => child(root, name)),
  );
  const tracked = trackedIn(child(body, 'text:tracked-changes'));
  const story = {
    styles: new Styles(sources),
    deletions: tracked.deletions,
    open: new Set<string>(),
    sizes: new TypeSizes(),
  };
  const reader = new OpenTextReader(story, new ListStyles(sources));
  reader.read(body);
  reader.endBody();
  reader.readNotes();
  return {
    ...compose(reader.passages),
    metadata: statedIn(child(meta, 'office:meta')),
    diagnostics: changesNote(tracked.changes),
  };
}

interface Roots {
  readonly content: XmlElement | undefined;
  readonly styles: XmlElement | undefined;
  readonly meta: XmlElement | undefined;
}

/** What holds text, styles and metadata: three parts of an archive, or one element. */
async function rootsOf(bytes: Uint8Array): Promise<Roots> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    if (bytes.length > LARGEST) throw tooBig('it is one XML file of more than 40 MB');
    const root = children(parseXml(decode(bytes).text) ?? undefined)[0];
    return { content: root, styles: undefined, meta: root };
  }
  const archive = await Archive.open(bytes);
  const manifest = (await archive.text('META-INF/manifest.xml')) ?? '';
  if (/<(?:[\w-]+:)?encryption-data[\s/>]/.test(manifest)) throw locked();
  return {
    content: await rootOf(archive, 'content.xml'),
    styles: await rootOf(archive, 'styles.xml'),
    meta: await rootOf(archive, 'meta.xml'),
  };
}

interface Tracked {
  readonly changes: Changes;
  /** The names of the changes that take words away. */
  readonly deletions: ReadonlySet<string>;
}

/** The tracked changes. Deleted words mostly stand apart from the text, inserted ones within it. */
function trackedIn(tracked: XmlElement | undefined): Tracked {
  const changes = { inserted: 0, deleted: 0 };
  const deletions = new Set<string>();
  for (const region of children(tracked, 'text:changed-region')) {
    if (child(region, 'text:insertion') !== undefined) changes.inserted++;
    if (child(region, 'text:deletion') === undefined) continue;
    changes.deleted++;
    deletions.add(region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '');
  }
  return { changes, deletions };
}

function statedIn(meta: XmlElement | undefined): Stated {
  const words = (element: XmlElement | undefined): string | null =>
    cleanWords(textBelow(element)).slice(0, 1000) || null;
  const field = (name: string): string | null => words(child(meta, name));
  const own = (name: RegExp): string | null =>
    words(children(meta, 'meta:user-defined').find(({ attributes }) => name.test(attributes['meta:name'] ?? '')));
  return {
    title: field('dc:title'),
    author: own(/^company$/i) ?? field('meta:initial-creator') ?? field('dc:creator'),
    publisher: own(/^publisher$/i),
    date: field('meta:creation-date') ?? field('dc:date'),
    language: field('dc:language'),
  };
}
