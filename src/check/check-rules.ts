/** The rules of `pmed check`, ready to judge: those of words alone, and those that are named in code. */
import type { Level } from '../model/fault.ts';
import { type RuleSet, ruleSet } from '../rules/engine.ts';
import type { RuleSource } from '../rules/pack.ts';
import type { Rules } from '../rules/rules.ts';
import { type Judge, SAYINGS, type Saying } from './draft.ts';
import { JUDGES } from './judges.ts';

/** A rule that can be run. */
export interface CheckRule {
  /** Without its pack: `weak-verb`. */
  readonly id: string;
  readonly level: Level | 'off';
  readonly description: string;
  /** What an author can do about it; null where the pack does not say. */
  readonly remedy: string | null;
  /** Null for a rule of words alone. */
  readonly judge: Judge | null;
  /** What a rule of words says, with `{words}` for those that were found and `{said}` for "will" and them. */
  readonly message: string;
  /** What its words say to other rules instead of being told; null for a rule that is told. */
  readonly says: Saying | null;
  /** Whether it passes over commitments that name an amount. */
  readonly isForVague: boolean;
}

/** All rules, in the order of the packs. */
export interface CheckRules {
  readonly rules: readonly CheckRule[];
  /** Their patterns; those that are named in code have none. */
  readonly set: RuleSet;
}

/**
 * @param rules those of an analysis; the files with `pack: check` are used
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function compileChecks({ files, ready }: Pick<Rules, 'files' | 'ready'>): CheckRules {
  const set = ruleSet(
    'checks',
    files.filter(({ pack }) => pack === 'check'),
    ready,
  );
  return { rules: set.rules.map(({ source }) => checkRule(source)), set };
}

function checkRule(source: RuleSource): CheckRule {
  const { id, description, level, remedy, message } = source;
  return {
    id,
    level: level === 'error' || level === 'note' || level === 'off' ? level : 'warning',
    description: description.trim(),
    remedy: typeof remedy === 'string' ? remedy.trim() : null,
    judge: source.judge === 'code' && Object.hasOwn(JUDGES, id) ? (JUDGES[id] ?? null) : null,
    message: typeof message === 'string' ? message : description.trim(),
    says: SAYINGS.find((its) => its === source.says) ?? null,
    isForVague: source.unmeasured === true,
  };
}
