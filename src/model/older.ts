/** Results of earlier minor versions of the schema brought to this one: what was added since gets the value of "not said". */
import { SCHEMA_VERSION } from './kinds.ts';

/** A key that a minor version of schema 1 added, and what it holds in results that were written before. */
interface Addition {
  readonly minor: number;
  /** Keys from the root to the objects that have it; `*` stands for every item of a list. */
  readonly path: readonly string[];
  readonly key: string;
  /** Undefined where the result is of a kind that does not have the key. */
  readonly value: (root: Record<string, unknown>, host: Record<string, unknown>) => unknown;
}

const nothing = () => null;
const empty = () => ({});
const none = () => [];

/** Where commitments stand: in a report, and on both sides of a diff. */
const COMMITMENTS = [
  ['commitments', '*'],
  ['changes', '*', 'before'],
  ['changes', '*', 'after'],
];

const ADDITIONS: readonly Addition[] = [
  { minor: 1, path: ['tool', 'options'], key: 'anchors', value: empty },
  { minor: 1, path: ['documents', '*'], key: 'fiscalYear', value: nothing },
  { minor: 2, path: ['tool', 'options'], key: 'actors', value: empty },
  ...COMMITMENTS.flatMap((path): Addition[] => [
    { minor: 2, path, key: 'restates', value: nothing },
    ...['upper', 'per', 'of', 'baseline'].map(
      (key): Addition => ({ minor: 2, path: [...path, 'targets', '*'], key, value: nothing }),
    ),
  ]),
  // Nothing was known to be a restatement.
  {
    minor: 2,
    path: ['summary'],
    key: 'distinct',
    value: ({ commitments }) => (Array.isArray(commitments) ? commitments.length : undefined),
  },
  { minor: 3, path: ['tool', 'options'], key: 'config', value: empty },
  { minor: 3, path: ['themes', '*', 'evidence', '*'], key: 'from', value: nothing },
  { minor: 3, path: ['themes', '*', 'evidence', '*'], key: 'terms', value: none },
  // There were no other schemes.
  {
    minor: 3,
    path: ['themes', '*'],
    key: 'scheme',
    value: (_, { id }) => (typeof id === 'string' && id.startsWith('sdg-') ? 'sdg' : 'policy'),
  },
  { minor: 3, path: ['themes', '*'], key: 'designEffect', value: () => 1 },
  { minor: 3, path: ['themes', '*'], key: 'parts', value: nothing },
  { minor: 3, path: ['themes', '*'], key: 'change', value: nothing },
  ...['line', 'pageLabel', 'sectionId'].map(
    (key): Addition => ({ minor: 3, path: ['themes', '*', 'evidence', '*'], key, value: nothing }),
  ),
  { minor: 3, path: ['documents', '*'], key: 'passages', value: passagesOf },
  { minor: 3, path: ['documents', '*'], key: 'parts', value: nothing },
  { minor: 4, path: ['themeChanges', '*'], key: 'aligned', value: nothing },
  // Nothing was known to be accepted.
  { minor: 4, path: [], key: 'suppressed', value: ({ kind }) => (kind === 'diff' ? [] : undefined) },
  { minor: 4, path: [], key: 'dutyChanges', value: ({ kind }) => (kind === 'diff' ? [] : undefined) },
  { minor: 4, path: [], key: 'dutiesUnchanged', value: ({ kind }) => (kind === 'diff' ? 0 : undefined) },
  // Nobody had reviewed anything.
  ...COMMITMENTS.map((path): Addition => ({ minor: 5, path, key: 'review', value: nothing })),
  { minor: 5, path: [], key: 'rejected', value: ({ kind }) => (kind === 'report' ? [] : undefined) },
  { minor: 5, path: ['tool', 'options'], key: 'review', value: nothing },
];

/** Passages of a document, worked back from its theme that was seen most; null where there is none. */
function passagesOf({ themes }: Record<string, unknown>, { id }: Record<string, unknown>): number | null {
  let most = 0;
  let total: number | null = null;
  for (const theme of Array.isArray(themes) ? themes : []) {
    if (!isObject(theme) || theme.documentId !== id) continue;
    const { passages, share } = theme;
    if (typeof passages !== 'number' || typeof share !== 'number' || passages <= most || share <= 0) continue;
    most = passages;
    total = Math.round(passages / share);
  }
  return total;
}

/**
 * Adds in place what later minor versions of schema 1 have more, and sets the version to today's. What is of today's
 * version, of another schema, or no result at all is left as it is, for the schema to judge.
 * @param result a report or diff as parsed from its JSON
 */
export function bringUpToDate(result: unknown): void {
  if (!isObject(result) || typeof result.schemaVersion !== 'string') return;
  const minor = Number(/^1\.(\d{1,4})$/.exec(result.schemaVersion)?.[1]);
  const later = ADDITIONS.filter((addition) => addition.minor > minor);
  if (later.length === 0) return;
  for (const { path, key, value } of later)
    for (const host of objectsAt(result, path)) {
      const given = value(result, host);
      if (given !== undefined && !Object.hasOwn(host, key)) host[key] = given;
    }
  result.schemaVersion = SCHEMA_VERSION;
}

function objectsAt(root: unknown, path: readonly string[]): Record<string, unknown>[] {
  let found: unknown[] = [root];
  for (const step of path)
    found = found.flatMap((each) => {
      if (step === '*') return Array.isArray(each) ? each : [];
      return isObject(each) && Object.hasOwn(each, step) ? [each[step]] : [];
    });
  return found.filter(isObject);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
