/** Flags that several commands share, each with its help and its reading in one place. */
import { choiceFlag, type Flag, flag, numberFlag, optionalChoiceFlag, switchFlag, textFlag } from './flag.ts';
import { badValue } from './usage.ts';

/** A calendar date as precise as it was given; the day is checked against its month. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year >= 1 && days !== undefined && day >= 1 && day <= days;
}

export const output = flag(
  { long: '--output', short: '-o', value: '<file>', help: 'also write a file; format from its name; repeatable' },
  (raw) => raw,
);
export const allowUnread = switchFlag('--allow-unread', 'exit 0 or 1 even where an input was not all read');
export const force = switchFlag('--force', 'let -o overwrite a file that pmed did not write');
export const sarifText = textFlag('--sarif-text', '<dir>', 'write the texts there for sarif to point into');
export const showAll = switchFlag('--all', 'do not shorten lists on the screen');

export const noBom = switchFlag('--no-bom', 'no byte order mark in files of csv and tsv');
export const csvRaw = switchFlag('--csv-raw', "no ' before formulas in files of csv and tsv");

export const ignoreTags = switchFlag('--ignore-tags', "leave a PDF's own structure tree unused");
export const docDate = flag(
  {
    long: '--doc-date',
    value: '<date>',
    help: 'published: 2016-09-08, 2016-09 or 2016',
    shown: 'from text',
  },
  (raw) => {
    const given = raw.at(-1) ?? null;
    if (given !== null && !isDate(given))
      throw badValue('--doc-date', given, 'Write it as 2016-09-08, 2016-09 or 2016');
    return given;
  },
);
export const publisher = textFlag('--publisher', '<name>', 'who "we" is');
export const fiscalYear = flag(
  { long: '--fiscal-year', value: '<MM-DD>', help: 'first day of the financial year', shown: 'by country' },
  (raw) => {
    const given = raw.at(-1) ?? null;
    if (given === null) return null;
    if (!/^\d{2}-\d{2}$/.test(given) || !isDate(`2023-${given}`)) {
      throw badValue('--fiscal-year', given, 'Write month and day, such as 04-01 or 10-01');
    }
    return given;
  },
);
export const dateOrder = optionalChoiceFlag(
  { long: '--date-order', value: '<order>', help: 'reading of 03/04/2025: dmy or mdy', shown: 'by text, country' },
  ['dmy', 'mdy'],
);
/** When events are, by their names as given; of an event given twice the last holds. */
export const anchor = flag(
  { long: '--anchor', value: '<event=date>', help: 'day of an event: "Royal Assent=2025-03-01"; repeatable' },
  (raw): Readonly<Record<string, string>> =>
    Object.fromEntries(
      raw.map((given): [string, string] => {
        const at = given.lastIndexOf('=');
        const name = given.slice(0, Math.max(at, 0)).trim();
        const value = given.slice(at + 1).trim();
        const [first = '', last = first, ...more] = value.split('..');
        const isSpan = more.length === 0 && isDate(first) && isDate(last) && !isBackward(first, last);
        if (!/\p{L}/u.test(name) || !isSpan)
          throw badValue(
            '--anchor',
            given,
            'Write it as "Royal Assent=2025-03-01" or "Phase 2=2026-04..2028-03": an event, and its day, month or year',
          );
        if (/^(?:the )?(?:date of )?publication$/i.test(name))
          throw badValue('--anchor', given, `That is the document's date:  --doc-date ${first}`);
        return [name, value];
      }),
    ),
);
/** Whether the last of two dates ends before the first begins. */
const isBackward = (first: string, last: string): boolean => `${last}-99-99`.slice(0, 10) < first;
/** Full names of bodies, by how the text calls them; of one called the same twice the last holds. */
export const actor = flag(
  { long: '--actor', value: '<short=name>', help: 'full name: "NHSE=NHS England"; who "we" is: "we=…"' },
  (raw): Readonly<Record<string, string>> =>
    Object.fromEntries(
      raw.map((given): [string, string] => {
        const at = given.indexOf('=');
        const short = given.slice(0, Math.max(at, 0)).trim();
        const name = given.slice(at + 1).trim();
        if (!/\p{L}/u.test(short) || !/\p{L}/u.test(name))
          throw badValue(
            '--actor',
            given,
            'Write it as "NHSE=NHS England" or "we=Fernhollow Council": what the text says, and the full name',
          );
        return [short, name];
      }),
    ),
);
/** An ISO day, or `today`, which the session turns into one. */
export const asOf = flag(
  {
    long: '--as-of',
    value: '<date>',
    help: 'day from which deadlines are judged, or today',
    shown: 'unset',
    choices: ['today'],
  },
  (raw) => {
    const given = raw.at(-1) ?? null;
    if (given !== null && given !== 'today' && !(given.length === 10 && isDate(given))) {
      throw badValue('--as-of', given, 'Write a day such as 2026-03-31, or today', ['today']);
    }
    return given;
  },
);
export const ocr = switchFlag('--ocr', 'read pages without text (needs tesseract.js)');
export const timeout = numberFlag(
  { long: '--timeout', value: '<s>', help: 'seconds that reading one document may take', shown: '120' },
  1,
  86_400,
  120,
);
export const passwordFile = textFlag('--password-file', '<file>', 'its first line opens encrypted PDFs; - is stdin');
/** Whether the name of a scheme or pack is that of a file. */
export const isPackFile = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name);

export const rules = flag(
  { long: '--rules', short: '-r', value: '<file>', help: 'a pack of your own rules, .yaml; repeatable' },
  (raw): readonly string[] => raw,
);
/** Names of schemes and paths of pack files. */
export const themes = flag(
  { long: '--themes', value: '<schemes>', help: 'any of policy,sectors,sdg,./mine.yaml', shown: 'policy' },
  (raw): readonly string[] | null => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    const schemes = given.split(',').map((name) => name.trim());
    const odd = schemes.find((name) => !isPackFile(name) && !/^[a-z][a-z0-9-]*$/.test(name));
    if (odd !== undefined) throw badValue('--themes', odd, 'Give names of schemes or files, as in policy,./mine.yaml');
    return schemes;
  },
);

export const color = choiceFlag(
  { long: '--color', value: '<when>', help: 'auto, always or never; also --no-color' },
  ['auto', 'always', 'never'],
  'auto',
);
export const width = numberFlag(
  { long: '--width', value: '<n>', help: 'columns of the screen', shown: 'terminal, else 80' },
  40,
  400,
  null,
);
export const ascii = flag(
  { long: '--ascii', value: null, help: 'no bar, arrow or dot characters', shown: 'by locale' },
  (raw) => raw.length > 0,
);
export const plain = switchFlag('--plain', 'one record a line, fields parted by tabs');
export const hyperlinks = choiceFlag(
  { long: '--hyperlinks', value: '<when>', help: 'auto, always, never; --no-hyperlinks' },
  ['auto', 'always', 'never'],
  'auto',
);
export const config = flag(
  { long: '--config', short: '-c', value: '<file>', help: 'project file; or --no-config', shown: 'found upwards' },
  (raw) => raw.at(-1) ?? null,
);
export const noConfig = switchFlag('--no-config', 'go by no file of settings');
export const noProgress = switchFlag('--no-progress', 'no line on how far the work is');
const count = (raw: readonly string[]): number => raw.length;
export const quiet = flag(
  { long: '--quiet', short: '-q', value: null, help: 'no warnings; -qq: no messages at all' },
  count,
);
export const verbose = flag(
  { long: '--verbose', short: '-v', value: null, help: 'say what was read; -vv: stacks of errors' },
  count,
);
const errorFormat = choiceFlag(
  { long: '--error-format', value: '<fmt>', help: 'messages as text or json' },
  ['text', 'json'],
  'text',
);
const help = switchFlag('--help', 'show this help', '-h');
const versionFlag = switchFlag('--version', 'print the version; --json adds what it is built on', '-V');
const json = switchFlag('--json', 'with --version: as JSON');

/** Flags that every command takes. */
export const everywhere: readonly Flag<unknown>[] = [
  color,
  width,
  ascii,
  plain,
  hyperlinks,
  noProgress,
  config,
  noConfig,
  quiet,
  verbose,
  errorFormat,
  help,
  versionFlag,
  json,
];
