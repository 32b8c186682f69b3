/** What `pmed check` and `pmed baseline` judge by: the rules of a call with their levels, and what it accepts. */
import type { AnalyseOptions } from '../../analyse/options.ts';
import type { CheckRules } from '../../check/check-rules.ts';
import type { Finding } from '../../model/findings.ts';
import type { ReportPart } from '../../model/part.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Accepts } from '../accept/acceptance.ts';
import type { Call } from '../command.ts';
import type { Names } from '../gate.ts';
import { sharedOptions } from '../shared-options.ts';
import { levelsFor } from './levels.ts';

export interface Judging {
  /** How documents are analysed, by which rules. */
  readonly options: AnalyseOptions & { readonly rules: Rules };
  readonly checks: CheckRules;
  /** What `--fail-on` and `--only` take besides levels. */
  readonly names: Names<string>;
  /** By what findings are accepted. */
  readonly accepts: Accepts;
  /** The findings about one document, accepted or not. */
  readonly judge: (part: ReportPart) => readonly Finding[];
}

/** @throws PmedError (exit 2) for packs that cannot be read, and levels of rules that there are not */
export async function openJudging(call: Call): Promise<Judging> {
  const [{ compileChecks }, { check }, { loadRules }] = await Promise.all([
    import('../../check/check-rules.ts'),
    import('../../check/check.ts'),
    import('../../rules/load.ts'),
  ]);
  const shared = await sharedOptions(call, []);
  const options = { ...shared, themes: [], rules: shared.rules ?? (await loadRules()) };
  const checks = compileChecks(options.rules);
  const names: Names<string> = {
    title: 'Rules',
    known: checks.rules.filter(({ says }) => says === null).map(({ id }) => id),
  };
  const [levels, asOf] = [await levelsFor(call, names), options.asOf ?? null];
  return {
    options,
    checks,
    names,
    accepts: { sort: 'finding', rules: names.known, asOf },
    judge: (part) => check(part, checks, { asOf, levels }),
  };
}
