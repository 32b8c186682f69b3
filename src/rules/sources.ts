/** The rules as their packs write them, with patterns and descriptions: what explanations quote. */

import { type Lists, listsOf, patternOf } from './lists.ts';
import type { PackFile, RuleSource } from './pack.ts';
import type { Pattern } from './pattern.ts';

/** A pattern with its own text. */
export interface WrittenPattern {
  readonly text: string;
  readonly pattern: Pattern;
}

/** A rule as written. */
export interface WrittenRule {
  /** Public name, `pack/id`. */
  readonly key: string;
  readonly description: string;
  readonly match: readonly WrittenPattern[];
  readonly except: readonly WrittenPattern[];
  readonly unless: readonly WrittenPattern[];
  readonly with: readonly WrittenPattern[];
}

/** The rules of some packs by their keys, in order, and the lists that their patterns name. */
export interface WrittenRules {
  readonly rules: ReadonlyMap<string, WrittenRule>;
  readonly lists: Lists;
}

/**
 * @param files of packs that share their lists, as `commitment` and `statement` do
 * @param packs names of the files that are wanted
 */
export function writtenRules(files: readonly PackFile[], packs: readonly string[]): WrittenRules {
  const wanted = files.filter(({ pack }) => packs.includes(pack));
  const rules = new Map<string, WrittenRule>();
  for (const { pack, rules: sources = [] } of wanted)
    for (const source of sources) rules.set(`${pack}/${source.id}`, written(`${pack}/${source.id}`, source));
  return { rules, lists: listsOf(wanted) };
}

function written(key: string, source: RuleSource): WrittenRule {
  const of = (patterns: readonly string[] = []): WrittenPattern[] =>
    patterns.flatMap((text) => {
      const pattern = patternOf(text);
      return pattern === null ? [] : [{ text, pattern }];
    });
  return {
    key,
    description: source.description,
    match: of(source.match),
    except: of(source.except),
    unless: of(source.unless),
    with: of(source.with),
  };
}
