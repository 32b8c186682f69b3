/** no-owner and agentless-passive: nobody is named who will do it. */
import type { Commitment } from '../../model/report.ts';
import type { Draft, Examined } from '../draft.ts';
import { andMore, onceASection } from '../once.ts';
import { short } from '../short.ts';

const isUnowned = ({ checkable, actor }: Commitment): boolean => !checkable.owner && actor.text === null;

/** Actions without anybody bound and without a subject: of a section the first. */
export function* noOwner({ own }: Examined): Generator<Draft> {
  const unowned = own.filter((its) => isUnowned(its) && its.strength > 1 && !hasSubject(its));
  const bare = new Set(unowned.filter(isBare).map(({ evidence }) => evidence.start));
  for (const { commitment, more } of onceASection(unowned.filter(({ evidence }) => bare.has(evidence.start)))) {
    const others = andMore(more, 'action', commitment.stem === null ? 'section' : 'list');
    yield { commitment, message: `${short(commitment.action.text)}: by whom?${others}` };
  }
}

/** A clause with "will" has a subject, if only a thing; who is behind a passive one `agentless-passive` asks. */
const hasSubject = ({ cue, action }: Commitment): boolean =>
  action.voice === 'passive' || /^(?:will|shall|must|is|are|would|plans?|aims?|'ll|’ll)\b/i.test(cue.text);

/** Marks after which a sentence begins anew: of cells, labels and items. */
const ANEW = /[|:;•–—]/;

/** Whether nothing stands before an action that could be its subject: marks, numbers, "to" and adverbs alone. */
const isNoSubject = (before: string): boolean =>
  (
    before
      .split(ANEW)
      .at(-1)
      ?.match(/\p{L}+/gu) ?? []
  ).every((word) => /^(?:to|and)$|ly$/i.test(word));

/** Whether a sentence begins with what is to be done: words before it are a subject, as in "the board has pledged to". */
function isBare({ action, cue, stem, evidence: { quote } }: Commitment): boolean {
  if (stem !== null) return true;
  const places = [cue.text, action.text.slice(0, 24)].map((words) => (words === '' ? -1 : quote.indexOf(words)));
  const at = Math.min(...places.filter((place) => place >= 0));
  return !Number.isFinite(at) || isNoSubject(quote.slice(0, at));
}

/** Commitments in the passive that do not say by whom. */
export function* agentlessPassive({ own, wordsFor }: Examined): Generator<Draft> {
  for (const commitment of own) {
    if (!isUnowned(commitment) || wordsFor(commitment, 'state') !== null) continue;
    const words = passiveOf(commitment);
    if (words !== null) yield { commitment, message: `"${words}": by whom?` };
  }
}

/** "will be", adverbs, the participle and its particle. */
const PASSIVE =
  /\b(?:will|shall|must|is to|are to|would|'ll|’ll)(?: not| also| then| now| further| all| only| \w+ly){0,2} be(?: also| then| now| further| \w+ly){0,2} (?!able |responsible )[\p{L}-]+(?: (?:out|up|forward|down|off|over|back|in place)\b(?! the| a| an| this| our))?/iu;
/** What says by whom right after it; dates and means are no agents. */
const AGENT =
  /^(?:[^,;:.]{0,30}\W)?by (?!\d|the end|early|mid|late|spring|summer|autumn|winter|next|\w+ing\b|January|February|March|April|May|June|July|August|September|October|November|December|\w+ \d{4})/i;

/** The words of the passive, "will be carried out"; null where it is none, or says by whom. */
function passiveOf({ action, evidence }: Commitment): string | null {
  if (action.voice !== 'passive') return null;
  const [words] = PASSIVE.exec(action.text) ?? PASSIVE.exec(evidence.quote) ?? [];
  if (words === undefined) return null;
  const after = action.text.indexOf(words) >= 0 ? action.text.slice(action.text.indexOf(words) + words.length) : '';
  return AGENT.test(after) ? null : words;
}
