/** What the fields of rules may hold, for each kind of pack. */
import * as v from 'valibot';
import { COMMITMENT_KINDS, STATEMENT_KINDS } from '../../model/kinds.ts';

/** Words, phrases, patterns or sentences. */
export const texts = v.array(v.string());

/** An id: it stands in the report, in `disable` and on the command line. */
export const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
    'an id is written in small letters, figures and hyphens, as in will-action.',
  ),
  v.maxLength(80, 'an id has at most 80 characters.'),
);

const strength = v.picklist([1, 2, 3, 4, 5], 'Values: 5 (binding), 4 (firm), 3 (planned), 2 (aimed), 1 (wished).');
const claimKind = v.picklist([...COMMITMENT_KINDS, ...STATEMENT_KINDS]);
const force = v.strictObject({ kind: claimKind, strength });
const atLeastOne = v.pipe(texts, v.minLength(1, 'at least one pattern must stand here.'));

const shared = {
  id,
  description: v.string(),
  /** Whether it takes the place of the rule that has its id. */
  replaces: v.exactOptional(v.boolean()),
  match: atLeastOne,
  except: v.exactOptional(texts),
  unless: v.exactOptional(texts),
  with: v.exactOptional(texts),
  finds: v.exactOptional(texts),
  ignores: v.exactOptional(texts),
  'wrong-today': v.exactOptional(v.strictObject({ finds: v.exactOptional(texts), ignores: v.exactOptional(texts) })),
};

const claim = {
  ...shared,
  kind: claimKind,
  strength: v.exactOptional(strength),
  subject: v.exactOptional(
    v.array(v.picklist(['own', 'agent', 'others', 'instrument', 'text', 'pronoun', 'thing', 'none'])),
  ),
  voice: v.exactOptional(v.picklist(['active', 'passive', 'nominal', 'verbless'])),
  novelty: v.exactOptional(v.picklist(['new', 'restated', 'ongoing', 'extended', 'unknown'])),
  measured: v.exactOptional(force),
  imperative: v.exactOptional(force),
  lowers: v.exactOptional(texts),
  law: v.exactOptional(v.boolean()),
};

const UNITS: readonly string[] = [
  ...['second', 'minute', 'hour', 'day', 'working-day', 'week', 'weekend', 'fortnight', 'month', 'quarter', 'half'],
  ...['season', 'year', 'fiscal-quarter', 'fiscal-year', 'academic-year', 'decade', 'century', 'millennium', 'unknown'],
];

const SPANS: readonly string[] = [
  ...['date', 'range', 'duration', 'set', 'reference', 'event', 'clocktime', 'happening', 'present', 'amount'],
  ...['veto', 'cue'],
];

const OPERATIONS: readonly string[] = [
  ...['fields', 'shift', 'numeric', 'duration', 'signed', 'offset', 'range', 'set', 'reference', 'event'],
  ...['amount', 'same', 'year-to', 'length-to', 'year-ago', 'nothing'],
];

const time = {
  ...shared,
  makes: v.picklist(SPANS),
  value: v.exactOptional(v.picklist(OPERATIONS)),
  role: v.exactOptional(v.picklist(['deadline', 'start', 'period', 'recurrence', 'point', 'vague'])),
  relation: v.exactOptional(v.picklist(['by', 'within', 'from', 'until', 'during', 'on', 'every', 'after', 'before'])),
  vagueness: v.exactOptional(v.picklist(['near', 'medium', 'long', 'open'])),
  capitals: v.exactOptional(texts),
  priority: v.exactOptional(v.number()),
  direction: v.exactOptional(v.picklist(['past', 'future', 'near', 'same', 'onward'])),
  from: v.exactOptional(v.picklist(['document', 'narrative', 'setting', 'story', 'results'])),
  unit: v.exactOptional(v.picklist(UNITS)),
  by: v.exactOptional(v.number()),
  sign: v.exactOptional(v.picklist([1, -1])),
  part: v.exactOptional(v.picklist(['early', 'mid', 'late', 'start', 'end', 'later', 'earlier'])),
  amount: v.exactOptional(v.nullable(v.number())),
  ref: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  fields: v.exactOptional(v.record(v.string(), v.union([v.number(), v.string()]))),
  told: v.exactOptional(v.literal('chronicle')),
  'when-over': v.exactOptional(v.literal('stays')),
};

/** The fields of a rule, by kind of pack; packs that are not here hold no rules. */
export const RULES = {
  commitment: v.strictObject(claim),
  statement: v.strictObject(claim),
  heading: v.strictObject({
    ...claim,
    run: v.exactOptional(v.picklist(['own', 'recommended', 'required'])),
    unowned: v.exactOptional(v.boolean()),
    dated: v.exactOptional(v.boolean()),
    row: v.exactOptional(v.picklist(['due', 'done'])),
  }),
  time: v.strictObject(time),
  event: v.strictObject({
    ...shared,
    edge: v.picklist(['at', 'start', 'end', 'horizon']),
    event: v.exactOptional(v.string()),
    legend: v.exactOptional(v.boolean()),
  }),
  quantity: v.strictObject({
    ...shared,
    makes: v.picklist(['amount', 'veto', 'cue']),
    value: v.exactOptional(v.number()),
    unit: v.exactOptional(v.string()),
    as: v.exactOptional(v.picklist(['ratio', 'part', 'times'])),
    comparator: v.exactOptional(v.picklist(['=', '>=', '<=', '~'])),
    direction: v.exactOptional(v.picklist(['up', 'down', 'none'])),
    past: v.exactOptional(v.boolean()),
  }),
  condition: v.strictObject({
    ...shared,
    kind: v.picklist(['event', 'authority', 'resource', 'discretionary']),
    reach: v.exactOptional(v.literal('clause')),
  }),
  quality: v.strictObject({
    ...shared,
    says: v.picklist(['restated', 'extended', 'ongoing', 'new', 'negative', 'vague']),
    at: v.exactOptional(v.picklist(['verb', 'subject'])),
  }),
  beneficiary: v.strictObject({ ...shared, at: v.exactOptional(v.literal('subject')) }),
  check: v.strictObject({
    ...shared,
    match: v.exactOptional(atLeastOne),
    judge: v.exactOptional(v.literal('code')),
    level: v.exactOptional(v.picklist(['error', 'warning', 'note', 'off'])),
    at: v.exactOptional(v.picklist(['sentence', 'action'])),
    unmeasured: v.exactOptional(v.boolean()),
    says: v.exactOptional(v.picklist(['standing', 'change', 'better', 'state'])),
    message: v.exactOptional(v.string()),
    remedy: v.exactOptional(v.string()),
  }),
};

/** The fields of a theme. */
export const THEME = v.strictObject({
  id,
  label: v.pipe(
    v.string(),
    v.regex(/[^\s]/, 'a label has letters.'),
    v.maxLength(200, 'a label has at most 200 characters.'),
  ),
  facet: v.optional(v.picklist(['lens', 'sector']), 'lens'),
  description: v.optional(v.string(), ''),
  replaces: v.exactOptional(v.boolean()),
  terms: v.strictObject({
    strong: v.optional(texts, []),
    medium: v.optional(texts, []),
    weak: v.optional(texts, []),
  }),
  masks: v.optional(texts, []),
  finds: v.optional(texts, []),
  ignores: v.optional(texts, []),
  'wrong-today': v.exactOptional(v.strictObject({ finds: v.exactOptional(texts), ignores: v.exactOptional(texts) })),
});

const day = v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/, "a day is written as month and day in quotes, as in '04-01'."));

/** What shows a country, and how dates are kept there. */
export const COUNTRY = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country goes by the two capitals of ISO 3166, as in GB.')),
  replaces: v.exactOptional(v.boolean()),
  'fiscal-year': day,
  changed: v.exactOptional(v.union([v.number(), v.string()])),
  'earlier-year': v.exactOptional(day),
  'date-order': v.picklist(['dmy', 'mdy']),
  'year-pairs': v.exactOptional(v.picklist(['calendar', 'financial'])),
  own: v.optional(texts, []),
  names: v.optional(texts, []),
  domains: v.optional(texts, []),
  local: v.optional(texts, []),
  'local-year': v.exactOptional(day),
});
