/** Whether two reports were made by the same rules. */
import type { ReportDiagnostic, Tool } from '../model/report.ts';

type Packs = Tool['packs'];

/** What a user should know where the rules differ, for then some changes may be those of the rules; else nothing. */
export function otherRules(before: Packs, after: Packs): readonly ReportDiagnostic[] {
  const key = (packs: Packs) => packs.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n');
  if (before.length === 0 || after.length === 0 || key(before) === key(after)) return [];
  const [old, now] = [namesOf(before), namesOf(after)];
  const how = old === now ? `another edition of ${old}` : `${old}, the new one by ${now}`;
  return [
    {
      code: 'PMED-V502',
      level: 'warning',
      documentId: null,
      page: null,
      message: `the old version was read by ${how}: some changes may come from the rules and not from the text.`,
      hint: 'Give the documents themselves, so that both are read by the same rules.',
    },
  ];
}

const namesOf = (packs: Packs): string => packs.map(({ id, version }) => `${id} ${version}`).join(' and ');
