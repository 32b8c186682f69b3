/** A Word document → its text in blocks, as it reads with all changes accepted, and what it says of itself. */
import type { Diagnostic } from '../../model/document.ts';
import type { Composed } from '../flow/passages.ts';
import { cleanWords, compose } from '../flow/passages.ts';
import { Archive } from '../packed/archive.ts';
import { changesNote } from '../packed/changes.ts';
import { damaged } from '../packed/faults.ts';
import { rootOf } from '../packed/parts.ts';
import type { XmlElement } from '../packed/xml.ts';
import { child, children, textBelow } from '../packed/xml.ts';
import type { Stated } from '../provenance/evidence.ts';
import { Numberings } from './numbering.ts';
import { WordReader } from './passages.ts';
import { Styles } from './styles.ts';

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
export async function readDocx(bytes: Uint8Array): Promise<DocxContent> {
  const archive = await Archive.open(bytes);
  const main = await mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const root = (name: string): Promise<XmlElement | undefined> => rootOf(archive, `${folder}${name}`);
  const body = child(await rootOf(archive, main), 'w:body');
  if (body === undefined) throw damaged();
  const styles = new Styles(await root('styles.xml'));
  const numberings = new Numberings(await root('numbering.xml'), (style) => styles.get(style).list);
  const reader = new WordReader(styles, numberings);
  reader.read(body);
  reader.endBody();
  reader.readNotes(await root('footnotes.xml'), await root('endnotes.xml'));
  const metadata = await readProperties(archive);
  return { ...compose(reader.passages), metadata, diagnostics: changesNote(reader.changes) };
}

/** The name of the part that holds the text. */
async function mainPart(archive: Archive): Promise<string> {
  const relations = children(await rootOf(archive, '_rels/.rels'), 'Relationship');
  const main = relations.find(({ attributes }) => /\/officeDocument$/.test(attributes.Type ?? ''));
  const target = (main?.attributes.Target ?? '').replace(/^\//, '');
  if (target !== '' && archive.has(target)) return target;
  return 'word/document.xml';
}

async function readProperties(archive: Archive): Promise<Stated> {
  const core = await rootOf(archive, 'docProps/core.xml');
  const app = await rootOf(archive, 'docProps/app.xml');
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
