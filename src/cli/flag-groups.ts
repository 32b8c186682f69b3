/** Groups of flags that several commands show in their help, each in one place. */
import { noReview, review } from './accept/flags.ts';
import type { FlagGroup } from './command.ts';
import type { Flag } from './flag.ts';
import {
  actor,
  anchor,
  csvRaw,
  dateOrder,
  docDate,
  fiscalYear,
  force,
  noBom,
  ocr,
  output,
  passwordFile,
  publisher,
  rules,
  timeout,
} from './flags.ts';
import { pages } from './pages.ts';
import { stdinFlags } from './stdin.ts';

type Flags = readonly Flag<unknown>[];

/** What opens a document, and how long that may take. */
const opening: Flags = [passwordFile, ocr, timeout];
/** By which rules it is read, and what decides how its dates and names are understood. */
const understanding: Flags = [rules, publisher, fiscalYear, dateOrder, anchor, actor, review, noReview];

/** Which pages are read, and how stdin is taken; `own` flags of the command stand after the pages. */
export const whatGoesIn = (...own: Flags): FlagGroup => ({
  title: 'What goes in',
  flags: [pages, ...own, ...stdinFlags],
});

/** How documents are analysed; `own` flags of the command stand before those that open a document. */
export const howItIsRead = (...own: Flags): FlagGroup => ({
  title: 'How it is read',
  flags: [docDate, ...understanding, ...own, ...opening],
});

/** How documents are read that are not analysed. */
export const howItIsOpened: FlagGroup = { title: 'How it is read', flags: [docDate, publisher, ...opening] };

/** The same for two versions with a flag for the dates of both. */
export const howTheyAreRead = (dates: Flag<unknown>, ...own: Flags): FlagGroup => ({
  title: 'How they are read',
  flags: [dates, ...understanding, ...own, ...opening],
});

/** The format, the files, and whether they may replace others. */
export const resultFlags = (format: Flag<unknown>): Flags => [format, output, force];

/** The same with what tables need. */
export const tableFlags = (format: Flag<unknown>): Flags => [...resultFlags(format), noBom, csvRaw];

/** What a line of help says of inputs. */
export const INPUTS_NOTE = 'Inputs: files, folders, quoted patterns, @list.txt (a path a line), - for stdin.';
