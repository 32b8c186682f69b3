/** Explains where the actor of a claim comes from. */
import type { ExplainedStep } from '../../model/explanation.ts';
import type { Actor, DocumentRecord } from '../../model/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { ActorStory } from './collector.ts';
import { SUBJECTS, wordsOf } from './words.ts';

type Place = Pick<DocumentRecord, 'publisher'>;

export function actorStep(actor: Actor, claim: Claim, story: ActorStory | null, document: Place): ExplainedStep {
  const { text, name } = actor;
  const value = text === null ? name : name === null || name === text ? text : `${text} → ${name}`;
  return { about: 'actor', value, because: story ? because(actor, claim, story, document) : [] };
}

function because(actor: Actor, claim: Claim, { way, spoken }: ActorStory, { publisher }: Place): string[] {
  const { text, name, resolvedBy } = actor;
  const holds = text === null ? [] : [holdsWords(text, claim)];
  const given = resolvedBy === 'config' ? ', as given with --actor' : '';
  const speaks = resolvedBy === 'publisher' ? ', the publisher' : given || ', as the text says';
  switch (way) {
    case 'heading':
      return name === null
        ? [`nobody is named, and ${UNNAMED}`]
        : [`nobody is named: what stands here is the speaker's, ${name}${speaks}`];
    case 'heading-body':
      return [`"${text}" is named by the heading above`, ...(text === null ? [] : fullName(text, name))];
    case 'nobody':
      return [nobodyWords(claim)];
    case 'report':
      return text === null
        ? [`nobody is named; the words speak of a report or plan of ${name}`]
        : [...holds, `the words speak of a report or plan of ${name}`];
    case 'first-person':
      return [
        ...holds,
        name === null ? `who speaks cannot be told: ${UNNAMED}` : `"${text}" is who speaks: ${name}${speaks}`,
      ];
    case 'named-speaker':
      return [...holds, `here "${text}" is ${name}: a quotation, or a name beside it, says so`];
    case 'pointing':
      if (spoken === null) return [...holds, `whom "${text}" stands for is not told just before`];
      return [...holds, `"${text}" stands for "${spoken}", of which the text spoke before`, ...fullName(spoken, name)];
    case 'document':
      return [
        ...holds,
        name === null
          ? `whose it is cannot be told: ${UNNAMED}`
          : `a plan or report speaks for its owner: ${name}${given}`,
      ];
    case 'meaning':
      return [...holds, ...meaningWords(actor, publisher)];
  }
}

const UNNAMED = 'no publisher was found; --publisher names it';

const fullName = (spoken: string, name: string | null): string[] =>
  name === null || spoken.includes(name) ? [] : [`which is ${name}`];

/** What words that name a body stand for, where that is not what they say. */
function meaningWords({ text, name, resolvedBy }: Actor, publisher: string | null): string[] {
  if (name === null) return [`which body "${text}" is cannot be told`];
  if (text?.includes(name)) return [];
  if (resolvedBy === 'config') return [`"${text}" is ${name}, as given with --actor`];
  if (resolvedBy === 'publisher' || name === publisher) return [`"${text}" is the publisher, ${name}`];
  if (resolvedBy === 'coreference') return [`"${text}" is ${name}: the body of that kind that the text named before`];
  return [`"${text}" is ${name} in full`];
}

/** What the words of the actor are to the claim: its subject, its holder, or who acts in its passive. */
function holdsWords(text: string, claim: Claim): string {
  const { sequence, subject, modal, rule } = claim;
  const cue = wordsOf(sequence, modal, modal + 1);
  const where = subject.to > 0 && subject.to <= sequence.borrowed ? ', in the sentence that introduces the list' : '';
  if (rule.row !== null) return `"${text}" is the owner that the row names`;
  if (rule.voice === 'nominal') return `"${text}" holds the "${cue}"${where}`;
  const isSubject = wordsOf(sequence, subject.from, subject.to).includes(text);
  if (isSubject) return `"${text}" is the subject of "${cue}"${where}`;
  return rule.voice === 'passive'
    ? `"${text}" is who acts, after "by"${where}`
    : `"${text}" is the subject of "${cue}"${where}`;
}

function nobodyWords({ rule, subject, sequence }: Claim): string {
  const named = wordsOf(sequence, subject.from, subject.to);
  if (rule.voice === 'passive') return 'the passive names nobody who acts';
  if (rule.voice === 'nominal') return 'nobody is named who holds it';
  return named === '' ? 'no subject stands before it' : `the subject "${named}" is ${SUBJECTS[subject.kind]}`;
}
