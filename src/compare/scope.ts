/** Whether fewer or more people, places or things are covered, where the words that changed say so plainly. */

import { FUNCTION_WORDS, type Word } from '../words/words.ts';
import type { Edit } from './edits.ts';
import type { Finding, Versions } from './versions.ts';

/** How much of a group a word takes in. */
const REACH = new Map<string, number>([
  ...'all every each any citywide nationwide countrywide statewide countywide worldwide everywhere'
    .split(' ')
    .map((word) => [word, 3] as const),
  ...'most majority'.split(' ').map((word) => [word, 2] as const),
  ...'some many several selected certain few eligible priority'.split(' ').map((word) => [word, 1] as const),
]);
const LIMITS: ReadonlySet<string> = new Set(['only', 'excluding', 'except', 'solely']);
const LINKS: ReadonlySet<string> = new Set(
  'in under aged with within who whose living from over between on at for near that'.split(' '),
);
const MOST_WORDS = 7;

/**
 * Narrowed or widened, by words of reach (`all` to `most`), limits (`only`), members added to or taken out of a list,
 * and phrases that restrict an `every` or `all`. Anything else stays merely reworded.
 * @param explained stems that other findings rest on
 */
export function compareScope(versions: Versions, explained: ReadonlySet<string>): readonly Finding[] {
  for (const edit of versions.edits) {
    const side = (words: readonly Word[]) => words.filter((word) => !explained.has(word.stem));
    const rest: Edit = { ...edit, gone: side(edit.gone), come: side(edit.come) };
    const verdict =
      byReach(rest) ?? byLimit(rest) ?? byLink(rest, versions) ?? byQualifier(rest, versions) ?? byMember(rest);
    if (verdict === null) continue;
    const kind = verdict < 0 ? 'scope-narrowed' : 'scope-widened';
    const text = (words: readonly Word[]) => words.map((word) => word.text).join(' ') || null;
    return [
      {
        kind,
        field: 'scope',
        change: { before: text(edit.gone), after: text(edit.come) },
        because: [text(edit.gone) ?? '', text(edit.come) ?? ''],
      },
    ];
  }
  return [];
}

/** -1 narrower, 1 wider, null cannot tell. */
type Verdict = -1 | 1 | null;

function byReach({ gone, come }: Edit): Verdict {
  const reach = (words: readonly Word[]) => {
    const found = words.map((word) => REACH.get(word.text) ?? 0).filter((value) => value > 0);
    return found.length === 0 ? null : Math.max(...found);
  };
  const [old, now] = [reach(gone), reach(come)];
  if (old !== null && now !== null) return now < old ? -1 : now > old ? 1 : null;
  if (come.length === 0 && old === 3 && gone.length <= 2 && gone.some((word) => word.text.endsWith('wide'))) return -1;
  if (gone.length === 0 && now === 3 && come.length <= 2 && come.some((word) => word.text.endsWith('wide'))) return 1;
  if (gone.length === 0 && now === 1) return -1;
  if (come.length === 0 && old === 1) return 1;
  return null;
}

function byLimit({ gone, come }: Edit): Verdict {
  const limits = (words: readonly Word[]) => words.some((word) => LIMITS.has(word.text));
  if (limits(come) && !limits(gone)) return -1;
  return limits(gone) && !limits(come) ? 1 : null;
}

/** A phrase such as `under five` or `in the north` put after, or taken from after, an `every` or `all`. */
function byLink({ gone, come, oldAt, newAt }: Edit, { oldWords, newWords }: Versions): Verdict {
  const restricts = (words: readonly Word[], all: readonly Word[], at: number) =>
    words.length > 1 &&
    words.length <= MOST_WORDS &&
    LINKS.has(words[0]?.text ?? '') &&
    words.some((word) => !FUNCTION_WORDS.has(word.text)) &&
    all.slice(Math.max(0, at - 5), at).some((word) => REACH.get(word.text) === 3);
  if (gone.length === 0 && (restricts(come, newWords, newAt) || isAge(come))) return -1;
  if (come.length === 0 && isAge(gone)) return 1;
  return come.length === 0 && restricts(gone, oldWords, oldAt) ? 1 : null;
}

/** `over 65`, `aged 16 to 24`: of what age those are whom it is for. */
function isAge(words: readonly Word[]): boolean {
  return (
    words.length <= 5 && /^(?:aged|over|under)$/.test(words[0]?.text ?? '') && /^\d{1,2}$/.test(words[1]?.text ?? '')
  );
}

/** A word or two that say which ones, right after `all` or `every`: `all [primary] schools`. */
function byQualifier({ gone, come, oldAt, newAt }: Edit, { oldWords, newWords }: Versions): Verdict {
  const qualifies = (words: readonly Word[], all: readonly Word[], at: number) =>
    words.length > 0 &&
    words.length <= 2 &&
    !words.some((word) => FUNCTION_WORDS.has(word.text) || /^\d/.test(word.text)) &&
    isUnderReach(all, at) &&
    !FUNCTION_WORDS.has(all[at + words.length]?.text ?? 'the');
  if (gone.length === 0 && qualifies(come, newWords, newAt)) return -1;
  return come.length === 0 && qualifies(gone, oldWords, oldAt) ? 1 : null;
}

/** Whether a word of reach stands before a place, with nothing but what leads on between: `all our`, `every member of`. */
function isUnderReach(all: readonly Word[], at: number): boolean {
  const before = all.slice(Math.max(0, at - 4), at);
  const reach = before.findLastIndex((word) => REACH.get(word.text) === 3 && word.text !== 'any');
  if (reach < 0) return false;
  const between = before.slice(reach + 1).map((word) => word.text);
  return between.every((word) => FUNCTION_WORDS.has(word)) || between.at(-1) === 'of';
}

/** Another member of a list: `homeowners [and landlords]`. */
function byMember({ gone, come }: Edit): Verdict {
  const isMember = (words: readonly Word[]) => {
    const telling = words.filter((word) => !FUNCTION_WORDS.has(word.text)).length;
    return (
      telling > 0 && telling <= 3 && words.length <= 5 && words.some(({ text }) => text === 'and' || text === 'or')
    );
  };
  if (gone.length === 0 && isMember(come)) return 1;
  return come.length === 0 && isMember(gone) ? -1 : null;
}
