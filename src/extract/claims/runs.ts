/** Finds where a document lists actions: runs of imperatives by section, and lists most of whose items are imperatives. */
import { Tag } from '../../annotate/tags.ts';
import type { Annotated, Sentence } from '../../model/annotated.ts';
import type { ClauseWords } from './clause-words.ts';
import { hasBullet, hasFiniteVerb, imperativeAt } from './imperative.ts';

export interface Runs {
  /** Whether a sentence stands in a section that holds a run of imperatives, and may be one of them. */
  readonly has: (sentence: Sentence) => boolean;
  /** Whether an item's stem tells what is ("These tricks are used to deceive:"), so that its gerunds name no actions. */
  readonly isTold: (item: Sentence) => boolean;
  /** Whether the list that an item stands in consists of imperatives for the most part. */
  readonly isActionList: (item: Sentence) => boolean;
}

/** How many imperatives within one section make an action list. */
const RUN = 3;
/** How many passages before and after a line its run is looked for in: a section may be long, or the whole document. */
const REACH = 12;
/** How many imperatives, and what share of all passages, make a document an action plan. */
const PLAN = 6;
const PLAN_SHARE = 0.15;

/** A list item, by its kind or by what is left of its bullet. */
export const isItemLike = ({ kind, tokens }: Sentence): boolean =>
  kind === 'item' || (kind === 'sentence' && hasBullet(tokens));

/** Items whose list is unknown are counted by section, below the numbers of lists. */
const listOf = ({ list, section }: Sentence): number => (list >= 0 ? list : -2 - section);

/** Whether a heading stands above what a body may do, or by what it is judged: what is open to it, not what it will do. */
const namesPowers = (title: string, { power }: ClauseWords): boolean =>
  power.has(/^(?:[\d.]+ )?(?:general )?([a-z]+)\b/.exec(title.toLowerCase())?.[1] ?? '');

/** Words after which an item completes a clause that says what may or can be done. */
const OPENING_WORDS = new Set('may can could might to'.split(' '));

/** Whether a stem leaves its clause to its items: "The chair may:", "Members have the power to:". */
function isOpen(stem: Sentence | undefined): boolean {
  const last = stem?.tokens.findLast((token) => !(token.tags & Tag.punctuation));
  return last !== undefined && OPENING_WORDS.has(last.lower);
}

/** Counts the imperatives of a document by section and by list. */
export function findRuns({ sentences, sections }: Annotated, words: ClauseWords): Runs {
  const completes = (sentence: Sentence) => sentence.stem >= 0 && isOpen(sentences[sentence.stem]);
  const bySection = new Map<number, number>();
  const byList = new Map<number, { acts: number; items: number }>();
  let passages = 0;
  let count = 0;
  /** Of every passage, by its sentence, how many passages and how many imperatives stand before it. */
  const before = new Map<number, number>();
  const acts: number[] = [];
  for (const sentence of sentences) {
    if (sentence.kind === 'heading') continue;
    before.set(sentence.index, passages);
    acts.push(count);
    passages++;
    const isSure = !completes(sentence) && imperativeAt(sentence.tokens, true, words) >= 0;
    if (isSure) {
      count++;
      bySection.set(sentence.section, (bySection.get(sentence.section) ?? 0) + 1);
    }
    if (!isItemLike(sentence)) continue;
    const key = listOf(sentence);
    const counts = byList.get(key) ?? { acts: 0, items: 0 };
    byList.set(key, counts);
    counts.items++;
    if (isSure || imperativeAt(sentence.tokens, false, words) >= 0) counts.acts++;
  }
  // A document that is an action plan throughout is one run, however short its sections.
  const isPlan = count >= PLAN && count >= PLAN_SHARE * passages;
  const isOfPowers = (section: number): boolean => {
    const { title, parent } = sections[section] ?? { title: '', parent: -1 };
    return namesPowers(title, words) || namesPowers(sections[parent]?.title ?? '', words);
  };
  const isRun = (section: number) => (isPlan || (bySection.get(section) ?? 0) >= RUN) && !isOfPowers(section);
  const runs = new Set([-1, ...sections.keys()].filter(isRun));
  const isNear = ({ index }: Sentence): boolean => {
    const at = before.get(index) ?? 0;
    const until = acts[at + REACH + 1] ?? count;
    return isPlan || until - (acts[Math.max(0, at - REACH)] ?? 0) >= RUN;
  };
  return {
    has: (sentence) => runs.has(sentence.section) && isNear(sentence) && !completes(sentence),
    isTold: ({ stem }) => stem >= 0 && hasFiniteVerb(sentences[stem]?.tokens ?? []),
    isActionList: (item) => {
      const counts = byList.get(listOf(item));
      return counts !== undefined && counts.acts >= RUN && counts.acts * 2 >= counts.items;
    },
  };
}
