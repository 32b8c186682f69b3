/** Rule files → matcher: finds every match of every rule in a sentence. */
import type { Token } from '../model/annotated.ts';
import { PmedError } from '../model/fault.ts';
import { matchAll, overlaps, type RawMatch, type Spans, type Subject } from './matcher.ts';
import type { PackFile, RuleSource } from './pack.ts';
import { type Pattern, PatternFault, parsePattern } from './pattern.ts';
import { compilePattern, type Program } from './program.ts';
import { passes, type WordEntry, WordTests } from './word-tests.ts';

/** A rule ready to match. `key` is its public name, `pack/id`. */
export interface Rule {
  readonly key: string;
  readonly source: RuleSource;
}

/** A match of a rule: half-open token ranges of the whole and of each capture. */
export interface Match extends RawMatch {
  readonly rule: Rule;
}

interface Compiled {
  readonly rule: Rule;
  readonly programs: readonly Program[];
  readonly except: readonly Program[];
  readonly unless: readonly Program[];
  readonly with: readonly Program[];
}

/** The rules of one or more pack files, compiled together. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /**
   * All matches in a token sequence, by rule and then from left to right. Spans are those of earlier steps (`:time`
   * and the like), by token positions of the same sequence.
   */
  readonly match: (tokens: readonly Token[], spans: Spans) => Match[];
}

/**
 * Compiles the rules of pack files. Lists are shared by all files given; a list may use other lists as `@name`.
 * @throws {PmedError} PMED-C305 naming file, rule and pattern
 */
export function compileRules(files: readonly PackFile[]): RuleSet {
  const tests = new WordTests();
  const lists = new Map<string, readonly string[]>();
  for (const file of files) for (const [name, members] of Object.entries(file.lists ?? {})) lists.set(name, members);
  const parsedLists = new Map<string, readonly Pattern[]>();
  const open = new Set<string>();
  const list = (name: string): readonly Pattern[] | undefined => {
    const ready = parsedLists.get(name);
    if (ready) return ready;
    const members = lists.get(name);
    if (!members) return undefined;
    if (open.has(name)) throw new PatternFault(`the list '${name}' contains itself`, 0);
    open.add(name);
    const parsed = members.flatMap((member) => {
      const pattern = parsePattern(String(member));
      return pattern.kind === 'list' ? (list(pattern.name) ?? []) : [pattern];
    });
    open.delete(name);
    parsedLists.set(name, parsed);
    return parsed;
  };
  const compiled: Compiled[] = [];
  for (const file of files) {
    for (const source of file.rules ?? []) {
      const programs = (patterns: readonly string[] | undefined) =>
        (patterns ?? []).map((pattern) => {
          try {
            return compilePattern(parsePattern(pattern), { list, tests });
          } catch (error) {
            if (!(error instanceof PatternFault)) throw error;
            const known = [...lists.keys()].join(', ');
            throw new PmedError(
              `${file.file}: rule '${source.id}', pattern '${pattern}', character ${error.offset + 1}: ${error.message}`,
              {
                code: 'PMED-C305',
                exitCode: 2,
                hint: error.message.startsWith('no list')
                  ? `Lists in this pack: ${known}.`
                  : 'See the pattern language in docs/rules.md.',
              },
            );
          }
        });
      compiled.push({
        rule: { key: `${file.pack}/${source.id}`, source },
        programs: programs(source.match),
        except: programs(source.except),
        unless: programs(source.unless),
        with: programs(source.with),
      });
    }
  }
  const candidates = candidateIndex(compiled);
  return {
    rules: compiled.map(({ rule }) => rule),
    match: (tokens, spans) => {
      const subject: Subject = { tokens, words: tokens.map((token) => tests.look(token)), spans };
      const found: Match[] = [];
      for (const { entry, program, anchors } of candidates(subject)) {
        for (const match of matchAll(program, subject, anchors)) {
          if (!isVetoed(entry, match, subject)) found.push({ ...match, rule: entry.rule });
        }
      }
      return found;
    },
  };
}

function isVetoed(entry: Compiled, match: RawMatch, subject: Subject): boolean {
  const isFound = (program: Program) => overlaps(program, subject, 0, subject.tokens.length);
  return (
    entry.unless.some(isFound) ||
    (entry.with.length > 0 && !entry.with.some(isFound)) ||
    entry.except.some((program) => overlaps(program, subject, match.from, match.to))
  );
}

/** Whether a list that ascends up to `from` ascends from there on too. */
function isAscending(list: readonly number[], from: number): boolean {
  for (let i = Math.max(from, 1); i < list.length; i++) if ((list[i] ?? 0) < (list[i - 1] ?? 0)) return false;
  return true;
}

/** A pattern worth trying on a subject, with the positions of the words that can anchor it, ascending. */
interface Candidate {
  readonly entry: Compiled;
  readonly program: Program;
  readonly anchors: readonly number[];
}

/** Gives the patterns whose anchor words occur in a subject, in the order of the rules. */
function candidateIndex(compiled: readonly Compiled[]): (subject: Subject) => Candidate[] {
  const all = compiled.flatMap((entry) => entry.programs.map((program) => ({ entry, program })));
  const byTest = new Map<number, number[]>();
  const byKind = new Map<string, number[]>();
  const always: number[] = [];
  all.forEach(({ program }, i) => {
    if (!program.anchor) always.push(i);
    for (const test of program.anchor?.tests ?? []) byTest.set(test, [...(byTest.get(test) ?? []), i]);
    for (const kind of program.anchor?.kinds ?? []) byKind.set(kind, [...(byKind.get(kind) ?? []), i]);
  });
  const tests = [...byTest];
  const anchoredBy = (word: WordEntry): readonly number[] => {
    const found = new Set<number>();
    for (const [test, programs] of tests) if (passes(word, test)) for (const program of programs) found.add(program);
    return [...found];
  };
  /** Anchor positions of each pattern; emptied after use, so that nothing is built anew for each sentence. */
  const positions: number[][] = all.map(() => []);
  const touched = new Uint8Array(all.length);
  return (subject) => {
    const hit: number[] = [...always];
    for (const i of always) touched[i] = 1;
    for (let at = 0; at < subject.words.length; at++) {
      const word = subject.words[at];
      if (!word) break;
      word.anchored ??= anchoredBy(word);
      for (const i of word.anchored) {
        if (touched[i] === 0) {
          touched[i] = 1;
          hit.push(i);
        }
        positions[i]?.push(at);
      }
    }
    for (const [kind, programs] of byKind) {
      const spans = subject.spans.get(kind);
      if (!spans || spans.size === 0) continue;
      for (const i of programs) {
        if (touched[i] === 0) {
          touched[i] = 1;
          hit.push(i);
        }
        const at = positions[i];
        if (!at) continue;
        const before = at.length;
        for (const from of spans.keys()) at.push(from);
        if (!isAscending(at, before)) at.sort((a, b) => a - b);
      }
    }
    hit.sort((a, b) => a - b);
    const candidates: Candidate[] = [];
    for (const i of hit) {
      touched[i] = 0;
      const anchors = positions[i] ?? [];
      positions[i] = [];
      const candidate = all[i];
      if (candidate) candidates.push({ entry: candidate.entry, program: candidate.program, anchors });
    }
    return candidates;
  };
}
