/** Whether somebody else is bound, or nobody any more. */
import type { Commitment, Report } from '../model/report.ts';
import { FUNCTION_WORDS, folded, type Word, wordsOf } from '../words/words.ts';
import { type Finding, says, type Versions } from './versions.ts';

const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'us', 'our', 'ours', 'i', 'my']);
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'this', 'who', 'which', 'that']);

/** A commitment or statement, as far as its actor goes. */
type Acting = Pick<Commitment, 'actor'>;

/** The publishers of the two versions, empty where unknown. */
export type Publishers = readonly [old: string, now: string];

export function publishersOf(before: Report, after: Report): Publishers {
  return [before.documents[0]?.publisher ?? '', after.documents[0]?.publisher ?? ''];
}

/**
 * Compares who is bound, by name. "We" is the publisher, and the publisher's own name, a short form of it ("the City")
 * or its initials are "we". An actor whose words still stand on the other side was not dropped, and one that is known
 * only from other sentences never changes.
 */
export function compareActor(
  before: Acting,
  after: Acting,
  versions: Versions,
  publishers: Publishers,
): readonly Finding[] {
  if (versions.edits.length === 0) return [];
  const old = before.actor.text;
  const now = after.actor.text;
  if (!old && !now) return [];
  if (old && !now) {
    if (!says(versions.oldText, old) || isSaid(old, versions, 'new')) return [];
    const other = inPlaceOf(old, versions);
    if (other === null) return [finding('actor-dropped', before, null)];
    const change = { before: before.actor.name ?? old, after: other };
    return [{ kind: 'actor-changed', field: 'actor', change, because: [old, other] }];
  }
  if (!old && now) {
    if (!says(versions.newText, now) || isSaid(now, versions, 'old') || isPartlySaid(now, versions.oldWords)) return [];
    return [finding('actor-added', null, after)];
  }
  if (!old || !now) return [];
  const [one, two] = [namesOf(before, publishers[0]), namesOf(after, publishers[1])];
  if (isSame(one, two, before, after)) return [];
  if (isSaid(old, versions, 'new') || isSaid(now, versions, 'old')) return [];
  return [finding('actor-changed', before, after)];
}

/** Whether an actor of several is partly there before: it grew out of what was said, as a list of places does. */
function isPartlySaid(actor: string, words: readonly Word[]): boolean {
  if (!/\band\b|,/.test(actor)) return false;
  const stems = new Set(words.map((word) => word.stem));
  return wordsOf(actor).some((word) => !FUNCTION_WORDS.has(word.text) && stems.has(word.stem));
}

/** Whether one version says the words of an actor; for "we", any first person. */
function isSaid(actor: string, versions: Versions, side: 'old' | 'new'): boolean {
  const words = side === 'new' ? versions.newWords : versions.oldWords;
  const own = wordsOf(actor).filter((word) => word.text !== 'the');
  const [only] = own;
  if (only && own.length === 1 && FIRST_PERSON.has(only.text)) return words.some((word) => FIRST_PERSON.has(word.text));
  if (only && own.length === 1 && PRONOUNS.has(only.text)) return true;
  const key = own.map((word) => word.text).join('');
  return key !== '' && (side === 'new' ? versions.newText : versions.oldText).includes(key);
}

/** What a body is called by: its names, levelled, `we` among them where the publisher is meant, and their initials. */
interface Names {
  readonly names: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
}

function namesOf({ actor }: Acting, publisher: string): Names {
  const said = [actor.text, actor.name].flatMap((name) => (name ? [name] : []));
  const names = said.map(withoutArticle);
  const house = withoutArticle(publisher);
  const isHouse = names.some(
    (name) => FIRST_PERSON.has(name) || (house !== '' && (name === house || isShortOf(name, publisher))),
  );
  // The initials of a publisher stand for its name, for "we" is said beside them.
  const known = isHouse ? [...names.filter((name) => !FIRST_PERSON.has(name)), 'we'] : names;
  return { names: new Set(known), initials: new Set(said.flatMap(initialsOf)) };
}

/** Whether two bodies share a name, or one is called by the initials or by one word of the other's name. */
function isSame(one: Names, two: Names, before: Acting, after: Acting): boolean {
  const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].some((name) => others.has(name));
  if (meets(one.names, two.names) || meets(one.initials, two.names) || meets(two.initials, one.names)) return true;
  const longest = ({ actor }: Acting) => actor.name ?? actor.text ?? '';
  return (
    [...one.names].some((name) => isShortOf(name, longest(after))) ||
    [...two.names].some((name) => isShortOf(name, longest(before)))
  );
}

function withoutArticle(name: string): string {
  return folded(name.replace(/^(?:the|our|this)\s+/i, ''));
}

/** Whether a name of one word, such as "Council" or "City", is a word of a longer name. */
function isShortOf(name: string, long: string): boolean {
  const words = wordsOf(long);
  return words.length > 1 && words.some((word) => word.text === name && name.length > 3);
}

/** The initials of a name of several words, as others may call it by. */
function initialsOf(name: string): readonly string[] {
  const capitals = name.match(/\b[A-Z]/g) ?? [];
  return capitals.length > 1 ? [capitals.join('').toLowerCase()] : [];
}

/** Who stands in the very place of an actor on the new side, where nobody was read there; null where nobody does. */
function inPlaceOf(actor: string, versions: Versions): string | null {
  const { edits, oldWords, newWords, after } = versions;
  const own = wordsOf(actor).filter((word) => !FUNCTION_WORDS.has(word.text));
  // What was acted on may come first in the passive: "the Board will hold the fair", "the fair will be held".
  const known = new Set(oldWords.map((word) => word.stem));
  for (const { gone, come, oldAt, newAt } of edits) {
    const next = [oldWords[oldAt + gone.length]?.text, newWords[newAt + come.length]?.text];
    const isThere = own.length > 0 && own.every((word) => gone.some(({ text }) => text === word.text));
    const name = come.filter((word) => !FUNCTION_WORDS.has(word.text) && !known.has(word.stem));
    if (isThere && name.length > 0 && next[0] === next[1] && MODALS.has(next[0] ?? ''))
      return asWritten(come, after.quote);
  }
  return subjectOf(own, versions);
}

/** The words before the modal of the new side, where none of an actor's words is left and nothing was known before. */
function subjectOf(own: readonly Word[], { edits, oldWords, newWords, after }: Versions): string | null {
  const [old, now] = [oldWords, newWords].map((words) => words.findIndex(({ text }) => MODALS.has(text)));
  if (old === undefined || now === undefined || old < 1 || now < 1 || oldWords[old]?.text !== newWords[now]?.text)
    return null;
  if (oldWords[old + 1]?.stem !== newWords[now + 1]?.stem) return null;
  const gone = new Set(edits.flatMap((edit) => edit.gone.map(({ text }) => text)));
  const from = edits.find((edit) => edit.come.length > 0)?.newAt ?? now;
  const name = newWords.slice(from, now);
  const known = new Set(oldWords.map((word) => word.stem));
  const telling = name.filter((word) => !FUNCTION_WORDS.has(word.text));
  const isNew = telling.length > 0 && telling.every((word) => !known.has(word.stem));
  return isNew && own.length > 0 && own.every(({ text }) => gone.has(text)) ? asWritten(name, after.quote) : null;
}

const MODALS: ReadonlySet<string> = new Set('will shall must should may is are has have'.split(' '));

/** The words as the quote has them, or in small letters where it has them otherwise. */
function asWritten(words: readonly Word[], quote: string): string {
  const small = words.map((word) => word.text).join(' ');
  const at = quote.toLowerCase().indexOf(small);
  return at < 0 ? small : quote.slice(at, at + small.length);
}

function finding(kind: Finding['kind'], before: Acting | null, after: Acting | null): Finding {
  const name = (side: Acting | null) => side?.actor.name ?? side?.actor.text ?? null;
  return {
    kind,
    field: 'actor',
    change: { before: name(before), after: name(after) },
    because: [before?.actor.text ?? '', after?.actor.text ?? ''],
  };
}
