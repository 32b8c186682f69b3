/** What is accepted by comments, ignore files and baselines, and what nevertheless is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Acceptor } from '../src/accept/accept.ts';
import type { Acceptable, BaselineEntry, CommentRange, IgnoreEntry } from '../src/model/accepted.ts';

const NOTHING = { comments: [], ignores: [], baseline: [], asOf: null };

interface Said {
  readonly comments: readonly CommentRange[];
  readonly ignores: readonly IgnoreEntry[];
  readonly baseline: readonly BaselineEntry[];
  readonly asOf: string | null;
}

/** All documents at once. */
function accept(items: readonly Acceptable[], { comments, ...rest }: Said) {
  const acceptor = new Acceptor(rest);
  const parted = acceptor.part(items, comments, (its) => its);
  const { unusedIgnores, endedIgnores, orphans } = acceptor;
  return { ...parted, unusedIgnores, endedIgnores, orphans };
}

const place = { documentId: 'd-1', start: 100, end: 150, quote: 'The council’s review will be held in due course.' };
const item = (more: Partial<Acceptable> = {}): Acceptable => ({
  sort: 'finding',
  id: 'f-1',
  names: ['no-owner'],
  commitmentIds: ['c-1'],
  places: [place],
  document: 'plan.md',
  ...more,
});
const entry = (more: Partial<IgnoreEntry> = {}): IgnoreEntry => ({
  line: 1,
  id: null,
  quote: null,
  rules: null,
  reason: 'agreed',
  until: null,
  ...more,
});
const hides = (ignore: IgnoreEntry, its = item(), asOf: string | null = null) =>
  accept([its], { ...NOTHING, ignores: [ignore], asOf }).hidden.length === 1;

describe('an entry of an ignore file', () => {
  it('is for the rules that it names, or for every rule', () => {
    expect(hides(entry({ id: 'c-1' }))).toBe(true);
    expect(hides(entry({ id: 'c-1', rules: ['no-owner', 'weak-verb'] }))).toBe(true);
    expect(hides(entry({ id: 'c-1', rules: ['weak-verb'] }))).toBe(false);
    expect(hides(entry({ id: 'c-2' }))).toBe(false);
    expect(hides(entry({ id: 'f-1' }))).toBe(true);
  });
  it('hides a change only where all its kinds are named, or the very change is', () => {
    const change = item({ sort: 'change', id: 'x-1', names: ['actor-changed', 'weakened'] });
    expect(hides(entry({ id: 'c-1' }), change)).toBe(false);
    expect(hides(entry({ id: 'c-1', rules: ['actor-changed'] }), change)).toBe(false);
    expect(hides(entry({ id: 'c-1', rules: ['weakened', 'actor-changed'] }), change)).toBe(true);
    expect(hides(entry({ id: 'x-1' }), change)).toBe(true);
  });
  it('finds words however they are set, and looks at what stands around them', () => {
    const quote = (exact: string, prefix = '', suffix = '') => hides(entry({ quote: { prefix, exact, suffix } }));
    expect(quote("council's  Review")).toBe(true);
    expect(quote('review', "the council's ", ' will be held')).toBe(true);
    expect(quote('review', 'the mayor’s ')).toBe(false);
    expect(quote('review', '', ' has been held')).toBe(false);
    expect(quote('the council', 'We said so before. ')).toBe(true);
    expect(quote('Before it. The council’s review will be held in due course. After it.')).toBe(true);
    expect(quote('')).toBe(false);
  });
  it('ends after its last day, if a day is given at all', () => {
    const until = entry({ id: 'c-1', until: '2027-03-31' });
    expect(hides(until)).toBe(true);
    expect(hides(until, item(), '2027-03-31')).toBe(true);
    expect(hides(until, item(), '2027-04-01')).toBe(false);
    const { endedIgnores, unusedIgnores } = accept([item()], { ...NOTHING, ignores: [until], asOf: '2028-01-01' });
    expect([endedIgnores, unusedIgnores]).toEqual([[until], []]);
  });
  it('is told of when it hides nothing', () => {
    const [used, unused] = [entry({ id: 'c-1' }), entry({ id: 'c-9', line: 7 })];
    expect(accept([item()], { ...NOTHING, ignores: [used, unused] }).unusedIgnores).toEqual([unused]);
  });
});

it('goes by the comment first, and counts an entry that says the same as used', () => {
  const comment = { documentId: 'd-1', start: 90, end: 101, rules: ['no-owner'], reason: 'seen', line: 3 };
  const far = { ...comment, start: 150, end: 200, line: 9 };
  const parted = accept([item(), item({ id: 'f-2', names: ['weak-verb'] })], {
    ...NOTHING,
    comments: [comment, far],
    ignores: [entry({ id: 'c-1', rules: ['no-owner'] })],
  });
  expect(parted.hidden).toMatchObject([{ item: { id: 'f-1' }, by: 'comment', reason: 'seen' }]);
  expect(parted.active).toMatchObject([{ id: 'f-2' }]);
  expect(parted.unusedIgnores).toEqual([]);
  expect(parted.unusedComments).toEqual([far]);
});

describe('a baseline', () => {
  const recorded = (items: readonly Acceptable[]): BaselineEntry[] =>
    items.map(({ id, document, places }) => ({ id, document, quote: places[0]?.quote ?? '' }));
  const run = (items: readonly Acceptable[], baseline: readonly BaselineEntry[]) =>
    accept(items, { ...NOTHING, baseline });

  it('needs an entry for each of several equal findings, and hides the ones whose words it has', () => {
    const [one, two] = [item(), item({ id: 'f-1#2', places: [{ ...place, quote: 'Another sentence.' }] })];
    const { active } = run([one, two], recorded([{ ...two, id: 'f-1' }]));
    expect(active).toEqual([one]);
    expect(run([one, two], recorded([one, two])).active).toEqual([]);
  });
  it('holds for a document that was renamed, after those of its own name', () => {
    const renamed = item({ document: 'plan-final.md' });
    expect(run([renamed], recorded([item()])).active).toEqual([]);
    expect(run([renamed, item()], recorded([item()])).active).toEqual([renamed]);
  });
  it('holds for the same words under another heading, which is in the id, if the rule is the same', () => {
    const [entry] = recorded([item()]);
    if (entry === undefined) throw new Error('unreachable');
    const elsewhere = item({ id: 'f-2' });
    expect(run([elsewhere], [{ ...entry, rule: 'no-owner' }]).active).toEqual([]);
    expect(run([elsewhere], [{ ...entry, rule: 'weak-verb' }]).active).toEqual([elsewhere]);
    expect(run([elsewhere], [entry]).active).toEqual([elsewhere]);
  });
  it('tells of entries that nothing is found for', () => {
    const orphan = { id: 'f-9', document: 'plan.md', quote: 'Gone.' };
    expect(run([item()], [...recorded([item()]), orphan]).orphans).toEqual([orphan]);
  });
  it('hides all of what it was made from, and of any other list no more than it has entries', () => {
    const items = fc.array(
      fc
        .tuple(
          fc.constantFrom('f-a', 'f-b', 'f-b#2', 'f-c'),
          fc.constantFrom('a.md', 'b.md'),
          fc.constantFrom('x', 'y'),
        )
        .map(([id, document, quote]) => item({ id, document, places: [{ ...place, quote }] })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, items, (before, after) => {
        const baseline = recorded(before);
        expect(run(before, baseline)).toMatchObject({ active: [], orphans: [] });
        expect(run([...before].reverse(), baseline)).toMatchObject({ active: [], orphans: [] });
        const { active, hidden, orphans } = run(after, baseline);
        expect(active.length + hidden.length).toBe(after.length);
        expect(hidden.length + orphans.length).toBe(baseline.length);
      }),
    );
  });
});
