/** Compiled rules → matcher: finds every match of every rule in a sentence. */
import type { Words } from '../model/annotated.ts';
import { Candidates } from './candidates.ts';
import { compileRules } from './compile.ts';
import { LoadedProgram } from './loaded-program.ts';
import { matchAll, type RawMatch, type SpanEnds, type Spans, type Subject } from './matcher.ts';
import type { PackFile, RuleSource } from './pack.ts';
import type { RuleData, RuleEntry } from './rule-data.ts';
import { LONGEST_SPAN } from './stretch.ts';
import { Vetoes } from './vetoes.ts';
import { WordIndex } from './word-index.ts';

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
   * and the like), by token positions of the same sequence; `longestSpan` is the most words of one, where that is known.
   */
  readonly match: (words: Words, spans: Spans, longestSpan?: number) => Match[];
}

/** Rule sets compiled before, by name. */
export type ReadyRules = Map<string, RuleData>;

/**
 * The rule set of some pack files: loaded if it was compiled before, compiled otherwise and then kept in `ready`.
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function ruleSet(name: string, files: readonly PackFile[], ready: ReadyRules): RuleSet {
  const [set] = ruleSets(name, [files], ready);
  if (!set) throw new Error('There is one set for each group of files.');
  return set;
}

/**
 * Rule sets that share lists and words, each of some pack files; otherwise as `ruleSet`.
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function ruleSets(name: string, groups: readonly (readonly PackFile[])[], ready: ReadyRules): RuleSet[] {
  const data = ready.get(name) ?? compileRules(groups.flat());
  ready.set(name, data);
  const index = new WordIndex(data);
  const programs = data.programs.map((program) => new LoadedProgram(program, data.strings));
  const sources = groups.map((files) => files.flatMap((file) => file.rules ?? []));
  if (sources.flat().length !== data.rules.length) throw new Error('The compiled rules are not those of their files.');
  let from = 0;
  return sources.map((its): RuleSet => {
    const compiled = its.flatMap((source, i) => {
      const entry = data.rules[from + i];
      return entry ? [compiledRule(entry, source, programs)] : [];
    });
    from += its.length;
    return { rules: compiled.map(({ rule }) => rule), match: matcherOf(compiled, index, data.strings) };
  });
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

function matcherOf(compiled: readonly Compiled[], index: WordIndex, strings: readonly string[]): RuleSet['match'] {
  const patterns = compiled.flatMap((entry) => entry.programs.map((program) => ({ entry, program })));
  const candidates = new Candidates(
    patterns.map(({ program }) => program),
    compiled.flatMap((entry) => [...entry.except, ...entry.unless, ...entry.with]),
    index,
  );
  const vetoes = new Vetoes(candidates);
  // Filled anew for each sentence; nothing keeps them longer.
  const spansOf: (SpanEnds | undefined)[] = strings.map(() => undefined);
  return ({ tokens, words }, spans, longestSpan = LONGEST_SPAN) => {
    spansOf.fill(undefined);
    const subject: Subject = { tokens, words, index, spans, longestSpan: Math.min(longestSpan, LONGEST_SPAN), spansOf };
    const found: Match[] = [];
    candidates.lookThrough(subject);
    for (let i = candidates.next(subject); i >= 0; i = candidates.next(subject)) {
      const pattern = patterns[i];
      if (!pattern) continue;
      const { entry, program } = pattern;
      if (lacksCompany(entry, subject, candidates)) continue;
      const matches = matchAll(program, subject, candidates.anchors);
      for (let k = 0; k < matches.length; k++) {
        const match = matches[k];
        if (!match) continue;
        const { from, to, captures } = match;
        if (entry.hasVetoes && isVetoed(entry, subject, from, to, vetoes)) continue;
        found.push({ rule: entry.rule, from, to, captures });
      }
    }
    return found;
  };
}

/** Whether a rule asks for company of which the subject has not even the words. */
function lacksCompany(entry: Compiled, subject: Subject, candidates: Candidates): boolean {
  if (entry.with.length === 0) return false;
  for (const program of entry.with) if (candidates.meets(program, subject)) return false;
  return true;
}

function isVetoed(entry: Compiled, subject: Subject, from: number, to: number, vetoes: Vetoes): boolean {
  for (const program of entry.unless) if (vetoes.has(program, subject)) return true;
  if (entry.with.length > 0 && !hasAny(entry.with, subject, vetoes)) return true;
  for (const program of entry.except) if (vetoes.overlaps(program, subject, from, to)) return true;
  return false;
}

function hasAny(programs: readonly LoadedProgram[], subject: Subject, vetoes: Vetoes): boolean {
  for (const program of programs) if (vetoes.has(program, subject)) return true;
  return false;
}
