/** The shape of compiled rule packs, as they lie in `dist/packs/<language>.json`. */

import type { RuleData } from './rule-data.ts';
import type { ThemeFile } from './themes.ts';

/** An example sentence in Markdown; `[words|name]` marks what the capture `name` must hold. */
export type Example = string;

/** A rule as written. Fields beyond these belong to the step that uses the rule (`strength`, `value` …). */
export interface RuleSource {
  readonly id: string;
  readonly description: string;
  readonly kind?: string;
  /** Absent once the patterns are compiled. */
  readonly match?: readonly string[];
  /** Patterns that veto a match which they overlap. */
  readonly except?: readonly string[];
  /** Patterns that veto every match in a sentence in which they are found. */
  readonly unless?: readonly string[];
  /** Patterns of which one must be found in the sentence for a match to count. */
  readonly with?: readonly string[];
  readonly finds?: readonly Example[];
  readonly ignores?: readonly Example[];
  /** Known misses and false alarms, run as tests that fail when they become right. */
  readonly 'wrong-today'?: { readonly finds?: readonly Example[]; readonly ignores?: readonly Example[] };
  readonly [field: string]: unknown;
}

/** One YAML file of a pack. Its rules are known as `<pack>/<id>`. */
export interface PackFile {
  readonly file: string;
  readonly pack: string;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: readonly RuleSource[];
  readonly [field: string]: unknown;
}

/** All files of one language, compiled. */
export interface CompiledPack {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly files: readonly PackFile[];
  /** Theme files, checked, and rule sets by name, compiled: at build; absent in packs that keep their sources whole. */
  readonly themes?: readonly ThemeFile[];
  readonly ready?: Readonly<Record<string, RuleData>>;
}
