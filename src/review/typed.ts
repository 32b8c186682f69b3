/** What people type into the cells of a review sheet: verdicts and dates. */
import { civilOf } from '../model/days.ts';
import type { VERDICTS } from '../model/kinds.ts';
import { dueOf } from './due.ts';
import type { SheetCell } from './sheet.ts';

type Verdict = (typeof VERDICTS)[number];

/** What a sheet offers to choose from; `missed` is for rows that people added. */
export const CHOICES: readonly string[] = ['keep', 'not a commitment', 'edit'];

/** A value, or what is wrong with the cell. */
export type Typed<Value> = { readonly value: Value } | { readonly fault: string };

/** A verdict however it is typed. */
export function verdictOf(cell: SheetCell): Typed<Verdict | 'missed' | null> {
  if (cell === null) return { value: null };
  const typed = String(cell)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  if (typed === 'keep' || typed === 'edit' || typed === 'missed') return { value: typed };
  if (typed === 'not a commitment') return { value: 'not-a-commitment' };
  return { fault: `'${shown(cell)}' is no verdict. Choose one of: ${CHOICES.join(', ')}.` };
}

const HOW = 'Write a year, month or day: 2026, 2026-03 or 2026-03-31';
/** Day 0 of the numbers by which spreadsheets count days, in days since 1970-01-01 (ISO/IEC 29500-1, 18.17.4.1). */
const SPREADSHEET_EPOCH = -25_569;
/** 31 December 2199 in such days: larger numbers are none. */
const LAST_SERIAL = 109_574;

/** When something is due; null for an empty cell, `none` or a dash. */
export function byOf(cell: SheetCell): Typed<string | null> {
  if (cell === null || /^(?:none|no deadline|[-\u2013\u2014])$/i.test(String(cell))) return { value: null };
  const due = dueOf(String(cell));
  if (due !== null) return { value: due.value };
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 9999 && cell <= LAST_SERIAL) {
    const { year, month, day } = civilOf(cell + SPREADSHEET_EPOCH);
    const iso = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
    return { fault: `'${cell}' is no date; it is how spreadsheets count ${iso}. ${HOW}.` };
  }
  return { fault: `'${shown(cell)}' is no date. ${HOW}; leave the cell empty where there is no deadline.` };
}

/** A cell as messages show it. */
const shown = (cell: SheetCell): string => String(cell).slice(0, 60);
