/** Examples of rules: that each kind of wrong example is noticed, and what is said of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkExamples } from '../src/proof/check.ts';
import { loadRules } from '../src/rules/load.ts';
import type { CompiledPack, PackFile } from '../src/rules/pack.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const rules = await loadRules();

const run = (file: Omit<PackFile, 'file'> & { readonly pack: string }) =>
  checkExamples({ file: 'mine.yaml', ...file }, { rules, sources: pack.files });

/** The outcomes of examples that stand beside a rule of pmed's own, found by pack and id. */
async function outcomes(name: string, id: string, beside: Readonly<Record<string, unknown>>) {
  const own = pack.files.flatMap((file) => (file.pack === name ? (file.rules ?? []) : [])).find((its) => its.id === id);
  const { finds: _, ignores: __, ...rule } = own ?? { id, description: '' };
  const results = await run({ pack: name, rules: [{ ...rule, ...beside, id, description: 'A rule.' }] });
  return results.map(({ outcome }) => outcome);
}

describe('an example is noticed that is wrong in', () => {
  test.each([
    ['commitment', 'will-action', 'The council [will|modal] [mend|verb] the quay.', 'The council mended the quay.'],
    [
      'commitment',
      'will-action',
      '[The council|actor] will mend it by [2026|deadline].',
      'The [mayor|actor] will mend it.',
    ],
    ['commitment', 'will-action', 'We will mend it [by 2026|due].', 'We will mend it by [2026|until].'],
    ['statement', 'must-others', '[Providers|actor] must register.', 'Providers [may|modal] register.'],
    [
      'condition',
      'authority',
      '[Subject to Treasury approval|condition], we will recruit.',
      '[On Monday|condition] we will dance.',
    ],
    ['quality', 'ongoing', 'We will continue to fund the night bus.', 'We will fund a night bus.'],
    [
      'beneficiary',
      'easier-for',
      'We will make it easier for [disabled people|beneficiary] to vote.',
      'We will help [boats|beneficiary].',
    ],
    ['quantity', 'count', 'We will plant [30 trees|30 trees up].', 'We will plant [30 trees|40 trees up].'],
    ['time', 'by', 'We will finish by [2030|2030 ..2030-12-31 deadline].', 'We will finish by [2030|2031].'],
    ['time', 'by', 'We will finish by [2030|2030 deadline].', 'We will finish by [2030|2030 point].'],
    [
      'event',
      'assent',
      '[Royal Assent|event] was given on [1 March 2025|when].',
      '[Assent|event] came on [1 May 2020|when].',
    ],
  ])('%s/%s', async (name, id, right, wrong) => {
    expect(await outcomes(name, id, { finds: [right, wrong] })).toEqual(['passed', 'failed']);
    expect(await outcomes(name, id, { 'wrong-today': { finds: [right, wrong] } })).toEqual([
      'right-now',
      'wrong-today',
    ]);
  });

  test.each([
    ['commitment', 'will-action', 'The council will mend the quay.'],
    ['condition', 'authority', 'Subject to Treasury approval, we will recruit.'],
    ['quality', 'ongoing', 'We will continue to fund the night bus.'],
    ['quantity', 'count', 'We will plant 30 trees.'],
    ['time', 'by', 'We will finish by 2030.'],
  ])('%s/%s, which ignores it', async (name, id, text) => {
    expect(await outcomes(name, id, { ignores: [text, 'The quay is old.'] })).toContain('failed');
  });
});

test('names of bodies are proven at the top of their file', async () => {
  const results = await run({
    pack: 'agent',
    finds: ['[The Council|actor] will mend it.', '[The Quay|actor] is old.'],
  });
  expect(results.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(['agent passed', 'agent failed']);
});

test('a mark that is not closed, and a name that is not marked, prove nothing', async () => {
  const results = await run({
    pack: 'agent',
    finds: ['[The Council|actor will mend it.', 'The Council will mend it.'],
  });
  expect(results.map(({ outcome, because }) => `${outcome}: ${because}`)).toEqual([
    'failed: a mark is opened and not closed: write [words|name]',
    'failed: nothing is marked: say who is bound, as in [The Board|actor]',
  ]);
});

test('an example that failed says what was found instead, and what the rule lacks', async () => {
  const finds = ['The council [will|modal] [mend|verb] the quay.', 'The council intends to mend the quay.'];
  const own = pack.files.flatMap((file) => file.rules ?? []).find(({ id }) => id === 'will-action');
  const results = await run({ pack: 'commitment', rules: [{ ...own, id: 'will-action', description: '.', finds }] });
  expect(results[1]).toMatchObject({
    outcome: 'failed',
    expected: [],
    found: [expect.stringContaining('commitment/')],
    because: [expect.any(String)],
  });
});

test('a part that no mark can name is told with those that there are', async () => {
  const own = pack.files.flatMap((file) => file.rules ?? []).find(({ id }) => id === 'will-action');
  const finds = ['[The council|owner] will mend the quay.'];
  const [result] = await run({ pack: 'commitment', rules: [{ ...own, id: 'will-action', description: '.', finds }] });
  expect(result).toMatchObject({
    outcome: 'failed',
    because: [expect.stringMatching(/^no part is called "owner"; there are actor, action, .*modal/)],
  });
});

test('a rule for amounts or times that finds nothing says what it lacks, or who found it', async () => {
  const text = `pack: quantity
rules:
  - id: crew
    description: A crew.
    makes: amount
    unit: sailors
    match: ["a stout crew of value=:numeral"]
    finds: ["We will hire [a crew of 12|12 sailors]."]
---
pack: time
rules:
  - id: weeks
    description: Weeks.
    makes: duration
    value: duration
    amount: 6
    unit: week
    match: [six long weeks]
    finds: ["It lasts [six weeks|P6W]."]
`;
  const files: PackFile[] = [
    {
      file: 'mine.yaml',
      pack: 'quantity',
      rules: [
        {
          id: 'crew',
          description: 'A crew.',
          match: ['a stout crew of value=:numeral'],
          finds: ['We will hire a [crew of 12|12 sailors].'],
        },
      ],
    },
    {
      file: 'mine.yaml',
      pack: 'time',
      rules: [
        {
          id: 'weeks',
          description: 'Weeks.',
          makes: 'duration',
          match: ['six long weeks'],
          finds: ['It lasts [six weeks|P6W].'],
        },
      ],
    },
  ];
  const own = await loadRules({ packs: [{ name: 'mine.yaml', text }] });
  const results = await Promise.all(
    files.map((file) => checkExamples(file, { rules: own, sources: [...pack.files, ...files] })),
  );
  expect(results.flat().map(({ outcome, because }) => [outcome, because])).toEqual([
    ['failed', [expect.stringMatching(/^needs "stout" .*before "crew"/)]],
    ['failed', [expect.stringContaining('found already')]],
  ]);
});

test('in what a pack of names ignores somebody may be bound whom nobody names', async () => {
  const ignores = ['The bridge will be mended by 2030.', 'The council will mend the bridge.'];
  const results = await run({ pack: 'agent', ignores });
  expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
});

test('a theme that an example does not carry says which of its terms stand there', async () => {
  const text = `pack: themes
scheme: harbours
masks: [low tide inn]
themes:
  - id: tides
    label: Tides
    terms: { strong: [tide table], medium: [low tide], weak: [tide] }
`;
  const own = await loadRules({ packs: [{ name: 'mine.yaml', text }] });
  const finds = [
    'A tide is what nobody on the island waits for when the ferry has gone at noon.',
    'The choir sang.',
    'We met at the Low Tide Inn, and the old boat lay by the wall all through the long night.',
    'The tide table hangs in the office.',
  ];
  const file = { file: 'mine.yaml', pack: 'themes', scheme: 'harbours', themes: [{ id: 'tides', finds }] };
  const results = await checkExamples(file, { rules: own, sources: pack.files });
  expect(results.map(({ outcome, because }) => [outcome, because.at(-1)])).toEqual([
    ['failed', 'weak terms count only beside another term of the theme'],
    ['failed', 'none of its terms stands there'],
    ['failed', '"Low Tide" stands within a mask or a longer term, and does not count'],
    ['passed', undefined],
  ]);
});

test('an example without an undertaking says that there must be one', async () => {
  const own = pack.files.flatMap((file) => file.rules ?? []).find(({ id }) => id === 'easier-for');
  const finds = ['It was easier for [sailors|beneficiary] to vote.'];
  const results = await run({
    pack: 'beneficiary',
    rules: [{ ...own, id: 'easier-for', description: '.', finds, ignores: [] }],
  });
  expect(results.map(({ outcome, because }) => [outcome, because])).toEqual([
    ['failed', [expect.stringContaining('begin it with "We will"')]],
  ]);
});

test('places are those that the caller knows', async () => {
  const file: PackFile = {
    file: 'mine.yaml',
    pack: 'agent',
    finds: ['The council will act.'],
    ignores: ['Rain fell.'],
  };
  const placeOf = (path: readonly (string | number)[]) => ({ file: path.join('.'), line: 1, column: null });
  const results = await checkExamples(file, { rules, sources: pack.files, placeOf });
  expect(results.map(({ place }) => place?.file)).toEqual(['finds.0', 'ignores.0']);
});
