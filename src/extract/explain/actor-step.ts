/** Explains where the actor of a claim comes from. */
import type { ExplainedStep } from '../../model/explanation.ts';
import type { Actor, DocumentRecord } from '../../model/report.ts';
import type { Claim } from '../claims/claim.ts';
import { SUBJECTS, wordsOf } from './words.ts';

export function actorStep(
  { text, name, resolvedBy }: Actor,
  claim: Claim,
  { publisher }: Pick<DocumentRecord, 'publisher'>,
): ExplainedStep {
  const value = text === null ? name : name === null || name === text ? text : `${text} → ${name}`;
  return { about: 'actor', value, because: because({ text, name, resolvedBy }, claim, publisher) };
}

function because({ text, name, resolvedBy }: Actor, claim: Claim, publisher: string | null): string[] {
  const { subject, sequence, source } = claim;
  const cue = wordsOf(sequence, claim.modal, claim.modal + 1);
  const holds =
    claim.rule.voice === 'nominal' ? `"${text}" holds the "${cue}"` : `"${text}" is the subject of "${cue}"`;
  const named = wordsOf(sequence, subject.from, subject.to);
  switch (resolvedBy) {
    case 'explicit':
      return [holds];
    case 'stem':
      return [`${holds}, in the sentence that introduces the list`, ...(name === text ? [] : [`which is ${name}`])];
    case 'publisher':
      return text === null
        ? [`nobody is named; what stands under such a heading is the publisher's: ${publisher}`]
        : [holds, `"${text}" is who speaks: the publisher, ${publisher}`];
    case 'coreference':
      if (text === null) return [`nobody is named; the text speaks of a report or plan of ${name}`];
      if (claim.antecedent !== null)
        return [holds, `"${text}" stands for ${claim.antecedent}, which the text spoke of before`];
      return [holds, `"${text}" is ${name}: the body that the sentence speaks of, or whose report it is`];
    case 'heading':
      return ['named in the heading above'];
    case 'config':
      return [holds, `${name}, as configured`];
    case 'none':
      if (text !== null)
        return [
          holds,
          publisher === null
            ? 'who that is cannot be told: no publisher was found (--publisher names it)'
            : 'who that is cannot be told',
        ];
      if (source === 'heading') return ['nobody is named, and no publisher was found (--publisher names it)'];
      if (claim.rule.voice === 'passive') return ['the passive names nobody who acts'];
      return [named === '' ? 'no subject stands before it' : `the subject "${named}" is ${SUBJECTS[subject.kind]}`];
  }
}
