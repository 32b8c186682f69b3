/** A Word document → its text in blocks, as it reads with all changes accepted, and what it says of itself. */
import type { Diagnostic } from '../../model/document.ts';
import type { Composed } from '../flow/passages.ts';
import { cleanWords, compose } from '../flow/passages.ts';
import type { Stated } from '../provenance/evidence.ts';
import type { Changes } from './line.ts';
import { Numberings } from './numbering.ts';
import { WordReader } from './passages.ts';
import { Styles } from './styles.ts';
import type { XmlElement } from './xml.ts';
import { child, children, parseXml, textBelow } from './xml.ts';
import { Archive, damaged } from './zip.ts';

/** A Word document as read. */
export interface DocxContent extends Composed {
  readonly metadata: Stated;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a Word document. Comments, headers and footers are left out; nothing that the file refers to is loaded.
 * @throws PmedError `PMED-I103` too big when unpacked, `PMED-I105` encrypted, `PMED-I106` damaged or without a body;
 *   messages without file name
 */
export function readDocx(bytes: Uint8Array): DocxContent {
  const archive = new Archive(bytes);
  const main = mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const root = (name: string): XmlElement | undefined => rootOf(archive, `${folder}${name}`);
  const body = child(rootOf(archive, main), 'w:body');
  if (body === undefined) throw damaged();
  const styles = new Styles(root('styles.xml'));
  const numberings = new Numberings(root('numbering.xml'), (style) => styles.get(style).list);
  const reader = new WordReader(styles, numberings);
  reader.read(body);
  reader.readNotes(root('footnotes.xml'), root('endnotes.xml'));
  return { ...compose(reader.passages), metadata: readProperties(archive), diagnostics: changesNote(reader.changes) };
}

/** The name of the part that holds the text. */
function mainPart(archive: Archive): string {
  const relations = children(rootOf(archive, '_rels/.rels'), 'Relationship');
  const main = relations.find(({ attributes }) => /\/officeDocument$/.test(attributes.Type ?? ''));
  const target = (main?.attributes.Target ?? '').replace(/^\//, '');
  if (target !== '' && archive.has(target)) return target;
  return 'word/document.xml';
}

/** The root element of a part; undefined where there is no such part or no element in it. */
function rootOf(archive: Archive, name: string): XmlElement | undefined {
  const xml = archive.text(name);
  if (xml === null) return undefined;
  const parsed = parseXml(xml);
  return parsed === null ? undefined : children(parsed)[0];
}

function readProperties(archive: Archive): Stated {
  const core = rootOf(archive, 'docProps/core.xml');
  const app = rootOf(archive, 'docProps/app.xml');
  const field = (root: XmlElement | undefined, name: string): string | null =>
    cleanWords(textBelow(child(root, name))).slice(0, 1000) || null;
  return {
    title: field(core, 'dc:title'),
    author: field(app, 'Company') ?? field(core, 'dc:creator'),
    publisher: null,
    date: field(core, 'dcterms:created') ?? field(core, 'dcterms:modified'),
    language: field(core, 'dc:language'),
  };
}

/** One note that says what was done about changes that nobody has accepted or refused. */
function changesNote({ inserted, deleted }: Changes): Diagnostic[] {
  if (inserted + deleted === 0) return [];
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const message = `The document has tracked changes: ${count(inserted, 'insertion')} read as part of the text, ${count(deleted, 'deletion')} left out.`;
  const hint = 'Accept or reject the changes in a word processor to read another version.';
  return [{ code: 'PMED-I110', level: 'note', page: null, message, hint }];
}
