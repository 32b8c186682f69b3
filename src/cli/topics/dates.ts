/** `pmed help dates`: how dates are read, and what to say where the text leaves it open. */
import { wrap } from '../../render/wrap.ts';
import { entry, WIDTH } from '../help-lines.ts';

const ways: readonly (readonly [option: string, what: string])[] = [
  ['--doc-date <date>', 'when it was published: 2024-03-14, 2024-03 or 2024'],
  ['--fiscal-year <MM-DD>', 'first day of the financial year: 04-01, 07-01, 10-01'],
  ['--date-order <order>', 'dmy or mdy, for 03/04/2025'],
  ['--anchor <event=date>', '"Royal Assent=2025-03-01", for "within six months of it"'],
  ['--as-of <date>', 'only then are deadlines called passed; or today'],
];

export function datesTopic(): readonly string[] {
  const prose = (text: string): string[] => [...wrap(text, WIDTH), ''];
  return [
    ...prose('How pmed reads dates, and what you can tell it.'),
    '  pmed timeline report.pdf --doc-date 2024-03-14',
    '  pmed timeline report.pdf --as-of today',
    '  pmed inspect report.pdf                 which date was found, and where',
    '',
    ...prose(
      'Words such as "within two years" count from the date of the document. It is taken from --doc-date, else the project file (document.date, document.dates), else the text, else the metadata of the file, else its name. Without one they stay unresolved, and pmed says so (PMED-D201).',
    ),
    ...ways.flatMap(([option, what]) => entry(option, what, 25)),
    '',
    ...prose(
      'A deadline is the last day that the words allow: "by 2025" is 31 December 2025, "by the end of 2025/26" the last day of that financial year, "in spring 2026" the last of May. The precision (day, month, quarter, year …) stands beside it; on screens a year stays a year.',
    ),
    ...prose(
      'Days are inclusive. In JSON they are ISO dates, with the value as TIMEX3 (2025, 2025-Q3, P5Y, FY2024) and the words as they stand in the text.',
    ),
    ...prose('No clock is looked at unless --as-of today is given: the same report gives the same result next year.'),
    'Why a date was read as it was:  pmed explain report.pdf T3',
  ];
}
