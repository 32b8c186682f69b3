/** Tables of contents, and lists of tables and figures: which drafts are their entries. */
import { isCalledContents } from '../../flow/contents.ts';
import type { OutlineItem } from '../content.ts';
import { type Draft, roughText } from '../page/drafts.ts';
import { endsInLeader, pageNumberAt } from '../page/leaders.ts';
import { plainTitle } from './titles.ts';

/** An entry has no more letters than this, and neither has what stands among entries, such as the name of a part. */
const longestEntry = 260;
/** Texts without a page number that may stand between two entries. */
const mostBetween = 3;

/** Stretches of more lines than this are looked through once. */
const longStretch = 200;

interface Candidate {
  /** Its place among all drafts. */
  readonly at: number;
  readonly page: number;
  readonly weight: number;
  /** The page number at its end; small Roman numerals come before all others. */
  readonly number: number | null;
  readonly roman: boolean;
  readonly leader: boolean;
  /** Its title, without numbers, case and punctuation. */
  readonly title: string;
  /** Whether it heads a table of contents. */
  readonly heads: boolean;
  readonly numbersOnly: boolean;
}

/**
 * The drafts of the whole document with the entries of tables of contents marked as such. They end in leaders and page
 * numbers; or they end in page numbers that rise, below a title that says what they are, or where their own titles are
 * those of texts elsewhere; or they stand below such a title and all of them return as titles.
 * @param pages how many pages the document has: no entry points further
 */
export function markContents(drafts: readonly Draft[], outline: readonly OutlineItem[], pages: number): Draft[] {
  const last = 1.2 * pages + 20;
  const candidates: Candidate[] = [];
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'note' && draft.kind !== 'furniture' && draft.role === null)
      candidates.push(candidateOf(draft, at, last));
  });
  const titles = new Map<string, number>();
  for (const { title, weight } of candidates)
    if (weight <= longestEntry && title !== '') titles.set(title, (titles.get(title) ?? 0) + 1);
  for (const { title } of outline) titles.set(plainTitle(title), (titles.get(plainTitle(title)) ?? 0) + 2);
  // A title that ends in no number is counted itself; one that does is counted only where it returns, or in the list again.
  const returns = ({ title }: Candidate): boolean => title.length >= 3 && (titles.get(title) ?? 0) >= 2;

  const entries = new Set<number>();
  let done = -1;
  let lastPage = -9;
  candidates.forEach((candidate, from) => {
    if (from <= done) return;
    const headed = candidate.heads ? from : null;
    const begin = headed === null ? from : from + 1;
    const continues = candidate.page === lastPage + 1 || candidate.page === lastPage;
    const stretch = stretchEnd(candidates, begin, { headed: headed !== null, continues }, returns);
    const to = Math.max(
      stretch.isContents ? stretch.last : -1,
      headed === null ? -1 : returningEnd(candidates, begin, returns),
    );
    // Long stretches that are none are not looked through again from each of their lines.
    if (to < begin && stretch.last - begin > longStretch) done = stretch.last;
    if (to < begin) return;
    for (let k = begin; k <= to; k++) {
      const own = candidates[k];
      if (own !== undefined && !own.heads) entries.add(own.at);
    }
    done = to;
    lastPage = candidates[to]?.page ?? lastPage;
  });
  return entries.size === 0
    ? [...drafts]
    : drafts.map((draft, at) => (entries.has(at) ? { ...draft, role: 'contents', contents: true } : draft));
}

function candidateOf(draft: Draft, at: number, last: number): Candidate {
  const text = roughText(draft).trim();
  const found = pageNumberAt(text);
  const roman = found !== null && !/^\d/.test(found.number);
  const value = found === null ? null : roman ? 0 : Number(found.number);
  const before = found?.before.trim() ?? text;
  const isEntry = value !== null && (roman || value > 0) && value <= last && /\p{L}/u.test(before);
  return {
    at,
    page: draft.parts[0]?.page ?? 0,
    weight: text.length,
    number: isEntry ? value : null,
    roman,
    leader: isEntry && endsInLeader(before),
    // Nothing so long is compared as a title.
    title: text.length > longestEntry ? '' : plainTitle(before),
    heads: isCalledContents(text),
    numbersOnly: /^[\divxl.\s]{1,9}$/.test(text),
  };
}

interface Around {
  /** Whether a title that says so stands above. */
  readonly headed: boolean;
  /** Whether a table of contents ends just before. */
  readonly continues: boolean;
}

/** The last of the entries with page numbers that begin at a candidate, and whether they are those of a list. */
function stretchEnd(
  candidates: readonly Candidate[],
  from: number,
  { headed, continues }: Around,
  returns: (candidate: Candidate) => boolean,
): { last: number; isContents: boolean } {
  let last = from - 1;
  let value = -1;
  let [hits, leaders, returning, rises] = [0, 0, 0, 0];
  for (let k = from; k < candidates.length && k - last <= mostBetween + 1; k++) {
    const own = candidates[k];
    if (own === undefined || own.weight > longestEntry || own.heads) break;
    if (own.number === null || (own.roman && !own.leader && !headed)) {
      // Without a title above, a stretch begins with an entry.
      if (hits === 0 && !headed) break;
      continue;
    }
    // Where there are leaders the numbers may fall: an index is in the order of the alphabet.
    if (own.number < value && !own.leader) break;
    if (own.number > value) rises++;
    value = own.number;
    last = k;
    hits++;
    if (own.leader) leaders++;
    if (returns(own)) returning++;
  }
  const share = hits / Math.max(1, last - from + 1);
  const isContents =
    (leaders >= 2 && leaders >= 0.5 * hits) ||
    (headed && hits >= 3 && share >= 0.4) ||
    (leaders >= 1 && continues && share >= 0.5) ||
    (continues && hits >= 2 && share >= 0.6 && rises >= 2) ||
    (hits >= 5 && share >= 0.6 && rises >= 3 && returning >= 0.4 * hits);
  return { last, isContents };
}

/** The last of the texts below a title that return as titles elsewhere; less than `from` where there are too few. */
function returningEnd(
  candidates: readonly Candidate[],
  from: number,
  returns: (candidate: Candidate) => boolean,
): number {
  const seen = new Set<string>();
  let last = from - 1;
  let others = 0;
  for (let k = from; k < candidates.length; k++) {
    const own = candidates[k];
    // The first text that the list names is the end of the list.
    if (own === undefined || own.weight > longestEntry || own.heads || seen.has(own.title)) break;
    if (own.numbersOnly) continue;
    if (returns(own)) {
      seen.add(own.title);
      last = k;
      others = 0;
    } else if (++others > 2) break;
  }
  return seen.size >= 3 ? last : from - 1;
}
