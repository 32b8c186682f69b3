/** Finds the patterns of a rule set that are worth trying on a sentence, in one pass over its words. */
import { MOST_FORMS } from '../annotate/forms.ts';
import type { Token } from '../model/annotated.ts';
import type { LoadedProgram } from './loaded-program.ts';
import { Marks } from './marks.ts';
import type { Anchors, Subject } from './matcher.ts';
import type { Need } from './program.ts';
import type { WordEntry, WordIndex } from './word-index.ts';

/** The anchors of one pattern, used over and over, so that nothing is built anew for each sentence. */
interface Row {
  at: number[];
  count: number;
}

/** What a word does for the patterns of one rule set: those that it can anchor, and the needs that it meets. */
interface Role {
  readonly anchors: readonly number[];
  readonly needs: readonly number[];
}

const NO_ROLE: Role = { anchors: [], needs: [] };
const NO_ANCHORS: Anchors = { at: [], count: 0 };
const NO_NEEDS: Needs = [];
const NO_NEED: NumberedNeed = { number: -1, kinds: [] };
const NO_KIND = { kind: '', patterns: [] };

/** What a pattern needs. */
type Needs = readonly NumberedNeed[];

/** A need by its number, with the kinds of spans that meet it too. */
interface NumberedNeed {
  readonly number: number;
  readonly kinds: readonly string[];
}

/** Looks through one subject at a time: `next` and `meets` speak of the one that `lookThrough` was last given. */
export class Candidates {
  readonly #index: WordIndex;
  /** What the patterns need besides their anchors, by their positions. */
  readonly #needs: readonly Needs[];
  /** What the patterns that veto need, their anchors too. */
  readonly #vetoes: ReadonlyMap<LoadedProgram, Needs>;
  readonly #anchoredBy = new Map<number, number[]>();
  readonly #needsMetBy = new Map<number, number[]>();
  readonly #kinds: readonly { readonly kind: string; readonly patterns: readonly number[] }[];
  readonly #unanchored: readonly number[];
  readonly #roles = new WeakMap<WordEntry, Role>();
  readonly #byNumber: (Role | undefined)[] = [];
  /** 1 for the words, by number, that do nothing for any pattern: most words of a text. */
  readonly #isIdle = new Uint8Array(MOST_FORMS);
  /** Of each need the number of the subject in which a word last met it. */
  readonly #metIn: Uint32Array;
  #subject = 0;
  /** Which patterns have anchors, and where; emptied after use. */
  readonly #hits: Marks;
  readonly #rows: readonly Row[];
  #current: Row | null = null;

  /** @param vetoes patterns that are only asked about */
  constructor(patterns: readonly LoadedProgram[], vetoes: readonly LoadedProgram[], index: WordIndex) {
    this.#index = index;
    const numbers = new Map<string, number>();
    const numbered = ({ tests, kinds }: Need): NumberedNeed => {
      const key = tests.join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return { number: known, kinds };
      const number = numbers.size;
      numbers.set(key, number);
      for (const test of tests) listAt(this.#needsMetBy, test).push(number);
      return { number, kinds };
    };
    this.#needs = patterns.map(({ needs }) => needs.map(numbered));
    this.#vetoes = new Map(
      vetoes.map((veto) => [veto, [...(veto.anchor ? [veto.anchor] : []), ...veto.needs].map(numbered)]),
    );
    this.#metIn = new Uint32Array(numbers.size);
    const byKind = new Map<string, number[]>();
    const unanchored: number[] = [];
    patterns.forEach(({ anchor }, i) => {
      if (!anchor) unanchored.push(i);
      for (const test of anchor?.tests ?? []) listAt(this.#anchoredBy, test).push(i);
      for (const kind of anchor?.kinds ?? []) listAt(byKind, kind).push(i);
    });
    this.#kinds = [...byKind].map(([kind, its]) => ({ kind, patterns: its }));
    this.#unanchored = unanchored;
    this.#hits = new Marks(patterns.length);
    this.#rows = patterns.map(() => ({ at: [], count: 0 }));
  }

  /** The number of the subject that was looked through last, from 1. */
  get number(): number {
    return this.#subject;
  }

  /** Finds the words and spans of a subject that anchor patterns. The candidates of the one before must have been taken. */
  lookThrough(subject: Subject): void {
    this.#readWords(subject);
    for (let k = 0; k < this.#unanchored.length; k++) this.#hits.add(this.#unanchored[k] ?? 0);
    for (let k = 0; k < this.#kinds.length; k++) this.#readSpans(subject, k);
  }

  /** The position of the next pattern whose anchors and needs occur in the subject, in their order; -1 after the last. */
  next(subject: Subject): number {
    for (;;) {
      if (this.#current) this.#current.count = 0;
      const i = this.#hits.take();
      this.#current = this.#rows[i] ?? null;
      if (i < 0 || this.#areMet(this.#needs[i] ?? NO_NEEDS, subject)) return i;
    }
  }

  /** Where what can anchor the candidate that `next` gave last stands. */
  get anchors(): Anchors {
    return this.#current ?? NO_ANCHORS;
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
        const row = this.#rows[i];
        if (row) row.at[row.count++] = at;
      }
    }
  }

  #readSpans(subject: Subject, k: number): void {
    const { kind, patterns } = this.#kinds[k] ?? NO_KIND;
    // Some kinds of spans are found only when they are asked for.
    if (!this.#mayNeed(patterns)) return;
    const ends = subject.spans.get(kind);
    if (!ends || ends.size === 0) return;
    for (const i of patterns) {
      this.#hits.add(i);
      const row = this.#rows[i];
      if (!row) continue;
      const before = row.count;
      for (const from of ends.keys()) row.at[row.count++] = from;
      if (isAscending(row, before)) continue;
      row.at.length = row.count;
      row.at.sort((a, b) => a - b);
    }
  }

  #areMet(needs: Needs, subject: Subject): boolean {
    for (let k = 0; k < needs.length; k++) {
      const { number, kinds } = needs[k] ?? NO_NEED;
      if (this.#metIn[number] === this.#subject) continue;
      if (!hasAny(kinds, subject)) return false;
    }
    return true;
  }

  /** Whether for one of the patterns no word is missing; spans may be. */
  #mayNeed(patterns: readonly number[]): boolean {
    for (let k = 0; k < patterns.length; k++)
      if (this.#areMetByWords(this.#needs[patterns[k] ?? 0] ?? NO_NEEDS)) return true;
    return false;
  }

  #areMetByWords(needs: Needs): boolean {
    for (let k = 0; k < needs.length; k++) {
      const { number, kinds } = needs[k] ?? NO_NEED;
      if (kinds.length === 0 && this.#metIn[number] !== this.#subject) return false;
    }
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

/** Whether a subject has a span of one of these kinds. */
function hasAny(kinds: readonly string[], { spans }: Subject): boolean {
  for (let k = 0; k < kinds.length; k++) if ((spans.get(kinds[k] ?? '')?.size ?? 0) > 0) return true;
  return false;
}

/** Whether positions that ascend up to `from` ascend from there on too. */
function isAscending({ at, count }: Anchors, from: number): boolean {
  for (let i = Math.max(from, 1); i < count; i++) if ((at[i] ?? 0) < (at[i - 1] ?? 0)) return false;
  return true;
}

function listAt<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}
