/** A diff with the changes apart that are accepted. */
import { ofChange } from '../../accept/items.ts';
import type { Diff } from '../../model/diff.ts';
import type { PmedComment } from '../../model/document.ts';
import type { Level } from '../../model/fault.ts';
import type { Call } from '../command.ts';
import { asOf } from '../flags.ts';
import { type Acceptance, type Accepts, openAcceptance } from './acceptance.ts';
import { baselinePath, ignorePath } from './paths.ts';

/**
 * Opens what a comparison accepts.
 * @param recorded the path of the baseline that holds; null for none
 * @throws PmedError (exit 2) for an ignore file, baseline or pack that cannot be read or has faults
 */
export async function openForChanges(call: Call, recorded = baselinePath(call)): Promise<Acceptance> {
  const day = call.get(asOf);
  const accepts: Accepts = {
    sort: 'change',
    rules: ignorePath(call) === null ? [] : await checkRules(call),
    asOf: day === 'today' ? call.session.today() : day,
  };
  return openAcceptance(call, accepts, recorded);
}

/** The rules of `pmed check`, which an ignore file may name as well. */
async function checkRules(call: Call): Promise<readonly string[]> {
  const [{ ruleOptions }, { loadRules }] = await Promise.all([
    import('../rule-files.ts'),
    import('../../rules/load.ts'),
  ]);
  const { files } = (await ruleOptions(call, [])).rules ?? (await loadRules());
  return files.filter(({ pack }) => pack === 'check').flatMap(({ rules = [] }) => rules.map(({ id }) => id));
}

/**
 * The diff without what is accepted, which stands in `suppressed`, and with what is wrong with the comments.
 * @param comments those in the new version that are meant for pmed
 */
export function accepted(diff: Diff, acceptance: Acceptance, comments: readonly PmedComment[]): Diff {
  const { active, hidden, diagnostics } = acceptance.part(diff.changes, diff.documents[1], comments, (change) =>
    ofChange(change, diff),
  );
  const count = (level: Level) => active.filter((change) => change.level === level).length;
  return {
    ...diff,
    changes: [...active],
    // Where nothing was compared, nothing can tell whether a comment is of use.
    diagnostics: [...diff.diagnostics, ...(diff.comparable ? diagnostics : [])],
    suppressed: hidden.map(({ item, ...rest }) => ({ change: item, ...rest })),
    summary: { error: count('error'), warning: count('warning'), note: count('note') },
  };
}
