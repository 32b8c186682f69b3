/** Compiles the time packs: tables of words, and rules in steps that build on one another. */
import { isRecord } from '../../model/plain.ts';
import type { TimeRecord } from '../../model/report.ts';
import { type Rule, type RuleSet, ruleSets } from '../../rules/engine.ts';
import type { Rules } from '../../rules/load.ts';
import type { PackFile } from '../../rules/pack.ts';
import { type ColumnWords, columnWords } from '../column-words.ts';
import type { Operation } from './build/build.ts';
import type { Constants } from './build/captured.ts';
import { compileEventRules, type EventRules } from './events/event-rules.ts';
import { type NumberWords, nothingKnown } from './shapes/number-words.ts';

/** What a time rule says beside its patterns. */
export interface TimeRule extends Constants {
  readonly key: string;
  /** The kind of span that a match makes; `veto` keeps everything off its words, `cue` only marks a time. */
  readonly makes: string;
  readonly operation: Operation;
  /** Whether the span is a time expression of its own; parts such as amounts are not. */
  readonly isTime: boolean;
  readonly role: TimeRecord['role'] | null;
  readonly relation: TimeRecord['relation'];
  /** Whether its words are times in a chronicle only, a text that tells of the past from its own dates. */
  readonly isChronicle: boolean;
  /** Whether its role stays though the day is over: what had been promised by then, what applies since. */
  readonly staysWhenOver: boolean;
  readonly vagueness: TimeRecord['vagueness'];
  /** Captures that must begin with a capital ("May", "March", "Fall"). */
  readonly capitals: readonly string[];
  /** Position among all rules: the earlier wins between matches of one length. */
  readonly order: number;
  /** The step that it belongs to. */
  readonly step: number;
  readonly priority: number;
  /** Capture → the tables whose words it may hold. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

export interface Step {
  readonly rules: RuleSet;
  /** Runs again on its own results until nothing is added, at most this often. */
  readonly rounds: number;
  /** What every rule builds on, so that without any there is nothing to do: numbers, or what earlier steps found. */
  readonly needs: 'numbers' | 'items' | null;
}

/** Compiled time rules. */
export interface TimeRules {
  readonly steps: readonly Step[];
  readonly ruleOf: ReadonlyMap<Rule, TimeRule>;
  /** The same rules by their public names. */
  readonly byKey: ReadonlyMap<string, TimeRule>;
  /** Table → word → what it stands for. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, number | string>>;
  readonly numbers: NumberWords;
  /** What the heads of columns say of the times below them. */
  readonly columns: ColumnWords;
  /** Where texts say when their events are. */
  readonly events: EventRules;
}

type Tables = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** A table's words as its patterns have them: lists of a pack are made of their keys. */
function tablesOf(file: PackFile): Tables {
  const tables: Record<string, Record<string, number | string>> = {};
  if (!isRecord(file.tables)) return tables;
  for (const [name, words] of Object.entries(file.tables)) {
    if (!isRecord(words)) continue;
    const table: Record<string, number | string> = {};
    for (const [word, value] of Object.entries(words))
      if (typeof value === 'number' || typeof value === 'string') table[word] = value;
    tables[name] = table;
  }
  return tables;
}

/**
 * @param pack the rules of a language; the files with `pack: time` are used
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function compileTimeRules(pack: Pick<Rules, 'files' | 'ready'>): TimeRules {
  const files = pack.files.filter((file) => file.pack === 'time');
  const tables = new Map<string, ReadonlyMap<string, number | string>>();
  const lists: Record<string, readonly string[]> = {};
  for (const file of files) {
    for (const [name, words] of Object.entries(tablesOf(file))) {
      tables.set(name, new Map(Object.entries(words)));
      lists[name] = Object.keys(words);
    }
    for (const [name, members] of Object.entries(file.lists ?? {})) lists[name] = members;
  }
  const bySteps = new Map<number, PackFile[]>();
  for (const file of files) {
    const step = typeof file.step === 'number' ? file.step : 0;
    bySteps.set(step, [...(bySteps.get(step) ?? []), { file: file.file, pack: file.pack, rules: file.rules ?? [] }]);
  }
  const numbered = [...bySteps.entries()]
    .filter(([, its]) => its.some((file) => (file.rules ?? []).length > 0))
    .sort(([a], [b]) => a - b);
  const words: PackFile = { file: 'time-words.yaml', pack: 'time', lists };
  const sets = ruleSets('times', [[words], ...numbered.map(([, its]) => its)], pack.ready);
  const ruleOf = new Map<Rule, TimeRule>();
  let order = 0;
  const steps = numbered.flatMap(([step], i): Step[] => {
    const rules = sets[i + 1];
    if (!rules) return [];
    for (const rule of rules.rules) ruleOf.set(rule, timeRule(rule, order++, step));
    const rounds = files.find((file) => file.step === step && typeof file.rounds === 'number')?.rounds;
    return [
      {
        rules,
        rounds: typeof rounds === 'number' ? rounds : 1,
        needs: step < 2 ? 'numbers' : step > 2 ? 'items' : null,
      },
    ];
  });
  const numberTable = (name: string): ReadonlyMap<string, number> =>
    new Map(
      [...(tables.get(name) ?? [])].flatMap(([word, value]) => (typeof value === 'number' ? [[word, value]] : [])),
    );
  const cardinal = numberTable('cardinal');
  const ordinal = numberTable('ordinal');
  const decade = numberTable('decade-word');
  const all = new Set([...cardinal.keys(), ...ordinal.keys(), ...decade.keys()]);
  const byKey = new Map([...ruleOf.values()].map((rule) => [rule.key, rule]));
  return {
    steps,
    ruleOf,
    byKey,
    tables,
    columns: columnWords(pack.files),
    events: compileEventRules(pack),
    numbers: { cardinal, ordinal, decade, all, known: nothingKnown() },
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The closed set of `value:` operations. */
const OPERATIONS: Readonly<Record<Operation, true>> = {
  fields: true,
  shift: true,
  numeric: true,
  duration: true,
  signed: true,
  offset: true,
  range: true,
  set: true,
  reference: true,
  event: true,
  amount: true,
  same: true,
  'year-to': true,
  'length-to': true,
  'year-ago': true,
  nothing: true,
};
const isOperation = (name: string): name is Operation => Object.hasOwn(OPERATIONS, name);

function timeRule(rule: Rule, order: number, step: number): TimeRule {
  const source = rule.source;
  const operation = text(source.value) ?? 'nothing';
  const makes = text(source.makes) ?? 'date';
  const constants: Constants = {};
  const copied: Record<string, unknown> = { ...constants };
  for (const name of ['by', 'from', 'sign', 'unit', 'amount', 'part', 'direction', 'ref', 'name', 'fields'])
    if (source[name] !== undefined) copied[name] = source[name];
  const capitals = source.capitals;
  return {
    ...copied,
    key: rule.key,
    makes,
    operation: isOperation(operation) ? operation : 'nothing',
    isTime: ['date', 'duration', 'set', 'reference', 'event', 'range', 'clocktime'].includes(makes),
    role: roleOf(source.role),
    relation: relationOf(source.relation),
    isChronicle: source.told === 'chronicle',
    staysWhenOver: source['when-over'] === 'stays',
    vagueness: vaguenessOf(source.vagueness),
    capitals: Array.isArray(capitals) ? capitals.map(String) : [],
    order,
    step,
    tables: new Map(Object.entries(rule.lists)),
    priority: typeof source.priority === 'number' ? source.priority : 0,
  };
}

const ROLES = ['deadline', 'start', 'period', 'recurrence', 'point', 'vague'] as const;
const RELATIONS = ['by', 'within', 'from', 'until', 'during', 'on', 'every', 'after', 'before'] as const;
const VAGUENESS = ['near', 'medium', 'long', 'open'] as const;
const roleOf = (value: unknown): TimeRecord['role'] | null => ROLES.find((role) => role === value) ?? null;
const relationOf = (value: unknown): TimeRecord['relation'] => RELATIONS.find((its) => its === value) ?? null;
const vaguenessOf = (value: unknown): TimeRecord['vagueness'] => VAGUENESS.find((its) => its === value) ?? null;
