/** A claim: one rule's reading of one verb group or noun, before it becomes a record. */
import type { CommitmentKind, StatementKind } from '../../model/report.ts';
import type { SubjectClass } from './names.ts';
import type { Sequence } from './sequence.ts';
import type { Subject } from './subject.ts';

export type ClaimKind = CommitmentKind | StatementKind;
export type Strength = 1 | 2 | 3 | 4 | 5;
/** Whom bare imperatives bind: their author (`own`), or others, by what force a guide tells them what to do. */
export type Audience = 'own' | 'recommended' | 'required';
export type Voice = 'active' | 'passive' | 'nominal' | 'verbless';

/** What a rule says of the claims that it finds; the typed form of a pack's fields. */
export interface ClaimRule {
  readonly key: string;
  /** Position among all rules: of two that match alike, the earlier wins. */
  readonly order: number;
  readonly kind: ClaimKind;
  readonly strength: Strength | null;
  /** Classes of subject that the rule accepts; null for any, the text's own parts excepted. */
  readonly subject: ReadonlySet<SubjectClass> | null;
  readonly voice: Voice;
  readonly novelty: 'new' | 'restated' | 'ongoing' | 'extended' | 'unknown';
  /** Kind and strength instead when the claim has a quantity or a date. */
  readonly measured: Force | null;
  /** Verbs in base form that bring a chain down to this rule's kind and strength; "seek to": with a verb below it. */
  readonly lowers: readonly string[];
  /** Kind and strength instead for an imperative below a heading. */
  readonly imperative: Force | null;
  /** Whether the rule holds only in texts of law (true), only outside them (false), or anywhere (null). */
  readonly law: boolean | null;
  /** Of a rule that is found by a run of imperatives: whom they bind, and how. Its words are those of a guide's title. */
  readonly run: Audience | null;
  /** Whether the heading announces acts without saying whose, so that in guidance they are its readers'. */
  readonly unowned: boolean;
  /** Whether the rule is found by an imperative with a date of its own rather than by its words. */
  readonly dated: boolean;
  /** For the rules of table rows: whether the row is still due or done. */
  readonly row: 'due' | 'done' | null;
}

export interface Force {
  readonly kind: ClaimKind;
  readonly strength: Strength;
}

export interface Claim {
  readonly rule: ClaimRule;
  readonly kind: ClaimKind;
  readonly strength: Strength | null;
  readonly sequence: Sequence;
  readonly subject: Subject;
  /** Token at which the verb group or noun of the cue begins. */
  readonly modal: number;
  /** One past the last token of the cue. */
  readonly cueEnd: number;
  /** One past the last token of the match. */
  readonly end: number;
  /** Token of the main verb, or the first token after the cue. */
  readonly verb: number;
  /** Where its own words begin when it shares the cue of the claim before it ("will … and | open"); null otherwise. */
  readonly restart: number | null;
  /** Half-open token range within which its times and quantities are sought: up to the next claim of the sentence. */
  readonly scope: readonly [number, number];
  /** Whether its sentence says that somebody else than the speaker says, promises or restates it. */
  readonly isReported: boolean;
  /** The body that "it" or "they" stands for, where the sentence before names it. */
  readonly antecedent: string | null;
  /** Where the force came from: the sentence itself, its stem or the heading above it. */
  readonly source: 'sentence' | 'stem' | 'heading';
  /** Position in `Annotated.sentences` of what gave the force: the sentence itself, its stem or the heading. */
  readonly giver: number;
}

/** Kinds that give way to an imperative around them: "Ensure that the department reviews all plans." */
export const YIELDING: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'activity',
  'achievement',
  'forecast',
  'denial',
  'need',
]);
