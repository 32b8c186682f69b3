/** One text in many forms, as offices save and send it: other formats, line ends, pages, numbers, bullets, quotes, order. */
import { partsOf } from '../fixtures/marks.mjs';
import { show, widthOf, writePdf } from '../fixtures/write-pdf.mjs';
import { list, listed, para, style, table, word } from './word.ts';

/** A form of a text: what was done to it, and the file. */
export interface Form {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Parts = ReturnType<typeof partsOf>;
type Part = Parts[number];

const RUNNING_HEAD = 'The plan as adopted';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (text: string): string => text.replace(/\[\^(\d+)\]/g, '').replace(/\*\*/g, '');
const straight = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/ – /g, ' - ');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** All forms of a text written in Markdown of the subset of our fixtures. Notes are left out, and the marks of them. */
export function formsOf(markdown: string): readonly Form[] {
  const parts = partsOf(markdown).filter(({ kind }) => kind !== 'note');
  const form = (what: string, name: string, content: string | Uint8Array): Form => ({
    what,
    name,
    bytes: typeof content === 'string' ? bytesOf(content) : content,
  });
  return [
    form(
      'Markdown',
      'plan.md',
      markdownOf(parts, '-', (text) => text),
    ),
    form(
      'other bullets, straight quotes, lines of 58',
      'plan.md',
      markdownOf(parts, '*', (text) => wrapped(straight(text), 58).join('\n')),
    ),
    form(
      'numbered sections',
      'plan.md',
      markdownOf(numbered(parts), '+', (text) => text),
    ),
    form(
      'numbered items',
      'plan.md',
      markdownOf(parts, '1.', (text) => text),
    ),
    form(
      'sections in another order',
      'plan.md',
      markdownOf(reordered(parts), '-', (text) => text),
    ),
    form('HTML', 'plan.html', htmlOf(parts)),
    form('Word', 'plan.docx', wordOf(parts)),
    form('text in long lines', 'plan.txt', textOf(parts, 10_000, '•', false)),
    form('text in lines of 50', 'plan.txt', textOf(parts, 50, '-', false)),
    form('text in lines of 72, words broken', 'plan.txt', textOf(parts, 72, '•', true)),
    form('text in pages', 'plan.txt', paged(textOf(parts, 64, '•', true).split('\n'))),
    form('PDF', 'plan.pdf', pdfOf(parts, 440, 11)),
    form('PDF in narrow lines', 'plan.pdf', pdfOf(parts, 300, 12)),
  ];
}

function numbered(parts: Parts): Parts {
  const at = [0, 0, 0, 0, 0, 0, 0];
  return parts.map((part) => {
    if (part.kind !== 'heading' || part.level < 2) return part;
    at[part.level] = (at[part.level] ?? 0) + 1;
    at.fill(0, part.level + 1);
    const number = at.slice(2, part.level + 1).join('.');
    return { ...part, text: `${number}${part.level === 2 ? '.' : ''} ${part.text}` };
  });
}

/** What stands before the first section stays; the sections of the second level are turned round. */
function reordered(parts: Parts): Parts {
  const sections: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'heading' && part.level === 2) sections.push([]);
    sections.at(-1)?.push(part);
  }
  const [first = [], ...others] = sections;
  return [...first, ...others.reverse().flat()];
}

function markdownOf(parts: Parts, bullet: string, lay: (text: string) => string): string {
  const own = parts.map((part, at) => {
    if (part.kind === 'heading') return `\n${'#'.repeat(part.level)} ${plain(part.text)}\n`;
    if (part.kind === 'table') return rowsOf(part.rows);
    const text = lay(plain(part.text));
    if (part.kind !== 'item') return `\n${text}\n`;
    const mark = `${bullet} ${text.replaceAll('\n', `\n${' '.repeat(bullet.length + 1)}`)}`;
    return parts[at - 1]?.kind === 'item' ? mark : `\n${mark}`;
  });
  return `${own.join('\n')}\n`;
}

function rowsOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows.map((cells) => `| ${cells.map(plain).join(' | ')} |`);
  return `\n${[head, `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...others].join('\n')}\n`;
}

function htmlOf(parts: Parts): string {
  const own = parts.map((part, at) => {
    if (part.kind === 'heading') return `<h${part.level}>${escaped(plain(part.text))}</h${part.level}>`;
    if (part.kind === 'table') {
      const cell = (kind: string, text: string) => `<${kind}>${escaped(plain(text))}</${kind}>`;
      const row = (cells: readonly string[], index: number) =>
        `<tr>${cells.map((text) => cell(index === 0 ? 'th' : 'td', text)).join('')}</tr>`;
      return `<table>${part.rows.map(row).join('\n')}</table>`;
    }
    if (part.kind !== 'item') return `<p>${escaped(plain(part.text))}</p>`;
    const [open, close] = [
      parts[at - 1]?.kind === 'item' ? '' : '<ul>\n',
      parts[at + 1]?.kind === 'item' ? '' : '\n</ul>',
    ];
    return `${open}<li>${escaped(plain(part.text))}</li>${close}`;
  });
  return `<!doctype html><html lang="en"><body>\n${own.join('\n')}\n</body></html>`;
}

function wordOf(parts: Parts): Uint8Array {
  const own = parts.map((part) => {
    if (part.kind === 'heading') return para(escaped(plain(part.text)), `<w:pStyle w:val="Heading${part.level}"/>`);
    if (part.kind === 'table')
      return table(
        ...part.rows.map((cells, at) =>
          cells.map((cell, column) => `${at + column === 0 ? '!' : ''}${escaped(plain(cell))}`),
        ),
      );
    return part.kind === 'item' ? listed(escaped(plain(part.text)), 1, 0) : para(escaped(plain(part.text)));
  });
  const styles = [1, 2, 3, 4].map((level) =>
    style(`Heading${level}`, `heading ${level}`, `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`),
  );
  return word(own.join(''), { styles: styles.join(''), numbering: list(1, 'bullet •') });
}

function textOf(parts: Parts, width: number, bullet: string, breaks: boolean): string {
  return parts
    .flatMap((part, at) => {
      const space = part.kind === 'item' && parts[at + 1]?.kind === 'item' ? [] : [''];
      if (part.kind === 'table') {
        const column = Math.max(...part.rows.flat().map((cell) => cell.length)) + 2;
        return [
          ...part.rows.map((cells) =>
            cells
              .map((cell) => plain(cell).padEnd(column))
              .join('')
              .trimEnd(),
          ),
          ...space,
        ];
      }
      if (part.kind !== 'item') return [...wrapped(plain(part.text), width, breaks), ...space];
      return [
        ...wrapped(plain(part.text), width - 2, breaks).map((line, index) => `${index === 0 ? bullet : ' '} ${line}`),
        ...space,
      ];
    })
    .join('\n');
}

/** Lines of at most `width` characters; with `breaks`, long words in lower case are broken in the middle. */
function wrapped(text: string, width: number, breaks = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const next of text.split(' ')) {
    if (line === '' || line.length + 1 + next.length <= width) {
      line = line === '' ? next : `${line} ${next}`;
      continue;
    }
    const half = next.length >> 1;
    if (breaks && /^[a-z]{8,}$/.test(next) && line.length + half + 2 <= width) {
      lines.push(`${line} ${next.slice(0, half)}-`);
      line = next.slice(half);
    } else {
      lines.push(line);
      line = next;
    }
  }
  return [...lines, line];
}

/** Pages of 40 lines, each with a running head and its number. */
function paged(lines: readonly string[]): string {
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += 40) {
    const head = pages.length === 0 ? '' : `${RUNNING_HEAD}\n\n`;
    pages.push(
      `${head}${lines
        .slice(at, at + 40)
        .join('\n')
        .trimEnd()}\n\n${' '.repeat(30)}${pages.length + 1}\n`,
    );
  }
  return pages.join('\f');
}

/** Pages in one column with a running head and numbers; headings are larger. */
function pdfOf(parts: Parts, width: number, size: number): Uint8Array {
  const pages: string[] = [];
  let page = '';
  let y = 760;
  const turn = () => {
    const head = pages.length === 0 ? '' : show(RUNNING_HEAD, 76, 800, 8);
    pages.push(`${head}${page}${show(String(pages.length + 1), 290, 40, 8)}`);
    page = '';
    y = 760;
  };
  const put = (text: string, x: number, own: number, isBold = false) => {
    if (y < 80) turn();
    page += show(text, x, y, own, isBold);
    y -= own * 1.3;
  };
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'table') {
      for (const cells of part.rows) {
        if (y < 80) turn();
        for (const [column, cell] of cells.entries()) page += show(plain(cell), 76 + column * 170, y, size - 1);
        y -= size * 1.6;
      }
      y -= size;
      continue;
    }
    const own = part.kind === 'heading' ? size + 10 - 2.5 * part.level : size;
    const isItem = part.kind === 'item';
    const isBold = part.kind === 'heading';
    if (isBold && y < 130) turn();
    for (const [index, line] of setLines(plain(part.text), isItem ? width - 14 : width, own, isBold).entries()) {
      if (isItem && index === 0 && y >= 80) page += show('•', 76, y, own);
      put(line, isItem ? 90 : 76, own, isBold);
    }
    y -= isItem && parts[at + 1]?.kind === 'item' ? size * 0.3 : size * 0.9;
  }
  turn();
  return writePdf({ pages });
}

function setLines(text: string, width: number, size: number, isBold: boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const next of text.split(' ')) {
    const longer = line === '' ? next : `${line} ${next}`;
    const half = next.length >> 1;
    if (line === '' || widthOf(longer, size, isBold) <= width) line = longer;
    else if (!isBold && /^[a-z]{9,}$/.test(next) && widthOf(`${line} ${next.slice(0, half)}-`, size) <= width) {
      lines.push(`${line} ${next.slice(0, half)}-`);
      line = next.slice(half);
    } else {
      lines.push(line);
      line = next;
    }
  }
  return [...lines, line];
}
