/** Days as spreadsheets count them. */
import { dayOf, isCivilDate } from '../../model/days.ts';

/** Days from 30 December 1899 to 1 January 1970. */
const EPOCH = 25_569;
/** 1 March 1900: before it Excel counts a 29 February that there was not. */
const FIRST = 61;
/** 31 December 9999. */
const LAST = 2_958_465;

/**
 * The serial number of an ISO day in the 1900 date system (ISO/IEC 29500-1, 18.17.4.1); null for what is no such day or
 * none that all spreadsheets count alike.
 */
export function serialOf(iso: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === '' || !isCivilDate(Number(year), Number(month), Number(day))) return null;
  const serial = dayOf(Number(year), Number(month), Number(day)) + EPOCH;
  return serial < FIRST || serial > LAST ? null : serial;
}
