/** The end of every summary: what else is in the workbook. */
import { cell, headingRows, type NotesRow } from './notes-sheet.ts';
import type { SheetPart } from './sheet-part.ts';

const CONTENTS: Readonly<Record<string, string>> = {
  Commitments: 'a row for each: who, what, how firmly, by when, with its quote and page',
  Rejected: 'what a person called no commitment in a review; counted nowhere',
  Statements: 'what else is said: obligations of others, needs, forecasts, achievements, denials',
  Timeline: 'every time that is named, in the order of time',
  Themes: 'what it is about, and how much of it',
  Changes: 'a row for each kind of a change, with the words of both versions',
  Duties: 'what became of duties that the text lays on others',
  Findings: 'what an author should mend, sentence by sentence',
  Accepted: 'what a comment, an ignore file or a baseline accepts',
  Rules: 'what the rules ask for, and what to do',
  Hits: 'a row for each place, with the words around it',
  Documents: 'what was read',
  Problems: 'what went wrong in reading',
  About: 'how it was made, how to cite it, what the columns say',
};

/** Each sheet with its number of rows, to click on. */
export const contentsRows = (sheets: readonly SheetPart[]): NotesRow[] => [
  ...headingRows('In this workbook'),
  ...sheets.map(
    ({ shape: { name, isTable }, rows }): NotesRow => [
      cell(name, 'link', { kind: 'sheet', sheet: name }),
      isTable ? cell(rows - 1, 'figure') : null,
      cell(CONTENTS[name] ?? '', 'aside'),
    ],
  ),
];
