/**
 * A run as GitLab reads code quality: a list of issues (the subset of the Code Climate specification in GitLab's manual),
 * each with a fingerprint of its own, by which a merge request tells new ones from old ones.
 */
import { createHash } from 'node:crypto';
import type { Level } from '../../model/fault.ts';
import { activeOf, type CiRun } from './annotation.ts';

/** GitLab's `critical` and `blocker` are left to tools that know of harm. */
const SEVERITIES: Readonly<Record<Level, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** @returns JSON, ending in a newline; `[]` where nothing was found */
export function renderGitlab({ annotations }: CiRun): string {
  const seen = new Map<string, number>();
  const issues = activeOf(annotations).map(({ id, rule, level, subject, message, place }) => {
    const said = JSON.stringify([place.path, rule, id]);
    const count = (seen.get(said) ?? 0) + 1;
    seen.set(said, count);
    return {
      check_name: `pmed/${rule}`,
      description: subject === null ? message : `${subject}: ${message}`,
      severity: SEVERITIES[level],
      fingerprint: createHash('sha256').update(`${said}${count}`).digest('hex').slice(0, 32),
      location: { path: place.path, lines: { begin: place.line ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
