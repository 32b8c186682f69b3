/** Finds the patterns of a rule set that are worth trying on a sentence, in one pass over its words. */
import { MOST_FORMS } from '../annotate/forms.ts';
import type { Token } from '../model/annotated.ts';
import type { LoadedProgram } from './loaded-program.ts';
import { Marks } from './marks.ts';
import type { Subject } from './matcher.ts';
import type { Need } from './program.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

/** Told of a pattern by its position, with the positions of the words and spans that can anchor it, ascending. */
export type Visit = (pattern: number, anchors: readonly number[]) => void;

/** What a word does for the patterns of one rule set: those that it can anchor, and the needs that it meets. */
interface Role {
  readonly anchors: readonly number[];
  readonly needs: readonly number[];
}

const NO_ROLE: Role = { anchors: [], needs: [] };

/** What a pattern needs: needs by number, with the kinds of spans that meet them too. */
type Needs = readonly (readonly [need: number, kinds: readonly string[]])[];

/** Looks through one subject at a time: `meets` speaks of the one that `visit` was last given. */
export class Candidates {
  readonly #index: WordIndex;
  /** What the patterns need besides their anchors, by their positions. */
  readonly #needs: readonly Needs[];
  /** What the patterns that veto need, their anchors too. */
  readonly #vetoes: ReadonlyMap<LoadedProgram, Needs>;
  readonly #anchoredBy = new Map<number, number[]>();
  readonly #needsMetBy = new Map<number, number[]>();
  readonly #kinds: readonly (readonly [kind: string, patterns: readonly number[]])[];
  readonly #unanchored: readonly number[];
  readonly #roles = new WeakMap<WordEntry, Role>();
  readonly #byNumber: (Role | undefined)[] = [];
  /** 1 for the words, by number, that do nothing for any pattern: most words of a text. */
  readonly #isIdle = new Uint8Array(MOST_FORMS);
  /** Of each need the number of the subject in which a word last met it. */
  readonly #metIn: Uint32Array;
  #subject = 0;
  /** Emptied after use, so that nothing is built anew for each sentence: which patterns have anchors, and where. */
  readonly #hits: Marks;
  readonly #positions: readonly number[][];

  /** @param vetoes patterns that are only asked about */
  constructor(patterns: readonly LoadedProgram[], vetoes: readonly LoadedProgram[], index: WordIndex) {
    this.#index = index;
    const numbers = new Map<string, number>();
    const number = ({ tests, kinds }: Need): readonly [number, readonly string[]] => {
      const key = tests.join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return [known, kinds];
      const its = numbers.size;
      numbers.set(key, its);
      for (const test of tests) listAt(this.#needsMetBy, test).push(its);
      return [its, kinds];
    };
    this.#needs = patterns.map(({ needs }) => needs.map(number));
    this.#vetoes = new Map(
      vetoes.map((veto) => [veto, [...(veto.anchor ? [veto.anchor] : []), ...veto.needs].map(number)]),
    );
    this.#metIn = new Uint32Array(numbers.size);
    const byKind = new Map<string, number[]>();
    const unanchored: number[] = [];
    patterns.forEach(({ anchor }, i) => {
      if (!anchor) unanchored.push(i);
      for (const test of anchor?.tests ?? []) listAt(this.#anchoredBy, test).push(i);
      for (const kind of anchor?.kinds ?? []) listAt(byKind, kind).push(i);
    });
    this.#kinds = [...byKind];
    this.#unanchored = unanchored;
    this.#hits = new Marks(patterns.length);
    this.#positions = patterns.map(() => []);
  }

  /** Visits the patterns whose anchors and needs occur in a subject, in their order. */
  visit(subject: Subject, visit: Visit): void {
    this.#readWords(subject);
    for (const i of this.#unanchored) this.#hits.add(i);
    for (const [kind, patterns] of this.#kinds) this.#readSpans(subject, kind, patterns);
    this.#hits.drain((i) => {
      const anchors = this.#positions[i] ?? [];
      if (this.#areMet(this.#needs[i] ?? [], subject)) visit(i, anchors);
      anchors.length = 0;
    });
  }

  /** Whether the subject has what every match of a pattern that vetoes contains. */
  meets(veto: LoadedProgram, subject: Subject): boolean {
    const needs = this.#vetoes.get(veto);
    return needs === undefined || this.#areMet(needs, subject);
  }

  #readWords({ tokens, words }: Subject): void {
    if (this.#subject === 0xffffffff) {
      this.#metIn.fill(0);
      this.#subject = 0;
    }
    this.#subject++;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? -1;
      if (this.#isIdle[word] === 1) continue;
      const { anchors, needs } = this.#byNumber[word] ?? this.#study(tokens[at]);
      for (let k = 0; k < needs.length; k++) this.#metIn[needs[k] ?? 0] = this.#subject;
      for (let k = 0; k < anchors.length; k++) {
        const i = anchors[k] ?? 0;
        this.#hits.add(i);
        this.#positions[i]?.push(at);
      }
    }
  }

  #readSpans(subject: Subject, kind: string, patterns: readonly number[]): void {
    // Some kinds of spans are found only when they are asked for.
    if (!patterns.some((i) => this.#areMetByWords(this.#needs[i] ?? []))) return;
    const ends = subject.spans.get(kind);
    if (!ends || ends.size === 0) return;
    const starts = [...ends.keys()];
    for (const i of patterns) {
      this.#hits.add(i);
      const its = this.#positions[i];
      if (!its) continue;
      const before = its.length;
      for (const from of starts) its.push(from);
      if (!isAscending(its, before)) its.sort((a, b) => a - b);
    }
  }

  #areMet(needs: Needs, { spans }: Subject): boolean {
    for (const [need, kinds] of needs) {
      if (this.#metIn[need] === this.#subject) continue;
      if (!kinds.some((kind) => (spans.get(kind)?.size ?? 0) > 0)) return false;
    }
    return true;
  }

  /** Whether no word is missing; spans may be. */
  #areMetByWords(needs: Needs): boolean {
    for (const [need, kinds] of needs) if (kinds.length === 0 && this.#metIn[need] !== this.#subject) return false;
    return true;
  }

  /** What a word does that was not met before, or that has no number. */
  #study(token: Token | undefined): Role {
    if (!token) return NO_ROLE;
    const word = this.#index.look(token);
    let role = this.#roles.get(word);
    if (!role) {
      const all = (table: ReadonlyMap<number, readonly number[]>) => [
        ...new Set(word.tests.flatMap((test) => table.get(test) ?? [])),
      ];
      role = { anchors: all(this.#anchoredBy), needs: all(this.#needsMetBy) };
      this.#roles.set(word, role);
    }
    if (token.word >= 0) {
      this.#byNumber[token.word] = role;
      if (role.anchors.length === 0 && role.needs.length === 0) this.#isIdle[token.word] = 1;
    }
    return role;
  }
}

/** Whether a list that ascends up to `from` ascends from there on too. */
function isAscending(list: readonly number[], from: number): boolean {
  for (let i = Math.max(from, 1); i < list.length; i++) if ((list[i] ?? 0) < (list[i - 1] ?? 0)) return false;
  return true;
}

function listAt<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}
