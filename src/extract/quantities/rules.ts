/** Compiles the quantity packs: amounts, and what is said of them. */
import { isRecord, textsOf } from '../../model/plain.ts';
import type { Target } from '../../model/report.ts';
import { type RuleSet, ruleSets } from '../../rules/engine.ts';
import type { Rules } from '../../rules/load.ts';
import type { NumberWords } from '../times/shapes/number-words.ts';

/** What a rule of the quantity packs says beside its patterns. */
export interface QuantityRule {
  readonly makes: 'amount' | 'veto' | 'cue';
  readonly value: number | null;
  readonly unit: string | null;
  readonly as: 'ratio' | 'part' | 'times' | null;
  readonly comparator: Target['comparator'] | null;
  /** `none` where no word around the amount gives it one. */
  readonly direction: 'up' | 'down' | 'none' | null;
  /** Whether the year of a baseline must lie behind the document. */
  readonly past: boolean;
  /** Position among all rules: of matches of one length the earlier wins. */
  readonly order: number;
}

/** Compiled quantity rules. */
export interface QuantityRules {
  readonly amounts: RuleSet;
  readonly cues: RuleSet;
  readonly facts: ReadonlyMap<string, QuantityRule>;
  /** What stands for a unit → the unit. */
  readonly units: ReadonlyMap<string, string>;
  /** Units and heads of counts that do not end in -s. */
  readonly heads: ReadonlyMap<string, string>;
  /** Parts of a whole → by what to divide. */
  readonly parts: ReadonlyMap<string, number>;
  /** Words that say which way a quantity goes. */
  readonly directions: ReadonlyMap<string, 'up' | 'down'>;
  readonly numbers: NumberWords;
  /** What multiplies the number before it → by what. */
  readonly scales: ReadonlyMap<string, number>;
  readonly words: QuantityWords;
}

/** Words by what they tell of amounts. */
export interface QuantityWords {
  /** Scales that are units or names as well, where they stand apart: "5 m" is a length unless money stands before it. */
  readonly moneyScales: ReadonlySet<string>;
  readonly moneySigns: ReadonlySet<string>;
  /** Words that are numbers only with something before them or after. */
  readonly loose: ReadonlySet<string>;
  /** Words of form that describe what is counted: "two more hospitals". */
  readonly modifiers: ReadonlySet<string>;
}

const isComparator = (value: unknown): value is Target['comparator'] =>
  value === '=' || value === '>=' || value === '<=' || value === '~';
const isDirection = (value: unknown): value is 'up' | 'down' => value === 'up' || value === 'down';
const isWay = (value: unknown): value is 'ratio' | 'part' | 'times' =>
  value === 'ratio' || value === 'part' || value === 'times';

/**
 * @param pack the rules of a language; the files with `pack: quantity` are used
 * @param numbers the number words of the language
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function compileQuantities(
  { files, ready }: Pick<Rules, 'files' | 'ready'>,
  numbers: NumberWords,
): QuantityRules {
  const its = files.filter((file) => file.pack === 'quantity');
  const steps = [1, 2].map((step) => its.filter((file) => file.step === step));
  const [amounts, cues] = ruleSets('quantities', steps, ready);
  if (!amounts || !cues) throw new Error('There is a set for each step.');
  const facts = new Map<string, QuantityRule>();
  for (const { key, source } of [...amounts.rules, ...cues.rules])
    facts.set(key, {
      makes: source.makes === 'veto' ? 'veto' : source.makes === 'cue' ? 'cue' : 'amount',
      value: typeof source.value === 'number' ? source.value : null,
      unit: typeof source.unit === 'string' ? source.unit : null,
      as: isWay(source.as) ? source.as : null,
      comparator: isComparator(source.comparator) ? source.comparator : null,
      direction: isDirection(source.direction) || source.direction === 'none' ? source.direction : null,
      past: source.past === true,
      order: facts.size,
    });
  const entries = (name: string) => its.flatMap((file) => Object.entries(file[name] ?? {}));
  const texts = (name: string): Map<string, string> =>
    new Map(entries(name).flatMap(([word, value]) => (typeof value === 'string' ? [[word, value] as const] : [])));
  const figures = (name: string): Map<string, number> =>
    new Map(entries(name).flatMap(([word, value]) => (typeof value === 'number' ? [[word, value] as const] : [])));
  const words = (name: string): Set<string> =>
    new Set(its.flatMap((file) => (isRecord(file.words) ? textsOf(file.words[name]) : [])));
  return {
    amounts,
    cues,
    facts,
    units: texts('units'),
    heads: texts('heads'),
    parts: figures('parts'),
    directions: new Map(
      entries('directions').flatMap(([word, way]) => (isDirection(way) ? [[word, way] as const] : [])),
    ),
    numbers,
    scales: figures('scales'),
    words: {
      moneyScales: words('money-scale'),
      moneySigns: words('money-sign'),
      loose: words('loose'),
      modifiers: words('modifier'),
    },
  };
}
