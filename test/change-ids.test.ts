/** Ids of changes and findings: the same for the same change wherever it stands and whatever else changed, another for another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { check } from '../src/check/check.ts';
import { compileChecks } from '../src/check/check-rules.ts';
import { diff } from '../src/compare/diff.ts';
import { loadRules } from '../src/rules/load.ts';

const ward = 'We will open a ward for older patients by 2027.';
const OLD = {
  ward,
  trees: 'The council will plant 40 trees on Mill Lane by 2026.',
  survey: 'The Parks Team will publish the survey of tenants.',
  library: "We will keep the town's library open on Sundays.",
  depot: 'We will sell the old depot on Quay Street.',
};
const NEW = {
  ward: 'We aim to open a ward for older patients by 2029.',
  trees: 'The council will plant 25 trees on Mill Lane by 2026.',
  survey: 'The survey of tenants will be published.',
  library: "Subject to funding, we will keep the town's library open on Sundays.",
  bridge: 'We will repair the footbridge over the Fern by 2028.',
};
type Sentences = Readonly<Record<string, string>>;

/** How the same text may be set. */
interface Setting {
  readonly numbers: 'none' | 'from-1' | 'from-4';
  readonly width: number;
  readonly hasPages: boolean;
  readonly isCurly: boolean;
  readonly others: readonly string[];
}
const PLAIN: Setting = { numbers: 'none', width: 1000, hasPages: false, isCurly: false, others: [] };

function page(sentences: Sentences, { numbers, width, hasPages, isCurly, others }: Setting): string {
  const first = numbers === 'from-4' ? 4 : 1;
  const heading = (title: string, at: number) => `## ${numbers === 'none' ? '' : `${first + at}. `}${title}`;
  const all = Object.values(sentences);
  const blocks = [
    '# Plan for Fernhollow',
    'Fernhollow Council, 1 March 2025',
    heading('What we will do', 0),
    ...others.map((one) => folded(one, width)),
    ...all.slice(0, 3).map((one) => folded(one, width)),
    heading('Where we will do it', 1),
    ...all.slice(3).map((one) => folded(one, width)),
  ];
  const text = blocks.join(hasPages ? '\n\n\f' : '\n\n');
  return isCurly ? text.replaceAll("'", '’') : text;
}

/** Broken into lines of at most so many characters. */
function folded(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

async function changes(old: Sentences, now: Sentences, settings: readonly [Setting, Setting] = [PLAIN, PLAIN]) {
  const [before, after] = await Promise.all(
    [page(old, settings[0]), page(now, settings[1])].map((text) =>
      analyse({ name: 'plan.md', text, mediaType: 'text/markdown' }),
    ),
  );
  if (!before || !after) throw new Error('unreachable');
  return diff(before, after).changes.map(
    ({ id, kinds }) => `${id} ${kinds.filter((kind) => kind !== 'moved').join('+')}`,
  );
}

const setting = fc.record({
  numbers: fc.constantFrom('none', 'from-1', 'from-4'),
  width: fc.constantFrom(30, 47, 80, 1000),
  hasPages: fc.boolean(),
  isCurly: fc.boolean(),
  others: fc.subarray([
    'We will mend the roof of the town hall by 2030.',
    'The Harbour Office will charge less for small boats.',
    'We aim to cut the noise of lorries.',
  ]),
});

describe('the id of a change', () => {
  it('is the same however the text is set, and whatever else stands there', async () => {
    const plain = await changes(OLD, NEW);
    expect(plain.map((one) => one.replace(/^\S+ /, '')).sort()).toEqual([
      'actor-dropped',
      'added',
      'condition-added',
      'removed',
      'target-lowered',
      'weakened+deadline-slipped',
    ]);
    await fc.assert(
      fc.asyncProperty(setting, setting, async (before, after) => {
        const found = await changes(OLD, NEW, [before, after]);
        expect(found).toEqual(expect.arrayContaining(plain));
      }),
      { numRuns: 40 },
    );
  });

  const accepted = async () => new Set((await changes(OLD, NEW)).map((one) => one.replace(/ .*/, '')));
  it.each([
    ['a still later day', { ...NEW, ward: 'We aim to open a ward for older patients by 2032.' }],
    ['a still lower number', { ...NEW, trees: 'The council will plant 5 trees on Mill Lane by 2026.' }],
    ['one more condition', { ...NEW, library: "If members agree, we will keep the town's library open on Sundays." }],
    ['somebody else', { ...NEW, survey: 'The Harbour Office will publish the survey of tenants.' }],
    ['another number in what is new', { ...NEW, bridge: 'We will repair the footbridge over the Fern by 2040.' }],
    ['a day as well', { ...NEW, trees: 'The council will plant 25 trees on Mill Lane by 2031.' }],
  ])('is another for another change of the same commitment: %s', async (_, now) => {
    const known = await accepted();
    const fresh = (await changes(OLD, now)).filter((one) => !known.has(one.replace(/ .*/, '')));
    expect(fresh).toHaveLength(1);
  });

  it('of a rewording is another for other words', async () => {
    const one = await changes(OLD, { ...OLD, depot: 'We will sell the former depot on Quay Street.' });
    const two = await changes(OLD, { ...OLD, depot: 'We will sell the disused depot on Quay Street.' });
    expect([one.length, two.length]).toEqual([1, 1]);
    expect(one).not.toEqual(two);
  });
});

describe('the id of a finding', () => {
  it('is the same however the text is set, and whatever else stands there', async () => {
    const checks = compileChecks(await loadRules());
    const found = async (its: Setting) => {
      const report = await analyse({ name: 'plan.md', text: page(NEW, its), mediaType: 'text/markdown' });
      return check({ ...report, document: report.documents[0] ?? null }, checks)
        .filter(({ rule }) => rule !== 'we-undefined') // of the first "we" of a document, wherever that is
        .map(({ id, rule }) => `${id} ${rule}`);
    };
    const plain = await found(PLAIN);
    expect(plain.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(setting, async (its) => {
        expect(await found(its)).toEqual(expect.arrayContaining(plain));
      }),
      { numRuns: 40 },
    );
  });
});
