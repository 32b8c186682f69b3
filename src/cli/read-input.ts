/** Reading one document as the flags of a call ask for it, for the commands that show what was read. */
import type { Document } from '../model/document.ts';
import type { Source } from '../read/source.ts';
import type { Call } from './command.ts';
import { docDate, ignoreTags, ocr, passwordFile, publisher, timeout } from './flags.ts';
import { pages } from './pages.ts';
import { statedDate } from './settings/files.ts';
import { inputOptions } from './shared-options.ts';
import { stdinFlags, stdinOptions } from './stdin.ts';

/** The group of help that says what is read, and how. */
export const inputGroup = {
  title: 'What goes in',
  flags: [pages, ignoreTags, ...stdinFlags, docDate, publisher, passwordFile, ocr, timeout],
} as const;

/** A document as read, narrowed to the pages that were asked for. */
export interface InputRead {
  readonly document: Document;
  readonly source: Source;
  /** What messages call it. */
  readonly typed: string;
  /** Whether only some of its pages were asked for. */
  readonly isNarrowed: boolean;
}

/**
 * Reads an input.
 * @param path as typed; `-` for stdin
 * @throws PmedError as `read`, and where there are no such pages
 */
export async function readInput(path: string, call: Call): Promise<InputRead> {
  const [{ sourceOf }, { read }, { selectPages }] = await Promise.all([
    import('./inputs.ts'),
    import('../read/read.ts'),
    import('../read/selection.ts'),
  ]);
  const source = await sourceOf(path, stdinOptions(call));
  const given = await read(source, {
    ...inputOptions(call),
    ignoreTags: call.get(ignoreTags),
    ...statedDate(path, call),
  });
  const whole = given.diagnostics.length === 0 ? given : await dated(given);
  const asked = call.get(pages);
  const typed = path === '-' ? whole.name : path;
  const document = asked === null ? whole : selectPages(whole, asked, typed);
  return { document, source, typed, isNarrowed: asked !== null };
}

/** Rules are loaded only for documents that reading has said something of: that their date can be read both ways, perhaps. */
async function dated(document: Document): Promise<Document> {
  const [{ datedDocument }, { loadRules }] = await Promise.all([
    import('../analyse/document-record.ts'),
    import('../rules/load.ts'),
  ]);
  return datedDocument(document, await loadRules());
}
