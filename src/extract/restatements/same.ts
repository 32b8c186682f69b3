/** Whether two commitments of a document are one pledge said twice. */
import type { Deadline, Target } from '../../model/report.ts';
import type { Pledge } from './pledge.ts';

/** What each stem says about which pledge it is: its rarity in the document, above 0, at most 1. */
export type Weigh = (stem: string) => number;

/** Share of their weight that two actions have in common, of both (Dice 1945), from which they are one. */
const ALIKE = 0.74;
/** Where the shorter action is all but within the longer: the share of the shorter, and of both. */
const WITHIN = 0.93;
const WITHIN_OF_BOTH = 0.5;
/** The same where the verbs differ. */
const OTHER_VERB = 0.85;
/** From so many stems in common actions speak for themselves; with fewer their sentences must be alike too. */
const PLENTY = 5;
/** Fewest stems in common where one points to what stands before it. */
const POINTED = 8;
/** Share of the weight of the shorter sentence that the other has. */
const SENTENCES = 0.6;
/** Fewest stems in common for actions that are not the same word for word. */
const FEWEST = 3;

/**
 * Whether they say the same: the same action on the same object by the same body, with no other number, date or name.
 * The words may differ by what one of them leaves out.
 */
export function isSamePledge(one: Pledge, other: Pledge, weigh: Weigh): boolean {
  const [a, b] = [one.commitment, other.commitment];
  if (a.polarity !== b.polarity || a.evidence.start === b.evidence.start) return false;
  // Items of one list say different things, or they would not be items.
  if (a.stem !== null && b.stem !== null && a.stem.start === b.stem.start) return false;
  if (!agreeOnActor(one, other) || !agreeOnDay(a.deadline, b.deadline)) return false;
  if (!agreeOnTargets(a.targets, b.targets) || !agreeOnNumbers(one, other)) return false;
  return saySame(one, other, weigh);
}

function saySame(one: Pledge, other: Pledge, weigh: Weigh): boolean {
  const theirs = new Set(other.stems);
  let shared = 0;
  let common = 0;
  let mine = 0;
  let isNamedApart = false;
  for (const stem of one.stems) {
    const weight = weigh(stem);
    mine += weight;
    if (theirs.has(stem)) {
      shared += weight;
      common++;
    } else if (one.names().has(stem)) isNamedApart = true;
  }
  const own = new Set(one.stems);
  const yours = other.stems.reduce((sum, stem) => sum + weigh(stem), 0);
  if (isNamedApart && other.stems.some((stem) => other.names().has(stem) && !own.has(stem))) return false;
  if (common < PLENTY && !areAround(one, other, weigh)) return false;
  const isEqual = common === one.stems.length && common === other.stems.length;
  if ((one.isPointing || other.isPointing) && common < POINTED) return false;
  if (common < FEWEST) return isEqual && one.sentence.stems.size >= FEWEST && one.sentence.key === other.sentence.key;
  if (isEqual) return true;
  const ofBoth = (2 * shared) / (mine + yours);
  const ofShorter = shared / Math.min(mine, yours);
  // Each has something of its own: then they must have much in common, and not stand side by side.
  const isNear = one.commitment.evidence.sectionId === other.commitment.evidence.sectionId;
  const isApart = common < one.stems.length && common < other.stems.length;
  if (isApart && (isNear || common < PLENTY)) return false;
  if (one.verb !== other.verb) return ofBoth >= OTHER_VERB;
  return ofBoth >= ALIKE || (ofShorter >= WITHIN && ofBoth >= WITHIN_OF_BOTH);
}

/** Whether the sentences, too, are alike: few words of an action may mean many things. */
function areAround(
  { sentence: { stems: one } }: Pledge,
  { sentence: { stems: other } }: Pledge,
  weigh: Weigh,
): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  let all = 0;
  for (const stem of few) {
    const weight = weigh(stem);
    all += weight;
    if (many.has(stem)) shared += weight;
  }
  return shared >= SENTENCES * all;
}

/** "The Government", "the Council": a body named by its kind, which may be who speaks. */
const BY_KIND = /^the \S+$/i;

/** The same name, one name within the other, nobody named, or who speaks and a body named by its kind. */
function agreeOnActor(one: Pledge, other: Pledge): boolean {
  if (one.actor === '' || other.actor === '' || one.actor === other.actor) return true;
  if (one.isOurs && other.isOurs) return true;
  if (one.isOurs && BY_KIND.test(other.commitment.actor.text ?? '')) return true;
  if (other.isOurs && BY_KIND.test(one.commitment.actor.text ?? '')) return true;
  const [short, long] = one.actor.length < other.actor.length ? [one.actor, other.actor] : [other.actor, one.actor];
  return short.length > 3 && long.includes(short);
}

/** Of two days that are known the vaguer must take in the other. */
function agreeOnDay(one: Deadline | null, other: Deadline | null): boolean {
  if (!one?.end || !other?.end || one.end === other.end) return true;
  const digits = Math.min(digitsOf(one.precision), digitsOf(other.precision));
  return one.end.slice(0, digits) === other.end.slice(0, digits);
}

/** How much of an ISO day a precision means. */
function digitsOf(precision: Deadline['precision']): number {
  switch (precision) {
    case 'century':
    case 'decade':
      return 3;
    case 'year':
    case 'half':
    case 'season':
    case 'quarter':
      return 4;
    case 'month':
      return 7;
    default:
      return 10;
  }
}

/** Targets in the same unit must share a value. */
function agreeOnTargets(one: readonly Target[], other: readonly Target[]): boolean {
  return one.every(({ unit, value }) => {
    const rivals = other.filter((its) => its.unit === unit && its.value !== null);
    return value === null || rivals.length === 0 || rivals.some((its) => its.value === value);
  });
}

/** Where both give numbers, one's are the other's. */
function agreeOnNumbers({ numbers: one }: Pledge, { numbers: other }: Pledge): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].every((number) => many.has(number));
}
