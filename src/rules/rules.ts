/** The rules of an analysis, and how users choose them. */
import type { Tool } from '../model/report.ts';
import type { ReadyRules } from './engine.ts';
import type { PackFile } from './pack.ts';
import type { ThemeFile } from './themes.ts';

/** The rules of an analysis. */
export interface Rules {
  /** What the report says of the packs. */
  readonly packs: Tool['packs'];
  readonly files: readonly PackFile[];
  readonly themes: readonly ThemeFile[];
  /** The schemes of themes that users' packs hold: looked for unless others are asked for. */
  readonly schemes: readonly string[];
  /** What is compiled already; filled by the steps that use the rules. */
  readonly ready: ReadyRules;
}

/** A pack file that a user wrote. */
export interface UserPack {
  /** The file as the user typed it; it stands in messages and, without folder and extension, in the report. */
  readonly name: string;
  /** Its bytes or text. */
  readonly text: string | Uint8Array;
}

/** Which rules are wanted. */
export interface RuleChoice {
  /** The language of the built-in rules. */
  readonly language?: string;
  /** Pack files that users wrote; later ones may replace rules of earlier ones. */
  readonly packs?: readonly UserPack[];
  /** Rules and themes to switch off: `commitment/will-action`, `themes/defence`. */
  readonly disable?: readonly string[];
}

/** A fault of a pack file, with its place. */
export interface PackFault {
  /** As the user typed it. */
  readonly file: string;
  /** From 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** `PMED-C301` to `PMED-C309`. */
  readonly code: string;
  /** What is wrong and what to do. */
  readonly message: string;
}
