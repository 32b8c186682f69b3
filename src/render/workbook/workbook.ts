/** A workbook: sheets that are written side by side, and the bytes of all of them. */
import { archive, Entry } from './archive.ts';
import {
  appProperties,
  contentTypes,
  coreProperties,
  packageRelations,
  workbookRelations,
  workbookXml,
} from './package-parts.ts';
import { SheetPart, type SheetShape } from './sheet-part.ts';
import { stylesXml } from './styles.ts';

/** What a workbook says of itself. */
export interface WorkbookHead {
  readonly title: string;
  /** Version of pmed. */
  readonly version: string;
}

export class Workbook {
  readonly #sheets: SheetPart[] = [];

  /** In the order of their tabs. */
  get sheets(): readonly SheetPart[] {
    return this.#sheets;
  }

  /** A new sheet behind the others. */
  sheet(shape: SheetShape): SheetPart {
    return this.#add(shape, false);
  }

  /** A new sheet before the others, which is seen when the workbook is opened. */
  cover(shape: SheetShape): SheetPart {
    return this.#add(shape, true);
  }

  #add(shape: SheetShape, isFirst: boolean): SheetPart {
    const part = new SheetPart(shape, this.#sheets.length + 1, isFirst);
    if (isFirst) this.#sheets.unshift(part);
    else this.#sheets.push(part);
    return part;
  }

  /** Ends every sheet, and gives the workbook piece by piece. */
  *bytes({ title, version }: WorkbookHead): Generator<Uint8Array> {
    const sheets = this.#sheets;
    const relations = sheets.flatMap((sheet) => {
      const xml = sheet.end();
      return xml === null ? [] : [file(`xl/worksheets/_rels/sheet${sheet.number}.xml.rels`, xml)];
    });
    yield* archive([
      file('[Content_Types].xml', contentTypes(sheets.length)),
      file('_rels/.rels', packageRelations),
      file('docProps/core.xml', coreProperties(title, `pmed ${version}`)),
      file('docProps/app.xml', appProperties),
      file('xl/workbook.xml', workbookXml(sheets)),
      file('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)),
      file('xl/styles.xml', `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${stylesXml}`),
      ...sheets.map(({ entry }) => entry),
      ...relations,
    ]);
  }
}

function file(path: string, xml: string): Entry {
  const entry = new Entry(path);
  entry.write(xml);
  return entry;
}
