/** Compiled rules → matcher: finds every match of every rule in a sentence. */
import type { Token } from '../model/annotated.ts';
import { compileRules } from './compile.ts';
import { LoadedProgram } from './loaded-program.ts';
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
   * and the like), by token positions of the same sequence; none of them has more than `longestSpan` words.
   */
  readonly match: (tokens: readonly Token[], spans: Spans, longestSpan?: number) => Match[];
}

/** Rule sets compiled before, by name. */
export type ReadyRules = Map<string, RuleData>;

/**
 * The rule set of some pack files: loaded if it was compiled before, compiled otherwise and then kept in `ready`.
 * @throws {PmedError} PMED-C305 for a pattern that cannot be read
 */
export function ruleSet(name: string, files: readonly PackFile[], ready: ReadyRules): RuleSet {
  const data = ready.get(name) ?? compileRules(files);
  ready.set(name, data);
  return matcherOf(data, files);
}

function matcherOf(data: RuleData, files: readonly PackFile[]): RuleSet {
  const words = new WordIndex(data);
  const programs = data.programs.map((program) => new LoadedProgram(program, data.strings));
  const chosen = (positions: readonly number[]) => positions.flatMap((at) => programs[at] ?? []);
  const sources = files.flatMap((file) => (file.rules ?? []).map((source) => source));
  if (sources.length !== data.rules.length) throw new Error('The compiled rules are not those of their files.');
  const compiled = data.rules.flatMap((entry, i): Compiled[] => {
    const source = sources[i];
    if (!source) return [];
    return [
      {
        rule: { key: entry.key, source, lists: entry.lists },
        programs: chosen(entry.match),
        except: chosen(entry.except),
        unless: chosen(entry.unless),
        with: chosen(entry.with),
        hasVetoes: entry.except.length + entry.unless.length + entry.with.length > 0,
      },
    ];
  });
  const candidates = candidateIndex(compiled);
  // Filled anew for each sentence; nothing keeps them longer.
  const known: WordEntry[] = [];
  const spansOf: (SpanEnds | undefined)[] = data.strings.map(() => undefined);
  return {
    rules: compiled.map(({ rule }) => rule),
    match: (tokens, spans, longestSpan = LONGEST_SPAN) => {
      known.length = 0;
      for (const token of tokens) known.push(words.look(token));
      spansOf.fill(undefined);
      const subject: Subject = {
        tokens,
        words: known,
        spans,
        longestSpan: Math.min(longestSpan, LONGEST_SPAN),
        spansOf,
      };
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
    },
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

/** Visits the patterns whose anchor words occur in a subject, in the order of the rules. */
function candidateIndex(compiled: readonly Compiled[]): (subject: Subject, visit: Visit) => void {
  const all: readonly Candidate[] = compiled.flatMap((entry) => entry.programs.map((program) => ({ entry, program })));
  const byTest = new Map<number, number[]>();
  const byKind = new Map<string, number[]>();
  const always: number[] = [];
  all.forEach(({ program }, i) => {
    if (!program.anchor) always.push(i);
    for (const test of program.anchor?.tests ?? []) byTest.set(test, [...(byTest.get(test) ?? []), i]);
    for (const kind of program.anchor?.kinds ?? []) byKind.set(kind, [...(byKind.get(kind) ?? []), i]);
  });
  const kinds = [...byKind].map(([kind, programs]) => ({ kind, programs }));
  const anchoredBy = (word: WordEntry): readonly number[] => {
    const found = new Set<number>();
    for (const test of word.tests) for (const program of byTest.get(test) ?? []) found.add(program);
    return [...found];
  };
  // Emptied after use, so that nothing is built anew for each sentence: anchor positions of each pattern, and which
  // patterns have any.
  const positions: number[][] = all.map(() => []);
  const isHit = new Uint8Array(all.length);
  const hits: number[] = [];
  const hit = (i: number): number[] | undefined => {
    if (isHit[i] === 0) {
      isHit[i] = 1;
      hits.push(i);
    }
    return positions[i];
  };
  return (subject, visit) => {
    for (const i of always) hit(i);
    for (let at = 0; at < subject.words.length; at++) {
      const word = subject.words[at];
      if (!word) break;
      word.anchored ??= anchoredBy(word);
      const { anchored } = word;
      for (let k = 0; k < anchored.length; k++) hit(anchored[k] ?? 0)?.push(at);
    }
    for (const { kind, programs } of kinds) {
      const spans = subject.spans.get(kind);
      if (!spans || spans.size === 0) continue;
      for (const i of programs) {
        const at = hit(i);
        if (!at) continue;
        const before = at.length;
        for (const from of spans.keys()) at.push(from);
        if (!isAscending(at, before)) at.sort((a, b) => a - b);
      }
    }
    hits.sort((a, b) => a - b);
    for (const i of hits) {
      const candidate = all[i];
      const anchors = positions[i];
      if (candidate && anchors && hasAll(candidate.program.needs, subject.spans)) visit(candidate, anchors);
      isHit[i] = 0;
      if (anchors) anchors.length = 0;
    }
    hits.length = 0;
  };
}
