/** The order of time. */
import type { TimeRecord } from '../../model/report.ts';

/** The day that a time stands at: a deadline at its last day, anything else at its first; null where it has none. */
export function standsAt({ role, start, end }: Pick<TimeRecord, 'role' | 'start' | 'end'>): string | null {
  return role === 'deadline' ? (end ?? start) : (start ?? end);
}

/** Earliest first, those without a day last; of one day in the order given. */
export function chronological<T extends Pick<TimeRecord, 'role' | 'start' | 'end'>>(times: readonly T[]): T[] {
  const key = (time: T): string => standsAt(time) ?? '~';
  return [...times].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
