/** Whether somebody else is bound, or nobody any more. */
import type { Commitment, Report } from '../model/report.ts';
import { folded, wordsOf } from '../words/words.ts';
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
    return [finding('actor-dropped', before, null)];
  }
  if (!old && now) {
    if (!says(versions.newText, now) || isSaid(now, versions, 'old')) return [];
    return [finding('actor-added', null, after)];
  }
  if (!old || !now) return [];
  const [one, two] = [namesOf(before, publishers[0]), namesOf(after, publishers[1])];
  if (one.some((name) => two.includes(name))) return [];
  if (isSaid(old, versions, 'new') || isSaid(now, versions, 'old')) return [];
  return [finding('actor-changed', before, after)];
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

/** Every name of the actor, levelled; `we` among them where the publisher is meant. */
function namesOf({ actor }: Acting, publisher: string): readonly string[] {
  const names = [actor.text, actor.name].flatMap((name) => (name ? [withoutArticle(name)] : []));
  const house = withoutArticle(publisher);
  const isHouse = names.some(
    (name) => FIRST_PERSON.has(name) || (house !== '' && (name === house || isShortOf(name, publisher))),
  );
  const initials = [actor.text, actor.name].flatMap((name) => (name ? [initialsOf(name)] : []));
  const all = [...names, ...initials.filter((letters) => letters.length > 1)];
  return isHouse ? [...all.filter((name) => !FIRST_PERSON.has(name)), 'we'] : all;
}

function withoutArticle(name: string): string {
  return folded(name.replace(/^(?:the|our|this)\s+/i, ''));
}

/** Whether a name of one word, such as "Council" or "City", is a word of the publisher's name. */
function isShortOf(name: string, publisher: string): boolean {
  return wordsOf(publisher).some((word) => word.text === name && name.length > 3);
}

function initialsOf(name: string): string {
  const capitals = name.match(/\b[A-Z]/g) ?? [];
  return capitals.length > 1 ? capitals.join('').toLowerCase() : '';
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
