/** A sentence with one time expression, or with none, and what is true of it. */
export interface Probe {
  readonly id: string;
  readonly text: string;
  /** The day of the document. */
  readonly dct: string;
  readonly target: { readonly start: number; readonly end: number; readonly text: string } | null;
  readonly value: string | null;
  readonly accept: readonly string[];
  readonly interval: readonly [string | null, string | null] | null;
  readonly role: string;
  /** What pmed is known to miss of it. */
  readonly 'wrong-today'?: readonly Miss[];
}

export type Miss = 'found' | 'right' | 'role';

export interface FoundTime {
  readonly span: { readonly start: number; readonly end: number };
  readonly value: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly role: string;
  readonly resolved: boolean;
}

export function judge(probe: Probe, times: readonly FoundTime[]): Readonly<Record<Miss, boolean>>;
