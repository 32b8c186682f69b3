/** Word documents for tests, put together from their XML. */
import { writeZip } from '../fixtures/write-zip.mjs';

const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a Word document besides its body, as what stands inside their root elements. */
export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly core?: string;
  readonly app?: string;
}

/** A Word document of the given body. */
export function word(body: string, parts: WordParts = {}): Uint8Array {
  const entries: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${SPACE}><w:body>${body}</w:body></w:document>`,
  };
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
    const part = parts[name];
    if (part !== undefined) entries[`word/${name}.xml`] = `<w:${name} ${SPACE}>${part}</w:${name}>`;
  }
  if (parts.core !== undefined) entries['docProps/core.xml'] = `<cp:coreProperties>${parts.core}</cp:coreProperties>`;
  if (parts.app !== undefined) entries['docProps/app.xml'] = `<Properties>${parts.app}</Properties>`;
  return writeZip(entries);
}

/** A run of words, with its format. */
export function run(text: string, format = ''): string {
  return `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of words or runs, with its format. */
export function para(content: string, format = ''): string {
  const inner = content.startsWith('<') ? content : run(content);
  return `<w:p>${format === '' ? '' : `<w:pPr>${format}</w:pPr>`}${inner}</w:p>`;
}

/** A paragraph of a list, at a level from 0. */
export function listed(text: string, list: number, level: number): string {
  return para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** The definition of a list by the formats and patterns of its levels: `decimal %1.`. */
export function list(id: number, ...levels: readonly string[]): string {
  const inner = levels.map((level, at) => {
    const [format, pattern, more = ''] = level.split(' ');
    return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}">${inner.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

/** A style of paragraphs. */
export function style(id: string, name: string, format = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${format}</w:style>`;
}

/** A table of rows of cells; a first row that begins with `!` is marked as its head. */
export function table(...rows: readonly (readonly string[])[]): string {
  const inner = rows.map((cells) => {
    const isHead = cells[0]?.startsWith('!') === true;
    const own = cells.map((cell) => `<w:tc>${para(cell.replace(/^!/, ''))}</w:tc>`);
    return `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${own.join('')}</w:tr>`;
  });
  return `<w:tbl>${inner.join('')}</w:tbl>`;
}
