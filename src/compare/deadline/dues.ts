/** Two deadlines of one commitment: which is later, and which is sharper. */
import type { TimeRecord } from '../../model/report.ts';
import type { Finding } from '../versions.ts';
import { type Due, dueFinding, period } from './due.ts';
import { addedLength } from './lengths.ts';

/**
 * Compares two deadlines by their days; of two relative ones by their lengths; of two vague ones by how vague they are.
 * One that lies within the other is sharper or vaguer, one that only touches it is later or earlier.
 */
export function compareDues(old: Due, now: Due): readonly Finding[] {
  const lengths = addedLength(old, now);
  if (lengths !== null) return lengths === 0 ? [] : [shifted(old, now, lengths)];
  const [one, two] = [period(old), period(now)];
  if (!one && !two) return compareVague(old, now);
  if (one && !two) return [dueFinding('deadline-vaguer', old, now)];
  if (!one && two) return [dueFinding('deadline-sharper', old, now)];
  if (!one || !two) return [];
  const days = two.last - one.last;
  const isWithin = two.first >= one.first && two.last <= one.last;
  const isAround = two.first <= one.first && two.last >= one.last;
  const finer = two.span < one.span;
  const coarser = two.span > one.span;
  if (isWithin && isAround) return [];
  if ((isWithin && finer) || (isAround && coarser)) {
    if (days === 0 && (old.start === null || now.start === null)) return [];
    return [dueFinding(finer ? 'deadline-sharper' : 'deadline-vaguer', old, now, days)];
  }
  if (days === 0) return [];
  const findings = [shifted(old, now, days)];
  if (finer) findings.push(dueFinding('deadline-sharper', old, now, days));
  if (coarser) findings.push(dueFinding('deadline-vaguer', old, now, days));
  return findings;
}

function shifted(old: Due, now: Due, days: number): Finding {
  return dueFinding(days > 0 ? 'deadline-slipped' : 'deadline-advanced', old, now, days);
}

const VAGUENESS: readonly (TimeRecord['vagueness'] | undefined)[] = ['near', 'medium', 'long', 'open'];

/** `soon` to `in due course`; nothing where one of them is not known for vague. */
function compareVague(old: Due, now: Due): readonly Finding[] {
  const [one, two] = [old, now].map((due) => (due.time?.vagueness ? VAGUENESS.indexOf(due.time.vagueness) : -1));
  if (one === undefined || two === undefined || one < 0 || two < 0 || one === two) return [];
  return [dueFinding(two > one ? 'deadline-vaguer' : 'deadline-sharper', old, now)];
}
