/** Compiled rules → matcher: finds every match of every rule in a sentence. */
import type { Token } from '../model/annotated.ts';
import { compileRules } from './compile.ts';
import { LoadedProgram } from './loaded-program.ts';
import { Marks } from './marks.ts';
import { matchAll, type RawMatch, type SpanEnds, type Spans, type Subject } from './matcher.ts';
import type { PackFile, RuleSource } from './pack.ts';
import type { RuleData, RuleEntry } from './rule-data.ts';
import { LONGEST_SPAN } from './stretch.ts';
import { Vetoes } from './vetoes.ts';
import { type WordEntry, WordIndex } from './word-index.ts';

/** A rule ready to match. */
export interface Rule {
  /** Public name, `pack/id`. */
  readonly key: string;
  readonly source: RuleSource;
  /** Capture → names of the lists that stand in it. */
  readonly lists: RuleEntry['lists'];
}

/** A match of a rule: half-open token ranges of the whole and of each capture. */
export interface Match extends RawMatch {
  readonly rule: Rule;
}

interface Compiled {
  readonly rule: Rule;
  readonly programs: readonly LoadedProgram[];
  readonly except: readonly LoadedProgram[];
  readonly unless: readonly LoadedProgram[];
  readonly with: readonly LoadedProgram[];
  /** Whether it has any of the last three. */
  readonly hasVetoes: boolean;
}

/** The rules of one or more pack files, compiled together. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /**
   * All matches in a token sequence, by rule and then from left to right. Spans are those of earlier steps (`:time`
   * and the like), by token positions of the same sequence.
   */
  readonly match: (tokens: readonly Token[], spans: Spans, known?: Known) => Match[];
}

/** What the caller knows of a token sequence; what is left out is looked up or taken as can be. */
export interface Known {
  /** What `look` gave for these tokens. */
  readonly words?: readonly WordEntry[];
  /** Most words of a span. */
  readonly longestSpan?: number;
}

/** Rule sets that share their words, so that those of a sequence are looked up once for all. */
export interface RuleSets {
  readonly sets: readonly RuleSet[];
  readonly look: (tokens: readonly Token[]) => readonly WordEntry[];
}

/** Rule sets compiled before, by name. */
export type ReadyRules = Map<string, RuleData>;

/**
 * The rule set of some pack files: loaded if it was compiled before, compiled otherwise and then kept in `ready`.
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function ruleSet(name: string, files: readonly PackFile[], ready: ReadyRules): RuleSet {
  const [set] = ruleSets(name, [files], ready).sets;
  if (!set) throw new Error('There is one set for each group of files.');
  return set;
}

/**
 * Rule sets that share lists and words, each of some pack files; otherwise as `ruleSet`.
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function ruleSets(name: string, groups: readonly (readonly PackFile[])[], ready: ReadyRules): RuleSets {
  const data = ready.get(name) ?? compileRules(groups.flat());
  ready.set(name, data);
  const words = new WordIndex(data);
  const programs = data.programs.map((program) => new LoadedProgram(program, data.strings));
  const sources = groups.map((files) => files.flatMap((file) => file.rules ?? []));
  if (sources.flat().length !== data.rules.length) throw new Error('The compiled rules are not those of their files.');
  const look = (tokens: readonly Token[]) => tokens.map((token) => words.look(token));
  let from = 0;
  const sets = sources.map((its, group): RuleSet => {
    const compiled = its.flatMap((source, i) => {
      const entry = data.rules[from + i];
      return entry ? [compiledRule(entry, source, programs)] : [];
    });
    from += its.length;
    return { rules: compiled.map(({ rule }) => rule), match: matcherOf(compiled, group, look, data.strings) };
  });
  return { sets, look };
}

function compiledRule(entry: RuleEntry, source: RuleSource, programs: readonly LoadedProgram[]): Compiled {
  const chosen = (positions: readonly number[]) => positions.flatMap((at) => programs[at] ?? []);
  return {
    rule: { key: entry.key, source, lists: entry.lists },
    programs: chosen(entry.match),
    except: chosen(entry.except),
    unless: chosen(entry.unless),
    with: chosen(entry.with),
    hasVetoes: entry.except.length + entry.unless.length + entry.with.length > 0,
  };
}

function matcherOf(
  compiled: readonly Compiled[],
  group: number,
  look: RuleSets['look'],
  strings: readonly string[],
): RuleSet['match'] {
  const candidates = candidateIndex(compiled, group);
  // Filled anew for each sentence; nothing keeps them longer.
  const spansOf: (SpanEnds | undefined)[] = strings.map(() => undefined);
  return (tokens, spans, { words = look(tokens), longestSpan = LONGEST_SPAN } = {}) => {
    spansOf.fill(undefined);
    const subject: Subject = { tokens, words, spans, longestSpan: Math.min(longestSpan, LONGEST_SPAN), spansOf };
    let vetoes: Vetoes | null = null;
    const found: Match[] = [];
    candidates(subject, ({ entry, program }, anchors) => {
      for (const { from, to, captures } of matchAll(program, subject, anchors)) {
        if (entry.hasVetoes) {
          vetoes ??= new Vetoes(subject);
          if (isVetoed(entry, from, to, vetoes)) continue;
        }
        found.push({ rule: entry.rule, from, to, captures });
      }
    });
    return found;
  };
}

function isVetoed(entry: Compiled, from: number, to: number, vetoes: Vetoes): boolean {
  return (
    entry.unless.some((program) => vetoes.has(program)) ||
    (entry.with.length > 0 && !entry.with.some((program) => vetoes.has(program))) ||
    entry.except.some((program) => vetoes.overlaps(program, from, to))
  );
}

/** Whether a list that ascends up to `from` ascends from there on too. */
function isAscending(list: readonly number[], from: number): boolean {
  for (let i = Math.max(from, 1); i < list.length; i++) if ((list[i] ?? 0) < (list[i - 1] ?? 0)) return false;
  return true;
}

/** A pattern worth trying on a subject. */
interface Candidate {
  readonly entry: Compiled;
  readonly program: LoadedProgram;
}

/** Told of a candidate, with the positions of the words and spans that can anchor it, ascending. */
type Visit = (candidate: Candidate, anchors: readonly number[]) => void;

/** Whether of each list of kinds one is among the spans. */
function hasAll(needs: LoadedProgram['needs'], spans: Spans): boolean {
  for (const kinds of needs) if (!kinds.some((kind) => (spans.get(kind)?.size ?? 0) > 0)) return false;
  return true;
}

/** Visits the patterns whose anchors occur in a subject, in the order of the rules. */
function candidateIndex(compiled: readonly Compiled[], group: number): (subject: Subject, visit: Visit) => void {
  const all: readonly Candidate[] = compiled.flatMap((entry) => entry.programs.map((program) => ({ entry, program })));
  const byTest = new Map<number, number[]>();
  const byKind = new Map<string, number[]>();
  const always: number[] = [];
  all.forEach(({ program }, i) => {
    if (!program.anchor) always.push(i);
    for (const test of program.anchor?.tests ?? []) listAt(byTest, test).push(i);
    for (const kind of program.anchor?.kinds ?? []) listAt(byKind, kind).push(i);
  });
  const kinds = [...byKind].map(([kind, programs]) => ({ kind, programs }));
  const anchoredBy = (word: WordEntry): readonly number[] => {
    const found = new Set<number>();
    for (const test of word.tests) for (const program of byTest.get(test) ?? []) found.add(program);
    return found.size === 0 ? NONE : [...found];
  };
  // Emptied after use, so that nothing is built anew for each sentence: which patterns have anchors, and where.
  const hits = new Marks(all.length);
  const positions: number[][] = all.map(() => []);
  return (subject, visit) => {
    for (const i of always) hits.add(i);
    const { words, spans } = subject;
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (!word) break;
      let anchored = word.anchored[group];
      if (!anchored) {
        anchored = anchoredBy(word);
        word.anchored[group] = anchored;
      }
      for (let k = 0; k < anchored.length; k++) {
        const i = anchored[k] ?? 0;
        hits.add(i);
        positions[i]?.push(at);
      }
    }
    for (const { kind, programs } of kinds) {
      const ends = spans.get(kind);
      if (!ends || ends.size === 0) continue;
      const starts = [...ends.keys()];
      for (const i of programs) {
        hits.add(i);
        const its = positions[i];
        if (!its) continue;
        const before = its.length;
        for (const from of starts) its.push(from);
        if (!isAscending(its, before)) its.sort((a, b) => a - b);
      }
    }
    hits.drain((i) => {
      const candidate = all[i];
      const anchors = positions[i];
      if (!candidate || !anchors) return;
      if (hasAll(candidate.program.needs, spans)) visit(candidate, anchors);
      anchors.length = 0;
    });
  };
}

const NONE: readonly number[] = [];

function listAt<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}
