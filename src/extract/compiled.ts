/** Compiles loaded rules once for all documents that are searched with them. */

import type { Rules } from '../rules/load.ts';
import type { PackFile } from '../rules/pack.ts';
import { compileThemes, type ThemeSchemes } from '../rules/themes.ts';
import { type BeneficiaryRules, compileBeneficiaries } from './beneficiaries.ts';
import type { AgentLists } from './claims/names.ts';
import { type ClaimRules, compileClaims } from './claims/rules.ts';
import { type ConditionRules, compileConditions } from './conditions.ts';
import { readCountries } from './country/countries.ts';
import { type CountryOf, countryFinder } from './country/country.ts';
import { compileQualities, type QualityRules } from './qualities.ts';
import { compileQuantities, type QuantityRules } from './quantities/rules.ts';
import { compileTimeRules, type TimeRules } from './times/rules.ts';

export interface CompiledRules {
  readonly claims: ClaimRules;
  readonly conditions: ConditionRules;
  readonly quantities: QuantityRules;
  readonly qualities: QualityRules;
  readonly beneficiaries: BeneficiaryRules;
  readonly agents: AgentLists;
  readonly times: TimeRules;
  readonly countryOf: CountryOf;
  readonly themes: ThemeSchemes;
}

/**
 * Compiles every rule set of the packs: afterwards `rules.ready` holds them all.
 * @public called by the build
 */
export function precompile(rules: Rules): void {
  compiled(rules, []);
}

const cache = new WeakMap<Rules, Map<string, CompiledRules>>();

/** @param schemes names of the theme schemes in use, such as `policy` */
export function compiled(rules: Rules, schemes: readonly string[]): CompiledRules {
  const key = schemes.join(' ');
  const known = cache.get(rules) ?? new Map<string, CompiledRules>();
  cache.set(rules, known);
  const ready = known.get(key);
  if (ready) return ready;
  const times = compileTimeRules(rules);
  const fresh: CompiledRules = {
    claims: compileClaims(rules),
    conditions: compileConditions(rules),
    quantities: compileQuantities(rules, times.numbers),
    qualities: compileQualities(rules),
    beneficiaries: compileBeneficiaries(rules),
    agents: agentLists(rules.files),
    times,
    countryOf: countryFinder(readCountries(rules.files)),
    themes: compileThemes(rules.themes.filter(({ scheme }) => schemes.includes(scheme))),
  };
  known.set(key, fresh);
  return fresh;
}

function agentLists(files: readonly PackFile[]): AgentLists {
  const lists = files.find((file) => file.pack === 'agent')?.lists ?? {};
  const of = (name: string): ReadonlySet<string> => new Set(lists[name] ?? []);
  return {
    own: of('own'),
    bodies: of('bodies'),
    proper: of('proper'),
    collectives: of('collectives'),
    others: of('others'),
    documents: of('documents'),
    instruments: of('instruments'),
    things: of('things'),
    text: of('text'),
    states: of('states'),
  };
}
