/** Rule files → matcher: finds every match of every rule in a sentence. */
import type { Token } from '../model/annotated.ts';
import { PmedError } from '../model/fault.ts';
import { matchAll, type RawMatch, type Spans, type Subject } from './matcher.ts';
import type { PackFile, RuleSource } from './pack.ts';
import { type Pattern, PatternFault, parsePattern } from './pattern.ts';
import { compilePattern, type Program } from './program.ts';
import { WordTests } from './word-tests.ts';

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
      });
    }
  }
  const candidates = candidateIndex(compiled);
  return {
    rules: compiled.map(({ rule }) => rule),
    match: (tokens, spans) => {
      const subject: Subject = { tokens, passed: tokens.map((token) => tests.passed(token.lower)), spans };
      const found: Match[] = [];
      for (const { entry, program } of candidates(subject)) {
        for (const match of matchAll(program, subject)) {
          if (isVetoed(entry, match, subject)) continue;
          found.push({ ...match, rule: entry.rule });
        }
      }
      return found;
    },
  };
}

function isVetoed(entry: Compiled, match: RawMatch, subject: Subject): boolean {
  for (const program of entry.unless) if (matchAll(program, subject, 1).length > 0) return true;
  for (const program of entry.except)
    for (const veto of matchAll(program, subject)) if (veto.from < match.to && veto.to > match.from) return true;
  return false;
}

interface Candidate {
  readonly entry: Compiled;
  readonly program: Program;
}

/** Gives the patterns whose anchor words occur in a subject, in the order of the rules. */
function candidateIndex(compiled: readonly Compiled[]): (subject: Subject) => Candidate[] {
  const all: Candidate[] = compiled.flatMap((entry) => entry.programs.map((program) => ({ entry, program })));
  const byTest = new Map<number, number[]>();
  const always: number[] = [];
  all.forEach(({ program }, i) => {
    if (!program.anchors) always.push(i);
    for (const test of program.anchors ?? []) byTest.set(test, [...(byTest.get(test) ?? []), i]);
  });
  const anchored = new Map<Uint32Array, readonly number[]>();
  const anchoredBy = (passed: Uint32Array): readonly number[] => {
    const ready = anchored.get(passed);
    if (ready) return ready;
    const found: number[] = [];
    for (const [test, programs] of byTest) if (((passed[test >> 5] ?? 0) >>> (test & 31)) & 1) found.push(...programs);
    // The sets are cached per distinct word, and so are these; both are dropped together when there are too many.
    if (anchored.size > 100_000) anchored.clear();
    anchored.set(passed, found);
    return found;
  };
  const marks = new Uint8Array(all.length);
  return (subject) => {
    marks.fill(0);
    for (const i of always) marks[i] = 1;
    for (const passed of subject.passed) for (const i of anchoredBy(passed)) marks[i] = 1;
    return all.filter((_, i) => marks[i] === 1);
  };
}
