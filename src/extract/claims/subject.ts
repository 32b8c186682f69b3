/** Finds the subject of a finite verb and says what kind of thing it is. */

import { Tag } from '../../annotate/tags.ts';
import type { Token } from '../../model/annotated.ts';
import type { Names, SubjectClass } from './names.ts';

/** A subject: half-open token range of its minimal noun phrase, without relative clause; empty where there is none. */
export interface Subject {
  readonly kind: SubjectClass;
  readonly from: number;
  readonly to: number;
  /** Whether the verb stands in a relative clause ("a plan which will …"): the subject is its antecedent. */
  readonly relative: boolean;
}

const NONE: Subject = { kind: 'none', from: 0, to: 0, relative: false };
const OWN = new Set(['we', 'i', 'us']);
const POINTING = new Set('it this that these those they he she there which who one what'.split(' '));
const RELATIVE = new Set(['which', 'that', 'who']);
const REPORTING_GAP = 14;

/** Tokens that cannot stand inside a noun phrase before its head's post-modifiers. */
const STOPS = Tag.modal | Tag.be | Tag.have | Tag.do | Tag.wh | Tag.subordinator;

/**
 * The subject of the verb group that begins at `verb` (its modal, auxiliary or finite verb).
 * @param tokens the sequence; @param verb position in it
 */
export function findSubject(tokens: readonly Token[], verb: number, names: Names): Subject {
  let i = verb - 1;
  while (i >= 0 && isAdverbial(tokens[i])) i--;
  // "… and will publish": the subject of the verb group before.
  const conjunction = tokens[i];
  if (
    conjunction &&
    (conjunction.lower === 'and' || conjunction.lower === 'or' || conjunction.lower === 'but') &&
    i > 0
  ) {
    const earlier = previousFinite(tokens, i);
    if (earlier >= 0) return findSubject(tokens, earlier, names);
    const first = sentenceSubject(tokens, i, names);
    if (first) return first;
  }
  // ", established in section 10," between subject and verb.
  if (tokens[i]?.text === ',') {
    const open = openingComma(tokens, i);
    i = open > 0 ? open - 1 : i - 1;
  } else if (tokens[i]?.text === ')') {
    while (i > 0 && tokens[i]?.text !== '(') i--;
    i--;
  }
  const last = tokens[i];
  if (!last) return NONE;
  if (RELATIVE.has(last.lower) && i > 0) return antecedent(tokens, i, names);
  if (OWN.has(last.lower)) return { kind: 'own', from: i, to: i + 1, relative: false };
  if (POINTING.has(last.lower)) return { kind: 'pronoun', from: i, to: i + 1, relative: false };
  const from = phraseStart(tokens, i);
  if (from > i) return NONE;
  return classify(tokens, from, i + 1, names, false);
}

const isAdverbial = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.tags & (Tag.adverb | Tag.negation)) !== 0 ||
    token.lower === 'all' ||
    token.lower === 'both' ||
    token.lower === 'each') &&
  !(token.tags & Tag.conjunction);

/** The subject at the start of a sentence whose verb is not marked as finite: "We recognise … and are committed …". */
function sentenceSubject(tokens: readonly Token[], before: number, names: Names): Subject | null {
  for (let k = 0; k < before; k++) {
    const token = tokens[k];
    if (!token || token.clause !== tokens[0]?.clause) return null;
    if (k > 0 && token.tags & (Tag.base | Tag.past | Tag.third) && !(token.tags & Tag.capital)) {
      const subject = findSubject(tokens, k, names);
      return subject.kind === 'none' ? null : subject;
    }
  }
  return null;
}

/** The finite verb group before `i` in the same clause, or -1. */
function previousFinite(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= 0; k--) {
    const token = tokens[k];
    if (!token || token.text === ';' || token.text === ':') return -1;
    if (token.tags & (Tag.modal | Tag.be | Tag.have) && !(token.tags & Tag.ing)) return k;
    if ((token.tags & (Tag.verbal | Tag.third)) === (Tag.verbal | Tag.third)) return k;
  }
  return -1;
}

/** The comma that opens the insertion closed by the comma at `close`, or -1. */
function openingComma(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k > 0 && k > close - 25; k--) if (tokens[k]?.text === ',') return k;
  return -1;
}

function antecedent(tokens: readonly Token[], relative: number, names: Names): Subject {
  let end = relative;
  if (tokens[end - 1]?.text === ',') end--;
  const from = phraseStart(tokens, end - 1);
  if (from >= end) return NONE;
  return classify(tokens, from, end, names, true);
}

/** Where the noun phrase (with its prepositional and participial modifiers) that ends at `end` begins. */
function phraseStart(tokens: readonly Token[], end: number): number {
  let from = end + 1;
  for (let k = end; k >= 0; k--) {
    const token = tokens[k];
    if (!token) break;
    // A new clause began after this token: the phrase starts there.
    if (k < end && token.clause !== tokens[k + 1]?.clause) break;
    if (
      token.text === '(' ||
      token.text === ')' ||
      token.text === '-' ||
      token.text === "'" ||
      token.text === '"' ||
      token.text === '&' ||
      token.text === '/'
    ) {
      from = k;
      continue;
    }
    if (token.tags & Tag.punctuation) break;
    if (token.text === ',') {
      // A comma stays inside only in a series: "providers, commissioners and regulators".
      if (!isSeries(tokens, k, end)) break;
      from = k;
      continue;
    }
    // "the agency anticipates disease will": a finite verb that is no noun ends the phrase before it.
    if ((token.tags & (Tag.verbal | Tag.third)) === (Tag.verbal | Tag.third) && k < end) break;
    const verbal = token.tags & STOPS && !(token.tags & (Tag.determiner | Tag.preposition | Tag.conjunction));
    if (verbal) {
      if (token.lower === 'that' || token.tags & (Tag.subordinator | Tag.wh)) break;
      // A relative clause inside the phrase: "the plan that is published".
      const who = relativeBefore(tokens, k);
      if (who < 0) break;
      k = who;
      from = who;
      continue;
    }
    if (token.lower === 'that' && k < end) break;
    from = k;
  }
  while (
    from <= end &&
    (tokens[from]?.tags ?? 0) & (Tag.conjunction | Tag.punctuation | Tag.adverb) &&
    !((tokens[from]?.tags ?? 0) & Tag.determiner)
  )
    from++;
  return from;
}

function isSeries(tokens: readonly Token[], comma: number, end: number): boolean {
  if ((tokens[comma + 1]?.tags ?? 0) & (Tag.determiner | Tag.pronoun)) return false;
  for (let k = comma + 1; k <= Math.min(end, comma + 8); k++) {
    const token = tokens[k];
    if (token?.lower === 'and' || token?.lower === 'or') return true;
    if (token?.text === ',') return true;
    if (!token || token.tags & (Tag.preposition | Tag.pronoun)) return false;
  }
  return false;
}

function relativeBefore(tokens: readonly Token[], verb: number): number {
  for (let k = verb - 1; k >= 0 && k > verb - REPORTING_GAP; k--) {
    const token = tokens[k];
    if (!token || token.tags & Tag.punctuation) return -1;
    if (RELATIVE.has(token.lower)) return k;
  }
  return -1;
}

/** Classifies a noun phrase by its head: the last noun before the first preposition, comma or participle. */
function classify(tokens: readonly Token[], begin: number, end: number, names: Names, relative: boolean): Subject {
  let from = begin;
  // A fronted adverbial without its comma: "In 2026 the council", "By then we".
  for (let k = from; k < end - 1; k++) {
    const token = tokens[k];
    if (
      k > from &&
      token &&
      token.tags & Tag.determiner &&
      tokens[from] &&
      (tokens[from]?.tags ?? 0) & Tag.preposition
    ) {
      if (!((tokens[k - 1]?.tags ?? 0) & Tag.preposition)) from = k;
    }
  }
  if ((tokens[from]?.tags ?? 0) & Tag.preposition && !((tokens[from]?.tags ?? 0) & (Tag.determiner | Tag.pronoun))) {
    const named = names.lastName(tokens, from, end);
    if (named) return { kind: 'agent', from: named[0], to: named[1], relative };
  }
  let head = -1;
  let to = end;
  for (let k = from; k < end; k++) {
    const token = tokens[k];
    if (!token) break;
    const breaks = k > from && (token.tags & (Tag.preposition | Tag.wh) || token.text === ',' || token.text === '(');
    if (breaks) {
      to = k;
      break;
    }
    if (!(token.tags & (Tag.punctuation | Tag.conjunction))) head = k;
  }
  if (head < 0) return NONE;
  const kind = names.classify(tokens, from, to, head);
  // "the Department of Health and Social Care": a name runs on through its of-phrase.
  const full = kind === 'agent' || kind === 'own' ? names.extend(tokens, to, end) : to;
  return { kind, from, to: full, relative };
}
