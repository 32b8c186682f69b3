/** The sentences of a report in which something was found: what alignment matches. */
import type { Commitment, Report, SectionRecord, Statement } from '../model/report.ts';
import { FUNCTION_WORDS, folded, foldedKey, stemOf, TIME_WORDS, type Word, wordsOf } from './words.ts';

/** A sentence, list item or row with the commitments and statements that quote it. */
export interface Unit {
  /** Position among the units of its report, in order of the text. */
  readonly index: number;
  readonly quote: string;
  /** The sentence that introduces it, as quoted; empty where there is none. */
  readonly stem: string;
  /** Title of its section; empty before the first heading. */
  readonly section: string;
  readonly words: readonly Word[];
  /** Equal for quotes that differ only in layout. */
  readonly key: string;
  readonly stemKey: string;
  /** Title of its section without numbering, layout levelled. */
  readonly sectionKey: string;
  readonly commitments: readonly Commitment[];
  readonly statements: readonly Statement[];
  /** How often each stem stands in the quote. */
  readonly bag: ReadonlyMap<string, number>;
  /** Stems of the action verbs of its commitments. */
  readonly verbs: ReadonlySet<string>;
  /** Who is bound, by any name, layout levelled. */
  readonly actors: ReadonlySet<string>;
}

/** The units of a report in order of the text. Records that quote the same place share a unit. */
export function unitsOf(report: Report): readonly Unit[] {
  const sections = new Map<string, SectionRecord>();
  for (const document of report.documents) {
    for (const section of document.sections) sections.set(`${document.id} ${section.id}`, section);
  }
  const groups = new Map<string, { commitments: Commitment[]; statements: Statement[]; start: number; end: number }>();
  const groupOf = ({ documentId, evidence }: Commitment | Statement) => {
    const place = `${documentId} ${evidence.start} ${evidence.end}`;
    const known = groups.get(place);
    if (known) return known;
    const made = { commitments: [], statements: [], start: evidence.start, end: evidence.end };
    groups.set(place, made);
    return made;
  };
  for (const commitment of report.commitments) groupOf(commitment).commitments.push(commitment);
  for (const statement of report.statements) groupOf(statement).statements.push(statement);
  const ordered = [...groups.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.flatMap(({ commitments, statements }, index) => {
    const first = commitments[0] ?? statements[0];
    if (!first) return [];
    const stem = commitments.find((one) => one.stem)?.stem?.quote ?? '';
    const section = sections.get(`${first.documentId} ${first.evidence.sectionId ?? ''}`)?.title ?? '';
    const words = wordsOf(first.evidence.quote);
    return {
      index,
      quote: first.evidence.quote,
      stem,
      section,
      words,
      key: foldedKey(words),
      stemKey: folded(stem),
      sectionKey: folded(section.replace(/^[\d.]+\s/, '')),
      commitments,
      statements,
      bag: bagOf(words),
      verbs: new Set(commitments.flatMap(({ action }) => (action.verb ? [stemOf(action.verb.toLowerCase())] : []))),
      actors: new Set([...commitments, ...statements].flatMap(({ actor }) => namesOf(actor))),
    };
  });
}

function namesOf({ name, text }: Commitment['actor']): readonly string[] {
  return [name, text].flatMap((one) => (one ? [folded(one)] : []));
}

function bagOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const { stem } of words) bag.set(stem, (bag.get(stem) ?? 0) + 1);
  return bag;
}

const FUNCTION_STEMS = new Set([...FUNCTION_WORDS].map(stemOf));
const TIME_STEMS = new Set([...TIME_WORDS].map(stemOf));
const FUNCTION_WEIGHT = 0.05;
const CHANGEABLE_WEIGHT = 0.25;

/**
 * How much each stem says about which commitment it is: its rarity among the units of both reports, little for numbers
 * and words of time, which change while the commitment stays, and next to nothing for function words.
 * @returns weight by stem, above 0, at most 1
 */
export function weightsOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { bag } of units) for (const stem of bag.keys()) found.set(stem, (found.get(stem) ?? 0) + 1);
  const top = Math.log(1 + units.length);
  const weights = new Map<string, number>();
  for (const [stem, count] of found) {
    const rarity = Math.log(1 + units.length / count) / top;
    const share = FUNCTION_STEMS.has(stem) ? FUNCTION_WEIGHT : isChangeable(stem) ? CHANGEABLE_WEIGHT : 1;
    weights.set(stem, rarity * share);
  }
  return weights;
}

function isChangeable(stem: string): boolean {
  return /^[\d%£$€]/.test(stem) || TIME_STEMS.has(stem);
}
