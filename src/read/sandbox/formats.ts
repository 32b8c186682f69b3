/** Kinds of file that are read in the sandbox, with what users are told of them. */

import { THIS_FILE } from '../../model/shell-word.ts';

/** All but plain text and Markdown: formats that unpack, nest or refer to themselves. */
export type ParsedFormat = 'pdf' | 'docx' | 'odt' | 'epub' | 'html';

/** What each kind is called after `this`, and what to do where a file of it needs too much memory. */
export const KINDS: Readonly<Record<ParsedFormat, { readonly noun: string; readonly lighter: string }>> = {
  pdf: {
    noun: 'PDF',
    lighter: `It may be damaged or made to do harm. If you trust it, write it anew:  qpdf ${THIS_FILE} out.pdf`,
  },
  docx: { noun: 'Word document', lighter: 'If it is a real document, save it as PDF and read that.' },
  odt: { noun: 'OpenDocument text', lighter: 'If it is a real document, save it as PDF and read that.' },
  epub: { noun: 'EPUB book', lighter: 'If it is a real book, turn it into a PDF and read that.' },
  html: { noun: 'web page', lighter: 'If it is a real page, print it to a PDF and read that.' },
};
