/** Checks the rules of users' packs: their patterns can be read, compile, stay within limits, and can find something. */
import { COMMITMENT_KINDS } from '../../model/kinds.ts';
import type { YamlFault } from '../../yaml/fault.ts';
import type { Path } from '../../yaml/places.ts';
import { listReader } from '../compile.ts';
import type { PackFile, RuleSource } from '../pack.ts';
import { PatternFault, PatternLimit, parsePattern } from '../pattern.ts';
import { compilePattern } from '../program.ts';
import { isSolid } from '../reach.ts';
import { WordTests } from '../word-tests.ts';
import { MAX_INSTRUCTIONS, MAX_LIST_WORDS } from './limits.ts';
import { checkLists, checkNames, listWords } from './lists.ts';
import { companyOf, SETS } from './packs.ts';
import { checkSigns } from './pattern-signs.ts';
import type { UserPart } from './read.ts';
import { faultAt, scopeOf } from './scope.ts';

const FIELDS = ['match', 'except', 'unless', 'with'] as const;
/** Captures without which the matches of a pack's rules say nothing. */
const NEEDED: Readonly<Record<string, string>> = { beneficiary: 'beneficiary', event: 'when' };

/**
 * The faults of the rules and lists of users' parts, against the files in force.
 * @param parts of all users' packs
 * @param files in force, as written
 * @param builtIn the built-in files among them before they were changed
 */
export function patternFaults(
  parts: readonly UserPart[],
  files: readonly PackFile[],
  builtIn: readonly PackFile[],
): readonly YamlFault[] {
  const budget: Budget = { instructions: MAX_INSTRUCTIONS, words: MAX_LIST_WORDS };
  return Object.values(SETS).flatMap((packs) => {
    const [pack] = packs;
    const own = parts.filter((part) => packs.some((its) => its === part.pack));
    return pack && own.length > 0 ? faultsIn(pack, own, files, builtIn, budget) : [];
  });
}

/** What the patterns of all files may still come to. */
interface Budget {
  instructions: number;
  words: number;
}

function faultsIn(
  pack: string,
  parts: readonly UserPart[],
  files: readonly PackFile[],
  builtIn: readonly PackFile[],
  budget: Budget,
): readonly YamlFault[] {
  const scope = scopeOf(pack, files, builtIn);
  const lists = checkLists(parts, scope);
  if (lists.faults.length > 0) return lists.faults;
  const read = { list: listReader(scope.lists), tests: new WordTests() };
  const faults: YamlFault[] = [];
  const check = (text: string): void => {
    checkSigns(text);
    const pattern = parsePattern(text);
    checkNames(pattern, text, scope);
    budget.words -= listWords(pattern, lists.sizes);
    if (budget.words < 0)
      throw new PatternLimit(`the lists of all patterns come to more than ${MAX_LIST_WORDS} words`, 0);
    budget.instructions -= compilePattern(pattern, read).code.length;
    if (budget.instructions < 0)
      throw new PatternLimit(`all patterns together come to more than ${MAX_INSTRUCTIONS} steps`, 0);
  };
  for (const part of parts)
    for (const [i, rule] of (part.file.rules ?? []).entries()) {
      faults.push(...faultsOfRule(part, rule, ['rules', i]));
      for (const field of FIELDS)
        for (const [k, text] of (rule[field] ?? []).entries()) {
          const fault = faultAt(part, ['rules', i, field, k], () => {
            check(text);
            if (!isSolid(parsePattern(text)))
              throw new PatternFault('it may match no word at all; name one that must stand there', 0);
          });
          if (fault) faults.push(fault);
        }
      // What is too much already is not told of every pattern that follows.
      if (budget.words < 0 || budget.instructions < 0) return faults;
    }
  return [...faults, ...faultsOfOthers(pack, parts, files, check)];
}

function faultsOfRule(part: UserPart, rule: RuleSource, path: Path): YamlFault[] {
  const say = (at: Path, message: string): YamlFault[] => [
    { file: part.file.file, ...part.place(at), code: 'PMED-C303', message },
  ];
  const needed = NEEDED[part.pack];
  const lacking = needed === undefined ? -1 : (rule.match ?? []).findIndex((text) => !text.includes(`${needed}=`));
  if (lacking >= 0)
    return say(
      [...path, 'match', lacking],
      `the words that the rule is about are not named. Name them: ${needed}=( … )`,
    );
  if (part.pack === 'check' && rule.match === undefined && !(rule.judge === 'code' && rule.replaces === true))
    return say(
      path,
      "the rule finds nothing: add 'match:'. Only one that replaces a rule with 'judge: code' may go without.",
    );
  const unvalued = faultOfValue(part.pack, rule);
  if (unvalued !== null) return say([...path, ...unvalued.at], unvalued.message);
  const isClaim = part.pack === 'commitment' || part.pack === 'statement' || part.pack === 'heading';
  const isPromise = COMMITMENT_KINDS.some((kind) => kind === rule.kind);
  if (isClaim && isPromise && rule.strength === undefined)
    return say([...path, 'kind'], `a rule of the kind '${rule.kind}' needs a 'strength' from 1 to 5.`);
  return [];
}

/** How time rules say what their words come to, by what they make. */
const VALUES: Readonly<Record<string, string>> = {
  duration:
    "For six weeks write 'value: duration', 'amount: 6' and 'unit: week'; for what time=:duration holds 'value: same'.",
  date: "For 1 September write 'value: fields' and 'fields: { month: 9, day: 1 }'; for what time=:date holds 'value: same'.",
};

/** Why what a rule makes would have no value, and where in the rule; null where it has one. */
function faultOfValue(pack: string, rule: RuleSource): { readonly at: Path; readonly message: string } | null {
  if (rule.value !== undefined) return null;
  if (pack === 'time' && rule.makes !== 'cue' && rule.makes !== 'veto')
    return {
      at: ['makes'],
      message: `a rule that makes a ${rule.makes} says its value. ${VALUES[String(rule.makes)] ?? 'Look at one that makes the same:  pmed rules list time'}`,
    };
  if (pack !== 'quantity' || rule.makes !== 'amount' || rule.as !== undefined) return null;
  const unnamed = (rule.match ?? []).findIndex((text) => !text.includes('value='));
  return unnamed < 0
    ? null
    : {
        at: ['match', unnamed],
        message: "the number is not named. Name it, as in value=:numeral, or say it beside 'match:', as in 'value: 1'.",
      };
}

/** Built-in rules that have become too large by what users add to the lists that they name. */
function faultsOfOthers(
  pack: string,
  parts: readonly UserPart[],
  files: readonly PackFile[],
  check: (text: string) => void,
): YamlFault[] {
  const company = companyOf(pack);
  const owners = new Map(
    parts.flatMap((part) => Object.keys(part.file.lists ?? {}).map((name) => [name, part] as const)),
  );
  if (owners.size === 0) return [];
  const own = new Set(parts.flatMap((part) => part.file.rules ?? []));
  return files
    .filter((file) => company.includes(file.pack))
    .flatMap((file) =>
      (file.rules ?? []).flatMap((rule) => {
        if (own.has(rule)) return [];
        for (const text of FIELDS.flatMap((field) => rule[field] ?? [])) {
          const name = [...owners.keys()].find((its) => text.includes(`@${its}`));
          const part = name === undefined ? undefined : owners.get(name);
          if (name === undefined || !part) continue;
          const fault = faultAt(part, ['lists', name], () => check(text), 'PMED-C306');
          if (fault)
            return [{ ...fault, message: `with this list the rule '${file.pack}/${rule.id}' fails: ${fault.message}` }];
        }
        return [];
      }),
    )
    .slice(0, 1);
}
