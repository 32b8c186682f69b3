/** What users are told where a file, or a page of it, took too long or too much memory. */
import { PmedError } from '../../model/fault.ts';
import { KINDS, type ParsedFormat } from './formats.ts';
import type { Stop } from './watch.ts';

/** The code and hint for each reason. */
export function stopOf(stop: Stop, format: ParsedFormat): { readonly code: string; readonly hint: string } {
  if (stop === 'memory') return { code: 'PMED-I103', hint: KINDS[format].lighter };
  return { code: 'PMED-I107', hint: 'If you trust the file, give it more time:  --timeout 600' };
}

/**
 * The fault of a file of which nothing could be read within its limits.
 * @param page the page that stopped the reading; null where it was none
 */
export function stopped(stop: Stop, page: number | null, format: ParsedFormat): PmedError {
  const where = page === null ? '' : `page ${page} of `;
  const much = stop === 'time' ? 'takes too long to read' : 'needs too much memory';
  return new PmedError(`${where}this ${KINDS[format].noun} ${much}.`, { ...stopOf(stop, format), exitCode: 3 });
}
