/** What users are told where a PDF, or a page of it, took too long or too much memory. */
import { PmedError } from '../../model/fault.ts';
import type { Stop } from './watch.ts';

/** The code and hint for each reason. */
export const STOPPED: Readonly<Record<Stop, { readonly code: string; readonly hint: string }>> = {
  time: { code: 'PMED-I107', hint: 'If you trust the file, give it more time:  --timeout 600' },
  memory: {
    code: 'PMED-I103',
    hint: 'It may be damaged or made to do harm. If you trust it, write it anew:  qpdf in.pdf out.pdf',
  },
};

/** The fault of a PDF of which nothing could be read within its limits. */
export function stopped(stop: Stop, page: number | null): PmedError {
  const where = page === null ? '' : `page ${page} of `;
  const much = stop === 'time' ? 'takes too long to read' : 'needs too much memory';
  return new PmedError(`${where}this PDF ${much}.`, { ...STOPPED[stop], exitCode: 3 });
}
