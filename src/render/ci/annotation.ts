/** What a service for continuous integration is told of a run: annotations at places in files, and the rules behind them. */
import type { ExitCode, Level } from '../../model/fault.ts';
import type { Tool } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';

/** A place in one of the documents. All texts of an annotation are on one line and harmless to print. */
export interface AnnotatedPlace {
  /** The path as it was typed, with forward slashes. */
  readonly path: string;
  /** 1-based line of the file itself; null where the format has no lines, or the place is the whole document. */
  readonly line: number | null;
  readonly page: number | null;
  readonly pageLabel: string | null;
  /** The words there; null for the whole document. */
  readonly quote: string | null;
  /** Where the words stand in the document text, in UTF-16 units; null for the whole document. */
  readonly span: { readonly documentId: string; readonly start: number; readonly end: number } | null;
}

/** Another place that a reader wants to see beside it, such as that of the old version. */
export interface RelatedPlace extends AnnotatedPlace {
  readonly message: string;
}

/** Why something is not reported as active. */
export interface Suppression {
  readonly by: 'baseline' | 'ignore-file' | 'comment';
  readonly reason: string | null;
  /** The last day on which it holds. */
  readonly until: string | null;
}

/** One thing that a service shows at a place in a file: a change, or a finding. */
export interface Annotation {
  /** Stable from run to run, and different from that of every other annotation of the same document. */
  readonly id: string;
  /** What it is first of all, such as `deadline-slipped`. */
  readonly rule: string;
  /** All that it is, `rule` among them. */
  readonly rules: readonly string[];
  readonly level: Level;
  /** The commitment in a few words; null where the message has its sentence and nothing else. */
  readonly subject: string | null;
  /** What is the matter with it, in one sentence. */
  readonly what: string;
  /** The same with the quotes and where they stand. */
  readonly message: string;
  readonly place: AnnotatedPlace;
  readonly related: readonly RelatedPlace[];
  /** Ids of the records that it is about, by what they are, such as `oldId`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Whether the gate of the run fails on it. */
  readonly fails: boolean;
  readonly suppressed: Suppression | null;
}

/** A rule that annotations name: a kind of change, or a rule of `pmed check`. */
export interface CiRule {
  readonly id: string;
  /** The level it has unless settings say otherwise. */
  readonly level: Level;
  /** One sentence, without its full stop. */
  readonly short: string;
  /** What to do about it. */
  readonly help: string;
}

/** A document of the run. */
export interface CiDocument {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Whether annotations are about it, or it is only what they are compared with. */
  readonly isSubject: boolean;
}

/** Something that went wrong, or should be known, about the run itself. */
export interface CiNotice {
  readonly code: string;
  readonly level: Level;
  readonly message: string;
  readonly hint: string | null;
  readonly path: string | null;
  readonly page: number | null;
}

/** A whole run, as the formats of this room are written from it. */
export interface CiRun {
  readonly command: 'diff' | 'check';
  readonly tool: Tool;
  readonly documents: readonly CiDocument[];
  readonly rules: readonly CiRule[];
  /** In the order of the documents. */
  readonly annotations: readonly Annotation[];
  readonly notices: readonly CiNotice[];
  /** What the gate said; null where there was none. */
  readonly verdict: Verdict | null;
  readonly exitCode: ExitCode;
  /** The run in a sentence, such as `2 errors, 1 warning; 39 unchanged`. */
  readonly summary: string;
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/**
 * The same annotations, the most severe first and of one level those that the gate fails on, otherwise in their order; those
 * that are suppressed last.
 */
export function worstFirst(annotations: readonly Annotation[]): Annotation[] {
  const rank = ({ level, fails, suppressed }: Annotation): number =>
    RANK[level] + (fails ? 0 : 0.5) + (suppressed === null ? 0 : 3);
  return [...annotations].sort((a, b) => rank(a) - rank(b));
}

/** Those that are active, which is what all formats but SARIF know. */
export const activeOf = (annotations: readonly Annotation[]): Annotation[] =>
  annotations.filter(({ suppressed }) => suppressed === null);
