/** Rule files → compiled rules: parses the patterns, resolves the lists, numbers the words. */
import { PmedError } from '../model/fault.ts';
import type { PackFile, RuleSource } from './pack.ts';
import { type Pattern, PatternFault, parsePattern } from './pattern.ts';
import { compilePattern, type Scope } from './program.ts';
import { type ProgramData, type RuleData, type RuleEntry, writeCode } from './rule-data.ts';
import { WordTests } from './word-tests.ts';

/**
 * Compiles the rules of pack files. Lists are shared by all files given; a list may use other lists as `@name`.
 * @throws {PmedError} PMED-C305 naming file, rule and pattern
 */
export function compileRules(files: readonly PackFile[]): RuleData {
  const tests = new WordTests();
  const lists = new Map(files.flatMap((file) => Object.entries(file.lists ?? {})));
  const scope: Scope = { list: listReader(lists), tests };
  const strings: string[] = [];
  const programs: ProgramData[] = [];
  const rules = files.flatMap((file) =>
    (file.rules ?? []).map((source): RuleEntry => {
      const parsed = new Map<string, Pattern>();
      const compile = (patterns: readonly string[] = []) =>
        patterns.map((text) => {
          const pattern = guarded(file, source, text, lists, () => parsePattern(text));
          parsed.set(text, pattern);
          const { code, first, ...program } = guarded(file, source, text, lists, () => compilePattern(pattern, scope));
          return (
            programs.push({
              ...program,
              code: writeCode(code, strings),
              first: first && writeCode(first, strings),
            }) - 1
          );
        });
      const match = compile(source.match);
      const captured = capturedLists([...parsed.values()]);
      return {
        key: `${file.pack}/${source.id}`,
        match,
        except: compile(source.except),
        unless: compile(source.unless),
        with: compile(source.with),
        lists: captured,
      };
    }),
  );
  return { tests: tests.size, ...tests.written(), strings, programs, rules };
}

/**
 * Gives the parsed members of lists by name, each parsed once.
 * @throws {PatternFault} from what it gives, for a member that cannot be read and a list that contains itself
 */
export function listReader(lists: ReadonlyMap<string, readonly string[]>): Scope['list'] {
  const ready = new Map<string, readonly Pattern[]>();
  const open = new Set<string>();
  const list: Scope['list'] = (name) => {
    const known = ready.get(name);
    if (known) return known;
    const members = lists.get(name);
    if (!members) return undefined;
    if (open.has(name)) throw new PatternFault(`the list '${name}' contains itself`, 0);
    open.add(name);
    const parsed = members.flatMap((member) => {
      const pattern = parsePattern(String(member));
      return pattern.kind === 'list' ? (list(pattern.name) ?? []) : [pattern];
    });
    open.delete(name);
    ready.set(name, parsed);
    return parsed;
  };
  return list;
}

/** Runs a step of compiling and says of its faults where they stand. */
function guarded<Result>(
  file: PackFile,
  source: RuleSource,
  pattern: string,
  lists: ReadonlyMap<string, unknown>,
  step: () => Result,
): Result {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    const place = `${file.file}: rule '${source.id}', pattern '${pattern}', character ${error.offset + 1}`;
    throw new PmedError(`${place}: ${error.message}`, {
      code: 'PMED-C305',
      exitCode: 2,
      hint: error.message.startsWith('no list')
        ? `Lists in this pack: ${[...lists.keys()].join(', ')}.`
        : 'See the pattern language in the README.',
    });
  }
}

/** The lists that stand inside each capture of some patterns. */
function capturedLists(patterns: readonly Pattern[]): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const walk = (node: Pattern, inside: readonly string[]): void => {
    switch (node.kind) {
      case 'list':
        for (const name of inside) found.set(name, [...(found.get(name) ?? []), node.name]);
        return;
      case 'capture':
        walk(node.inner, [...inside, node.name]);
        return;
      case 'optional':
        walk(node.inner, inside);
        return;
      case 'sequence':
        for (const part of node.parts) walk(part, inside);
        return;
      case 'choice':
        for (const option of node.options) walk(option, inside);
        return;
      default:
        return;
    }
  };
  for (const pattern of patterns) walk(pattern, []);
  return Object.fromEntries(found);
}
