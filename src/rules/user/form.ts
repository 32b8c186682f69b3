/** The form of pack files: what may stand at the top of each kind. */
import * as v from 'valibot';
import { COUNTRY, id, RULES, THEME, texts } from './fields.ts';
import { PACKS, type PackName } from './packs.ts';

const words = v.record(v.string(), v.union([v.string(), v.number()]));
const version = v.union([v.string(), v.number()]);

/** What tells of a file as a whole; it may stand at the top of any of its parts. */
const head = {
  id: v.exactOptional(id),
  title: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  version: v.exactOptional(version),
  language: v.exactOptional(v.picklist(['en'])),
  'min-pmed': v.exactOptional(version),
  disable: v.exactOptional(texts),
};

const withLists = {
  pack: v.picklist(PACKS),
  ...head,
  lists: v.exactOptional(v.record(v.string(), texts)),
  'replaces-lists': v.exactOptional(texts),
  'example-date': v.exactOptional(v.string()),
};

const ruled = <const Pack extends keyof typeof RULES>(pack: Pack) => ({
  ...withLists,
  rules: v.exactOptional(v.array(RULES[pack])),
});

const listed = v.strictObject({ ...withLists, finds: v.exactOptional(texts), ignores: v.exactOptional(texts) });

/** A part without `pack` tells of the file only. */
export const HEAD = v.strictObject(head);

/** The form of each kind of pack. */
export const FORMS = {
  commitment: v.strictObject(ruled('commitment')),
  statement: v.strictObject(ruled('statement')),
  heading: v.strictObject(ruled('heading')),
  time: v.strictObject({
    ...ruled('time'),
    step: v.exactOptional(v.picklist([0, 1, 2, 3, 4, 5])),
    rounds: v.exactOptional(v.picklist([1, 2, 3])),
    tables: v.exactOptional(v.record(v.string(), words)),
  }),
  event: v.strictObject({ ...ruled('event'), tables: v.exactOptional(v.record(v.string(), words)) }),
  quantity: v.strictObject({
    ...ruled('quantity'),
    step: v.exactOptional(v.picklist([1, 2])),
    units: v.exactOptional(v.record(v.string(), v.string())),
    heads: v.exactOptional(v.record(v.string(), v.string())),
    parts: v.exactOptional(v.record(v.string(), v.number())),
    scales: v.exactOptional(v.record(v.string(), v.number())),
    words: v.exactOptional(
      v.strictObject({
        'money-scale': v.exactOptional(texts),
        'money-sign': v.exactOptional(texts),
        loose: v.exactOptional(texts),
        modifier: v.exactOptional(texts),
      }),
    ),
    directions: v.exactOptional(v.record(v.string(), v.picklist(['up', 'down']))),
  }),
  condition: v.strictObject(ruled('condition')),
  quality: v.strictObject(ruled('quality')),
  beneficiary: v.strictObject({
    ...ruled('beneficiary'),
    heads: v.exactOptional(
      v.strictObject({
        general: v.exactOptional(texts),
        special: v.exactOptional(texts),
        singular: v.exactOptional(texts),
      }),
    ),
    traits: v.exactOptional(texts),
  }),
  check: v.strictObject({ ...ruled('check'), 'example-as-of': v.exactOptional(v.string()) }),
  agent: listed,
  clause: listed,
  column: listed,
  inflection: v.strictObject({
    pack: v.picklist(PACKS),
    ...head,
    plurals: v.exactOptional(v.record(v.string(), texts)),
    forms: v.exactOptional(v.record(v.string(), texts)),
    gradable: v.exactOptional(texts),
    uninflected: v.exactOptional(texts),
  }),
  country: v.strictObject({ pack: v.picklist(PACKS), ...head, countries: v.array(COUNTRY) }),
  themes: v.strictObject({
    pack: v.picklist(PACKS),
    ...head,
    scheme: id,
    masks: v.optional(texts, []),
    themes: v.optional(v.array(THEME), []),
    'example-date': v.exactOptional(v.string()),
  }),
} satisfies Readonly<Record<PackName, v.GenericSchema>>;
