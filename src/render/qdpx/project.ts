/**
 * A project that programs for qualitative analysis open (REFI-QDA 1.5 project exchange, `.qdpx`): the texts of documents,
 * with what was found in them as codes. NVivo, MAXQDA, ATLAS.ti and QualCoder read it.
 */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReportPart } from '../../model/part.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import { element, xmlText } from '../xml.ts';
import { CodeBook } from './codebook.ts';
import { guid } from './guid.ts';
import { distinctNames, fileName } from './names.ts';
import { type Selection, selectionsOf } from './selections.ts';
import { codePointsBefore, sourceText } from './source-text.ts';

/** How a project is written. */
export interface ProjectLook {
  readonly tool: Tool;
  /** What to type to get the same again. */
  readonly command: string;
}

/** The first day that zip archives know, at noon wherever it is unpacked: no clock has a say in the bytes. */
const NO_TIME = '1980-01-01T12:00:00';
/** Programs fail on records without a time; what has none of its own gets the first of all computers. */
const NO_DATE = '1970-01-01';

const USER = guid('user', 'pmed');

/** Takes documents one after the other, and gives the archive. */
export class QdpxProject {
  readonly #look: ProjectLook;
  readonly #book = new CodeBook();
  readonly #name = distinctNames();
  readonly #sources: string[] = [];
  readonly #sourceIds: string[] = [];
  readonly #names: string[] = [];
  readonly #files: Record<string, Uint8Array> = {};
  #latest = '';

  constructor(look: ProjectLook) {
    this.#look = look;
  }

  /** Adds a document; nothing where its text was not read. */
  add(part: ReportPart): void {
    const { document, body } = part;
    if (document === null || body === undefined || body.text === '') return;
    const id = guid('source', this.#sourceIds.length, document.id);
    const time = timeOf(document);
    if (time > this.#latest && document.date !== null) this.#latest = time;
    const text = sourceText(body.text);
    const position = codePointsBefore(text);
    const name = this.#name(fileName(document.name));
    const audit = { creatingUser: USER, creationDateTime: time };
    this.#files[`sources/${id}.txt`] = strToU8(text);
    this.#sourceIds.push(id);
    this.#names.push(document.title ?? document.name);
    this.#sources.push(
      element(
        'TextSource',
        { guid: id, name, plainTextPath: `internal://${id}.txt`, ...audit },
        element('Description', {}, xmlText(describe(document), true)),
        ...selectionsOf(part).map((selection) => this.#selection(selection, id, position, audit)),
      ),
    );
  }

  /** The archive; the same bytes for the same documents. */
  bytes(): Uint8Array {
    const files: Zippable = {};
    const note = guid('note', ...this.#sourceIds);
    const contents = {
      'project.qde': strToU8(this.#xml(note)),
      ...this.#files,
      [`sources/${note}.txt`]: strToU8(this.#about()),
    };
    for (const [path, bytes] of Object.entries(contents)) files[path] = [bytes, { mtime: NO_TIME, level: 6 }];
    return zipSync(files);
  }

  #selection(
    { start, end, refs, notes, codes }: Selection,
    source: string,
    position: (offset: number) => number,
    audit: { readonly creatingUser: string; readonly creationDateTime: string },
  ): string {
    const [from, to] = [position(start), position(end)];
    const id = guid('selection', source, from, to);
    return element(
      'PlainTextSelection',
      {
        guid: id,
        name: refs.length === 0 ? null : refs.join(' '),
        startPosition: String(from),
        endPosition: String(to),
        ...audit,
      },
      notes.length === 0 ? '' : element('Description', {}, xmlText(notes.join('\n'), true)),
      ...codes.map((code) => {
        const target = this.#book.use(code);
        return element(
          'Coding',
          { guid: guid('coding', id, target), ...audit },
          element('CodeRef', { targetGUID: target }),
        );
      }),
    );
  }

  /** The order of elements is that of the schema (Project.xsd, version 1.0 of the name space). */
  #xml(note: string): string {
    const { tool } = this.#look;
    const time = this.#latest || `${NO_DATE}T00:00:00Z`;
    const audit = { creatingUser: USER, creationDateTime: time };
    const codes = this.#book.ids().map((id) => element('MemberCode', { targetGUID: id }));
    const sources = this.#sourceIds.map((id) => element('MemberSource', { targetGUID: id }));
    const project = element(
      'Project',
      {
        name: this.#names.length === 1 ? (this.#names[0] ?? '') : `pmed: ${this.#names.length} documents`,
        origin: `${tool.name} ${tool.version}`,
        creatingUserGUID: USER,
        creationDateTime: time,
        xmlns: 'urn:QDA-XML:project:1.0',
      },
      element('Users', {}, element('User', { guid: USER, name: 'pmed', id: 'pmed' })),
      this.#book.xml(),
      this.#sources.length === 0 ? '' : element('Sources', {}, ...this.#sources),
      element(
        'Notes',
        {},
        element('Note', {
          guid: note,
          name: 'How pmed coded these documents',
          plainTextPath: `internal://${note}.txt`,
          ...audit,
        }),
      ),
      element(
        'Sets',
        {},
        element(
          'Set',
          { guid: guid('set', 'pmed'), name: 'pmed' },
          element('Description', {}, 'Coded by pmed'),
          ...codes,
          ...sources,
        ),
      ),
      element('NoteRef', { targetGUID: note }),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${project}\n`;
  }

  #about(): string {
    const { tool, command } = this.#look;
    const packs = tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
    return sourceText(
      [
        `Coded by ${tool.name} ${tool.version} by the rules of ${packs}.`,
        'Each coding is a finding of a rule: check it before you cite it.',
        'Texts are those that pmed reads; PDFs, DOCX and HTML are here as their text.',
        `The same again: ${command}`,
        '',
      ].join('\n'),
    );
  }
}

/** What is said of a document: how to cite it, and that it was read whole. */
function describe({ title, publisher, date, status, name, sha256 }: DocumentRecord): string {
  return [
    [publisher, date === null ? null : `(${date.value})`, title].filter((one) => one !== null).join(' '),
    `${name}, sha256 ${sha256}`,
    ...(status === 'partial' ? ['Not read completely.'] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The first day that the document's date may mean, as XML writes times. */
function timeOf({ date }: DocumentRecord): string {
  const day = date === null ? NO_DATE : `${date.value}-01-01`.slice(0, 10);
  return `${day}T00:00:00Z`;
}
