/** Which way is better for a number, read from the words around it; never guessed. */
import type { Target } from '../../model/report.ts';
import { stemOf, type Word } from '../../words/words.ts';
import {
  AT_LEAST,
  AT_MOST,
  BURDENS,
  DOING,
  HIGHER,
  ILLS,
  LESS,
  LOWER,
  MORE,
  MULTIPLES,
  REMOVING,
} from '../words/better.ts';

/** More is better, less is better, or the words do not say. */
export type Better = 'more' | 'less' | null;

/** A number among the words of its sentence. */
export interface Place {
  /** All words of the sentence, levelled. */
  readonly words: readonly Word[];
  /** Position of the number. */
  readonly at: number;
  /** How many words the number's own text has from there on, so that what follows it is known; 1 unless given. */
  readonly length?: number;
  /** The target that was read there; null for a bare number. */
  readonly target: Target | null;
  /** The action's verb; null where there is none. */
  readonly verb: string | null;
  readonly isNegative: boolean;
  /** Whether it stands in a cell of its own, where "cut flights" may be by so much or to so much; false unless given. */
  readonly isCell?: boolean;
}

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const less = stemsOf(LESS);
const more = stemsOf(MORE);
const doing = stemsOf(DOING);
const removing = stemsOf(REMOVING);
const ills = stemsOf(ILLS);
const burdens = stemsOf(BURDENS);
const [atLeast, atMost, higher, lower] = [setOf(AT_LEAST), setOf(AT_MOST), setOf(HIGHER), setOf(LOWER)];
/** Words before a verb, and words between a verb and the number of its object. */
const VERB_LEAD = setOf('will shall would should may might must could can to and or not also');
const OBJECT_LEAD = setOf('a an the another extra additional further new more up some around about over £ $ € out off');
const LOOK_BACK = 14;
const NEAR = 4;

/**
 * Which way is better for a number: what bounds it (`at least`, `no longer than`); an amount of change (`by 20%`, `a
 * 20% cut`), of which more is better; what is taken away; which way the level goes; the nearest verb that says so; the
 * thing that nobody wants more of (`waits of 4 weeks`); a share of those who get something.
 */
export function betterOf(place: Place): Better {
  if (place.isCell && isKnown(place.verb, less)) return null;
  return boundOf(place) ?? changeOf(place) ?? capOf(place) ?? levelOf(place);
}

function before({ words, at }: Place, count: number): readonly string[] {
  const texts = words.slice(Math.max(0, at - count - 1), at).map((word) => word.text);
  return texts.filter((text) => !/^[£$€]$/.test(text)).slice(-count);
}

/** `no more than`, `at least`, and what a negation makes of `longer than` and `below`. */
function boundOf(place: Place): Better {
  const near = before(place, NEAR);
  const negated = near.includes('no') || near.includes('not') || near.includes('never') || place.isNegative;
  if (negated && near.some((word) => higher.has(word))) return 'less';
  if (negated && near.some((word) => lower.has(word))) return 'more';
  if (place.isNegative) return null;
  return near.some((word) => atLeast.has(word)) || place.target?.comparator === '>=' ? 'more' : null;
}

/** An amount of change, whichever way: the more of it, the stronger. */
function changeOf(place: Place): Better {
  const { words, at, length = 1, target } = place;
  if (place.isNegative) return null;
  if (target && multipleOf(target) !== null) return 'more';
  const isChange = (word: Word | undefined) => word !== undefined && (less.has(word.stem) || more.has(word.stem));
  const near = before(place, 3);
  const earlier = words.slice(Math.max(0, at - LOOK_BACK), at);
  if (near.includes('by') && (earlier.some(isChange) || isKnown(place.verb, less) || isKnown(place.verb, more)))
    return 'more';
  if (words.slice(at + length, at + length + 3).some(isChange)) return 'more';
  // "a reduction of 20%", "a reduction in noise of 20%", "growth of 5%".
  const noun = earlier.findLastIndex((word) =>
    /^(?:reduct|decreas|declin|growth|increas|expans|cut|uplift|rise)$/.test(word.stem),
  );
  if (
    near.at(-1) === 'of' &&
    noun > 0 &&
    /^(?:an?|the|in|of|is|ensure|deliver|achieve)$/.test(earlier[noun - 1]?.text ?? '')
  )
    return 'more';
  // "by 30%" is an amount of change whatever the verb: "close the gap by half".
  if (near.includes('by') && (target?.unit === '%' || words[at + 1]?.text === '%')) return 'more';
  const verb = words[at - 1];
  return verb !== undefined && removing.has(verb.stem) ? 'more' : null;
}

/** `within 5 days`, `under 4 weeks`. */
function capOf(place: Place): Better {
  if (place.isNegative) return null;
  const near = before(place, NEAR);
  return near.some((word) => atMost.has(word)) || (place.target?.comparator === '<=' && !near.includes('up'))
    ? 'less'
    : null;
}

/** Which way the level goes. */
function levelOf(place: Place): Better {
  const { words, at, target, verb } = place;
  if (place.isNegative) return null;
  const way = before(place, 8);
  const isTo = way.slice(-2).includes('to') || way.includes('from');
  if (isTo && way.includes('down')) return 'less';
  if (isTo && way.includes('up')) return 'more';
  if (target && target.from !== null && target.value !== null && target.from !== target.value) {
    return target.value < target.from ? 'less' : 'more';
  }
  const last = way.at(-1);
  // "hold fees at £90", "a levy of 5%": a level that the verb neither raises nor lowers.
  if (last === 'at') return before(place, LOOK_BACK).some((word) => ills.has(stemOf(word))) ? 'less' : null;
  for (let index = at - 1; index >= Math.max(0, at - LOOK_BACK); index--) {
    const word = words[index];
    if (!word) break;
    if (less.has(word.stem)) return 'less';
    if (more.has(word.stem) || (doing.has(word.stem) && isVerbAt(words, index))) return 'more';
    if (ills.has(word.stem) && /^(?:of|at|to|is|are|be|below|under)$/.test(last ?? '')) return 'less';
  }
  if (isKnown(verb, less)) return 'less';
  if (isKnown(verb, more) || isKnown(verb, doing) || isObject(place)) return 'more';
  if (isShareOfSubject(place)) return 'more';
  return target?.direction === 'up' ? 'more' : target?.direction === 'down' && last === 'to' ? 'less' : null;
}

/** Whether a word that may be a noun too (`plan`, `share`, `support`) stands where a verb does. */
function isVerbAt(words: readonly Word[], at: number): boolean {
  return at === 0 || words[at]?.text.endsWith('ing') === true || VERB_LEAD.has(words[at - 1]?.text ?? '');
}

/** `lay 340 miles`: how much is done of what the verb does, right behind it; more of a burden is no stronger promise. */
function isObject({ words, at, verb }: Place): boolean {
  if (verb === null || isKnown(verb, burdens)) return false;
  const stem = stemOf(verb.toLowerCase());
  const lead = words.slice(Math.max(0, at - 4), at);
  const from = lead.findLastIndex((word) => word.stem === stem);
  return from >= 0 && lead.slice(from + 1).every(({ text }) => OBJECT_LEAD.has(text));
}

/** `85% of patients will start`: a share, before the verb, of those who get something. */
function isShareOfSubject({ words, at, length = 1 }: Place): boolean {
  const [sign, of] = [words[at + length]?.text, words[at + length + 1]?.text];
  const isShare = (sign === '%' && of === 'of') || (words[at + length - 1]?.text === '%' && sign === 'of');
  const rest = words.slice(at + 1, at + 10).map((word) => word.text);
  const isAfterVerb = words.slice(0, at).some(({ text }) => text === 'will' || text === 'shall' || text === 'must');
  return isShare && !isAfterVerb && rest.some((word) => word === 'will' || word === 'shall' || word === 'must');
}

/** The amount of change in per cent that a verb such as `halve` or `double` stands for; null for other targets. */
export function multipleOf({ text }: Target): number | null {
  return Object.hasOwn(MULTIPLES, text.toLowerCase()) ? (MULTIPLES[text.toLowerCase()] ?? null) : null;
}

function isKnown(verb: string | null, stems: ReadonlySet<string>): boolean {
  return verb !== null && stems.has(stemOf(verb.toLowerCase()));
}
