/** What a format is beyond its name: the extension that stands for it, and whether it is for files rather than screens. */

/** Formats by extension; those that a command does not offer are refused by name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  txt: 'text',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  docx: 'docx',
  md: 'md',
  html: 'html',
  svg: 'svg',
  ics: 'ics',
  sarif: 'sarif',
  xml: 'junit',
  qdpx: 'qdpx',
};

const KNOWN: ReadonlySet<string> = new Set([...Object.values(EXTENSIONS), 'github', 'gitlab']);

/** Archives: bytes that no terminal can show. */
const BINARY: ReadonlySet<string> = new Set(['xlsx', 'docx', 'qdpx']);

/** The format that an extension without its dot stands for; the extension itself where it stands for none. */
export const formatOfExtension = (extension: string): string => EXTENSIONS[extension] ?? extension;

/** Whether any command has a format of this name, as in `json:out.txt`. */
export const isFormat = (name: string): boolean => KNOWN.has(name);

export const isBinary = (format: string): boolean => BINARY.has(format);

/**
 * Formats that a command writes as several files, a table or picture each, by what each of them holds. `out.csv` becomes
 * `out.<member>.csv`.
 */
export type Families = Readonly<Partial<Record<string, readonly string[]>>>;
