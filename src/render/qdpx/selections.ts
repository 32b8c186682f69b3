/** What is coded in the text of a document: one selection a passage, with all codes that it has. */
import type { ReportPart } from '../../model/part.ts';
import type { Commitment, Statement } from '../../model/report.ts';
import { readableDate } from '../dates.ts';
import { what, who } from '../undertaking.ts';
import { type Code, saidCode, strengthCode, themeCode, whoCode } from './codebook.ts';

/** A passage by its place in the text, in UTF-16 units, half-open. */
export interface Selection {
  readonly start: number;
  readonly end: number;
  /** Ids of what was found in it, as on screen: `C12`. */
  readonly refs: readonly string[];
  /** What was found in it, a line each, with its citation. */
  readonly notes: readonly string[];
  readonly codes: readonly Code[];
}

interface Open {
  readonly start: number;
  readonly end: number;
  readonly refs: string[];
  readonly notes: string[];
  /** By group and key: a passage has a code once. */
  readonly codes: Map<string, Code>;
}

/** The selections of a document, in the order of its text. */
export function selectionsOf({ document, commitments, statements, themes }: ReportPart): Selection[] {
  const open = new Map<string, Open>();
  const at = ({ start, end }: { readonly start: number; readonly end: number }): Open => {
    const key = `${start} ${end}`;
    const one = open.get(key) ?? { start, end, refs: [], notes: [], codes: new Map() };
    open.set(key, one);
    return one;
  };
  const code = (one: Open, given: Code | null): void => {
    if (given !== null) one.codes.set(`${given.group} ${given.key}`, given);
  };
  const publisher = document?.publisher ?? null;
  for (const commitment of commitments) {
    const one = at(commitment.evidence);
    one.refs.push(commitment.ref);
    one.notes.push(noteOfCommitment(commitment, publisher));
    code(one, strengthCode(commitment));
    code(one, whoCode(commitment));
  }
  for (const statement of statements) {
    const one = at(statement.evidence);
    one.refs.push(statement.ref);
    one.notes.push(noteOfStatement(statement));
    code(one, saidCode(statement));
  }
  for (const theme of themes) for (const passage of theme.evidence) code(at(passage), themeCode(theme));
  return [...open.values()]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ codes, ...one }) => ({ ...one, codes: [...codes.values()] }));
}

function noteOfCommitment(commitment: Commitment, publisher: string | null): string {
  const { ref, strengthLabel, deadline, evidence } = commitment;
  const by = deadline === null ? 'no date' : deadline.end === null ? deadline.text : `by ${readableDate(deadline.end)}`;
  return `${ref} ${strengthLabel}. ${who(commitment, publisher)}: ${what(commitment)}; ${by}. ${evidence.cite}`;
}

const noteOfStatement = ({ ref, kind, evidence }: Statement): string => `${ref} ${kind}. ${evidence.cite}`;
