/** OpenDocument texts for tests, put together from their XML. */
import { writeZip } from '../fixtures/write-zip.mjs';

const SPACES = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

/** The parts of an OpenDocument text besides its body. */
export interface OpenTextParts {
  readonly styles?: string;
  readonly automatic?: string;
  readonly meta?: string;
  readonly manifest?: string;
}

/** The entries of an OpenDocument text of the given body. */
export function openTextEntries(body: string, parts: OpenTextParts = {}): Record<string, string> {
  const automatic = `<office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles>`;
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${SPACES}>${automatic}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${SPACES}><office:styles>${parts.styles ?? ''}</office:styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${SPACES}><office:meta>${parts.meta ?? ''}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest>${parts.manifest ?? ''}</manifest:manifest>`,
  };
}

/** An OpenDocument text of the given body. */
export function openText(body: string, parts: OpenTextParts = {}): Uint8Array {
  return writeZip(openTextEntries(body, parts));
}

/** The same as one XML file. */
export function flatOpenText(body: string, meta = ''): Uint8Array {
  const mimetype = 'office:mimetype="application/vnd.oasis.opendocument.text"';
  return new TextEncoder().encode(
    `<?xml version="1.0"?>\n<office:document ${SPACES} ${mimetype}><office:meta>${meta}</office:meta><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}

/** A paragraph, in a style. */
export function line(content: string, style = 'Text'): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`;
}

/** A heading. */
export function head(content: string, level: number, more = ''): string {
  return `<text:h text:outline-level="${level}" ${more}>${content}</text:h>`;
}

/** A list of items, each what stands in it. */
export function items(style: string, contents: readonly string[], more = ''): string {
  const inner = contents.map((content) => `<text:list-item>${content}</text:list-item>`).join('');
  return `<text:list text:style-name="${style}" ${more}>${inner}</text:list>`;
}

/** A list style by the levels' format, prefix, suffix and number of levels shown: `1||.|1`; bullets are `•`. */
export function listStyle(name: string, ...levels: readonly string[]): string {
  const inner = levels.map((level, index) => {
    const [format, before, after, shown] = level.split('|');
    const at = `text:level="${index + 1}"`;
    if (format === '•') return `<text:list-level-style-bullet ${at} text:bullet-char="•"/>`;
    return `<text:list-level-style-number ${at} style:num-format="${format}" style:num-prefix="${before ?? ''}" style:num-suffix="${after ?? ''}" text:display-levels="${shown ?? '1'}"/>`;
  });
  return `<text:list-style style:name="${name}">${inner.join('')}</text:list-style>`;
}

/** A table of rows of cells; rows that begin with `!` stand in its head. */
export function grid(...rows: readonly (readonly string[])[]): string {
  const inner = rows.map((cells) => {
    const isHead = cells[0]?.startsWith('!') === true;
    const own = cells.map((cell) => `<table:table-cell>${line(cell.replace(/^!/, ''))}</table:table-cell>`).join('');
    const row = `<table:table-row>${own}</table:table-row>`;
    return isHead ? `<table:table-header-rows>${row}</table:table-header-rows>` : row;
  });
  return `<table:table>${inner.join('')}</table:table>`;
}
