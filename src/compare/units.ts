/** The sentences that a report quotes: what alignment matches. */
import type { Commitment, Report, Statement } from '../model/report.ts';
import { FUNCTION_WORDS, folded, foldedKey, stemOf, TIME_WORDS, type Word, wordsOf } from '../words/words.ts';

/**
 * A sentence, list item or row with the commitments and statements that quote it. A sentence that is quoted only for a
 * date or theme has neither: it is a neighbour, and shows when a commitment lives on as a sentence that is none.
 */
export interface Unit {
  /** Position among the units of its report, in order of the text. */
  readonly index: number;
  readonly quote: string;
  /** Where it stands in the document's text. */
  readonly start: number;
  readonly end: number;
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

/** A place that is quoted, and by what. */
interface Place {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly section: string;
  readonly commitments: Commitment[];
  readonly statements: Statement[];
}

/** The units of a report in order of the text. Records that quote the same place share a unit. */
export function unitsOf(report: Report): readonly Unit[] {
  const titles = new Map<string, string>();
  const titleKey = (title: string): string => {
    const known = titles.get(title) ?? folded(title.replace(/^[\d.]+\s/, ''));
    titles.set(title, known);
    return known;
  };
  return withoutOverlaps(placesOf(report)).map(({ quote, start, end, section, commitments, statements }, index) => {
    const stem = commitments.find((one) => one.stem)?.stem?.quote ?? '';
    const words = wordsOf(withoutMarks(quote));
    return {
      index,
      quote,
      start,
      end,
      stem,
      section,
      words,
      key: foldedKey(words),
      stemKey: folded(stem),
      sectionKey: titleKey(section),
      commitments,
      statements,
      bag: bagOf(words),
      verbs: new Set(commitments.flatMap(({ action }) => (action.verb ? [stemOf(action.verb.toLowerCase())] : []))),
      actors: new Set([...commitments, ...statements].flatMap(({ actor }) => namesOf(actor))),
    };
  });
}

/** A quote without marks of notes, `[14]`: other notes elsewhere renumber them. */
const withoutMarks = (quote: string): string => quote.replace(/\[\d{1,3}\]/g, ' ');

/** Every place that a commitment, statement, date or theme quotes, in order of the text. */
function placesOf(report: Report): readonly Place[] {
  const places = new Map<string, Place>();
  for (const document of report.documents) {
    const titles = new Map(document.sections.map((section) => [section.id, section.title]));
    const at = (start: number) =>
      document.sections.findLast((one) => one.start <= start && start < one.end)?.title ?? '';
    const placeOf = ({ quote, start, end }: Quoted, section: string): Place => {
      const key = `${document.id} ${start} ${end}`;
      const place = places.get(key) ?? { quote, start, end, section, commitments: [], statements: [] };
      places.set(key, place);
      return place;
    };
    const mine = <T extends { readonly documentId: string }>(list: readonly T[]) =>
      list.filter((one) => one.documentId === document.id);
    const own = ({ evidence }: Commitment | Statement) => placeOf(evidence, titles.get(evidence.sectionId ?? '') ?? '');
    for (const commitment of mine(report.commitments)) own(commitment).commitments.push(commitment);
    for (const statement of mine(report.statements)) own(statement).statements.push(statement);
    for (const { evidence } of mine(report.timeline)) placeOf(evidence, at(evidence.start));
    for (const { evidence } of mine(report.themes)) for (const one of evidence) placeOf(one, at(one.start));
  }
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

type Quoted = Pick<Commitment['evidence'], 'quote' | 'start' | 'end'>;

/** Leaves out sentences without findings that lie across one with findings, or across each other. */
function withoutOverlaps(places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  let end = -1;
  for (const [index, place] of places.entries()) {
    const isFinding = place.commitments.length + place.statements.length > 0;
    const next = places[index + 1];
    if (!isFinding && (place.start < end || (next !== undefined && next.start < place.end))) continue;
    kept.push(place);
    end = Math.max(end, place.end);
  }
  return kept;
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
