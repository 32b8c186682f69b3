/** What `diff` says of two reports made by hand: kinds, levels, what stays quiet, and truths about any two reports. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { assign } from '../src/compare/assign.ts';
import { diff } from '../src/compare/diff.ts';
import { type ChangeKind, DiffSchema } from '../src/model/diff.ts';
import type { Report } from '../src/model/report.ts';
import { type Made, reportOf, type Said } from './reports.ts';
import { passage, themeOf } from './themed.ts';

const around: readonly Said[] = [
  { quote: 'We will repair every footbridge over the Fern.' },
  { quote: 'The library at Mill Lane will stay open on Sundays.', made: { actor: null } },
  { quote: 'We will plant hedgerows along the old railway.' },
];

/** The kinds of the changes between two versions of one sentence, among others that stay. */
function kinds(before: Said | null, after: Said | null): readonly ChangeKind[] {
  const side = (said: Said | null) => reportOf([...around.slice(0, 2), ...(said ? [said] : []), ...around.slice(2)]);
  return diff(side(before), side(after)).changes.flatMap((change) => change.kinds);
}

const by = (year: number): NonNullable<Made['due']> => ({
  text: `by ${year}`,
  end: `${year}-12-31`,
  precision: 'year',
});

describe('kinds', () => {
  const ward = { quote: 'We will open a ward for older patients by 2027.', made: { due: by(2027) } };

  it.each<[ChangeKind[], Said | null, Said | null]>([
    [['removed'], ward, null],
    [['added'], null, ward],
    [
      ['weakened'],
      ward,
      { quote: 'We aim to open a ward for older patients by 2027.', made: { strength: 2, due: by(2027) } },
    ],
    [
      ['strengthened'],
      { quote: 'We hope to open a ward by 2027.', made: { strength: 1, due: by(2027) } },
      { quote: 'We will open a ward by 2027.', made: { due: by(2027) } },
    ],
    [
      ['weakened'],
      { quote: 'New schools shall be heated by pumps.' },
      { quote: 'New schools should be heated by pumps.', statement: 'recommendation' },
    ],
    [
      ['polarity-flipped'],
      { quote: 'We will charge for parking at clinics.' },
      { quote: 'We will not charge for parking at clinics.', made: { polarity: 'negative' } },
    ],
    [
      ['polarity-flipped'],
      { quote: 'We will charge for parking at clinics.' },
      { quote: 'We will not charge for parking at clinics.', statement: 'denial' },
    ],
    [['deadline-slipped'], ward, { quote: 'We will open a ward for older patients by 2029.', made: { due: by(2029) } }],
    [
      ['deadline-advanced'],
      ward,
      { quote: 'We will open a ward for older patients by 2026.', made: { due: by(2026) } },
    ],
    [['deadline-dropped'], ward, { quote: 'We will open a ward for older patients.' }],
    [['deadline-added'], { quote: 'We will open a ward for older patients.' }, ward],
    [
      ['deadline-vaguer'],
      {
        quote: 'We will open a ward by June 2027.',
        made: { due: { text: 'by June 2027', end: '2027-06-30', precision: 'month' } },
      },
      { quote: 'We will open a ward by 2027.', made: { due: by(2027) } },
    ],
    [
      ['deadline-sharper'],
      {
        quote: 'A map will appear in 2027.',
        made: { due: { text: 'in 2027', start: '2027-01-01', end: '2027-12-31', precision: 'year' } },
      },
      {
        quote: 'A map will appear in June 2027.',
        made: { due: { text: 'in June 2027', start: '2027-06-01', end: '2027-06-30', precision: 'month' } },
      },
    ],
    [
      ['deadline-vaguer'],
      ward,
      {
        quote: 'We will open a ward for older patients in due course.',
        made: { due: { text: 'in due course', end: null, precision: null } },
      },
    ],
    [
      ['condition-added'],
      ward,
      {
        quote: 'Subject to funding, we will open a ward for older patients by 2027.',
        made: { due: by(2027), conditions: ['Subject to funding'] },
      },
    ],
    [
      ['condition-added'],
      ward,
      { quote: 'We will open a ward for older patients by 2027 if funds allow.', made: { due: by(2027) } },
    ],
    [
      ['condition-removed'],
      { quote: 'If members agree, we will sell the depot.', made: { conditions: ['If members agree'] } },
      { quote: 'We will sell the depot.' },
    ],
    [
      ['actor-changed'],
      { quote: 'The Parks Team will run the survey.', made: { actor: 'The Parks Team' } },
      { quote: 'The Harbour Office will run the survey.', made: { actor: 'The Harbour Office' } },
    ],
    [
      ['actor-dropped'],
      { quote: 'The Parks Team will publish the survey.', made: { actor: 'The Parks Team' } },
      { quote: 'The survey will be published.', made: { actor: null, name: null, verb: 'publish' } },
    ],
    [
      ['actor-added'],
      { quote: 'The survey will be published.', made: { actor: null, name: null, verb: 'publish' } },
      { quote: 'The Parks Team will publish the survey.', made: { actor: 'The Parks Team' } },
    ],
    [
      ['reworded'],
      { quote: 'We will run the yearly survey of tenants.' },
      { quote: 'Fernhollow Council will run the yearly survey of its tenants.', made: { actor: 'Fernhollow Council' } },
    ],
    [
      ['scope-narrowed'],
      { quote: 'We will inspect all bridges in the county.' },
      { quote: 'We will inspect most bridges in the county.' },
    ],
    [
      ['scope-widened'],
      { quote: 'We will offer loans to tenants on low pay.' },
      { quote: 'We will offer loans to tenants and lodgers on low pay.' },
    ],
    [
      ['reworded'],
      { quote: 'We will ban foam cups at council events.' },
      { quote: 'We will prohibit foam cups at council events.' },
    ],
    [
      ['reworded'],
      { quote: 'We will open a clinic in Lower Fern.' },
      { quote: 'We have opened a clinic in Lower Fern.', statement: 'achievement' },
    ],
    [
      [],
      { quote: 'We’ll keep the night bus — and its low-fare ticket — running.' },
      { quote: 'We will keep the night bus - and its low fare ticket - running.' },
    ],
  ])('%s', (expected, before, after) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  it.each<[ChangeKind, string, number, string, number, string | null]>([
    ['target-raised', 'We will recruit 40 nurses.', 40, 'We will recruit 55 nurses.', 55, 'nurses'],
    ['target-lowered', 'We will recruit 40 nurses.', 40, 'We will recruit 25 nurses.', 25, 'nurses'],
    ['target-lowered', 'We will cut the wait to 12 weeks.', 12, 'We will cut the wait to 14 weeks.', 14, 'weeks'],
    ['target-raised', 'We will cut waste by 20%.', 20, 'We will cut waste by 30%.', 30, '%'],
    ['target-raised', 'Results will be given within 9 days.', 9, 'Results will be given within 5 days.', 5, 'days'],
    ['target-changed', 'The toll will be 4 pounds.', 4, 'The toll will be 6 pounds.', 6, 'pounds'],
  ])('%s: %s', (kind, before, old, after, now, unit) => {
    const made = (value: number): Made => ({ targets: [{ text: `${value} ${unit}`, value, unit }] });
    expect(kinds({ quote: before, made: made(old) }, { quote: after, made: made(now) })).toEqual([kind]);
    expect(kinds({ quote: before }, { quote: after })).toEqual([kind]);
  });

  it('tells a changed baseline from a changed goal', () => {
    const of = (year: number) => ({ quote: `We will cut emissions by 55% from ${year} levels.` });
    expect(kinds(of(2005), of(2015))).toEqual(['target-baseline-changed']);
  });

  it('names every kind of one sentence in one change, with the worst level', () => {
    const before = {
      quote: 'We will screen 900 adults by 2027.',
      made: { due: by(2027), targets: [{ text: '900 adults', value: 900, unit: 'adults' }] },
    };
    const after = {
      quote: 'We aim to screen 500 adults by 2029.',
      made: { strength: 2 as const, due: by(2029), targets: [{ text: '500 adults', value: 500, unit: 'adults' }] },
    };
    const [change, ...rest] = diff(reportOf([...around, before]), reportOf([...around, after])).changes;
    expect(rest).toEqual([]);
    expect(change?.kinds).toEqual(['weakened', 'deadline-slipped', 'target-lowered']);
    expect(change?.level).toBe('error');
    expect(change?.fields).toEqual({
      strength: { before: 4, after: 2 },
      deadline: {
        before: '2027-12-31',
        after: '2029-12-31',
        days: 731,
        text: { before: 'by 2027', after: 'by 2029' },
      },
      target: { before: 900, after: 500, unit: 'adults', text: { before: '900 adults', after: '500 adults' } },
    });
  });

  it('finds a sentence that was split and two that were merged', () => {
    const whole = { quote: 'We will raise the seawall at Cannery Lane and add a pump at its foot.' };
    const halves = [
      { quote: 'We will raise the seawall at Cannery Lane.' },
      { quote: 'We will add a pump at the foot of the seawall.' },
    ];
    const [one, two] = [reportOf([...around, whole]), reportOf([...around, ...halves])];
    expect(diff(one, two).changes.map(({ kinds }) => kinds)).toEqual([['split']]);
    expect(diff(two, one).changes.map(({ kinds }) => kinds)).toEqual([['merged']]);
  });

  it('reports the change of a stem for each of its items', () => {
    const of = (year: number) =>
      reportOf(
        ['retrofit the fire stations', 'replace the boilers'].map((quote) => ({
          quote,
          stem: `By the end of ${year} we will:`,
          made: {
            due: { text: `By the end of ${year}`, end: `${year}-12-31`, precision: 'year', inheritedFrom: 'stem' },
          },
        })),
      );
    expect(diff(of(2027), of(2028)).changes.map(({ kinds }) => kinds)).toEqual([
      ['deadline-slipped'],
      ['deadline-slipped'],
    ]);
  });
});

describe('what stays quiet', () => {
  it('a relative deadline whose words stayed, though the date of the document moved', () => {
    const of = (end: string) => ({
      quote: 'We will review the plan within two years.',
      made: { due: { text: 'within two years', end, precision: 'day' as const } },
    });
    expect(kinds(of('2027-03-01'), of('2028-03-01'))).toEqual([]);
  });

  it('a reading that differs while the words do not', () => {
    const quote = 'They will publish 40 maps by 2027.';
    const before = {
      quote,
      made: {
        actor: 'They',
        name: 'Harbour Office',
        due: by(2027),
        targets: [{ text: '40 maps', value: 40, unit: 'maps' }],
      },
    };
    expect(kinds(before, { quote, made: { actor: null, name: null, strength: 1 as const } })).toEqual([]);
    expect(kinds(before, { quote, statement: 'forecast' })).toEqual([]);
  });

  it('a sentence with a running head read into its middle', () => {
    const side = (...said: readonly Said[]) => reportOf([...around, ...said]);
    const whole = { quote: 'The council will give a higher share of the funds than ever before to its towns.' };
    const halves = side(
      { quote: 'The council will give' },
      { quote: 'Plan for 2025/26 a higher share of the funds than ever before to its towns.', statement: 'forecast' },
    );
    expect(diff(side(whole), halves).changes).toEqual([]);
    expect(diff(halves, side(whole)).changes).toEqual([]);
  });

  it('a deadline that was overlooked on one side', () => {
    const before = { quote: 'We will open a clinic by 2027.', made: { due: by(2027) } };
    expect(kinds(before, { quote: 'We will open a new clinic by 2027.' })).toEqual(['reworded']);
  });
});

describe('what is said in other words', () => {
  it('a deadline that was put first is the same deadline', () => {
    const before = { quote: 'We will publish a plan by the end of June 2027.' };
    expect(kinds(before, { quote: 'By the end of June 2027, we will publish a plan.' })).toEqual(['reworded']);
  });

  it('a deadline dropped whose day was not understood', () => {
    const before = { quote: 'We will publish a plan by Harvest Home 2027.' };
    expect(kinds(before, { quote: 'We will publish a plan.' })).toEqual(['deadline-dropped']);
  });

  it('a sentence cut short at a page break', () => {
    const before = { quote: 'We will ask all new managers to undertake 12 modules in their first year.' };
    expect(kinds(before, { quote: 'We will ask all new managers to undertake' })).toEqual([]);
  });

  it.each([
    ['5.4.1 We will audit the books every year.'],
    ['• We will audit the books every year.'],
    ['We will audit the books every year.12'],
    ['We will audit the books every year.The books are open to all.'],
    ['The state of the books is poor. We will audit the books every year.'],
  ])('what reading put beside a sentence: %s', (quote) => {
    expect(kinds({ quote: 'We will audit the books every year.' }, { quote })).toEqual([]);
  });

  it('but not words that were written', () => {
    const before = { quote: 'We will audit the books.' };
    expect(kinds(before, { quote: 'By 2027 we will audit the books.' })).toEqual(['deadline-added']);
    expect(kinds(before, { quote: 'We will audit 2.5 of the books.' })).toEqual(['target-added']);
  });

  it('a commitment that lives on as a sentence in which nothing was found', () => {
    const before = { quote: 'We will make the ferry to Lower Fern stronger and faster.' };
    const report = reportOf(around);
    const quote = 'We may make the ferry to Lower Fern stronger and faster.';
    const evidence = [passage(quote, { start: 9000, end: 9000 + quote.length })];
    const after = { ...report, themes: [themeOf('transport', 1, 10, { lowEvidence: true, evidence })] };
    const [change, ...rest] = diff(reportOf([...around, before]), after).changes;
    expect(rest).toEqual([]);
    expect(change?.kinds).toContain('weakened');
    expect(change?.fields.quote).toEqual({ before: null, after: quote });
  });
});

describe('two texts that are no versions of each other', () => {
  it('are not compared when their languages differ', () => {
    const result = diff(reportOf(around), reportOf(around, { language: 'fr' }));
    expect(result.comparable).toBe(false);
    expect(result.changes).toEqual([]);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['PMED-V501']);
  });

  it('are not compared when hardly any words are shared', () => {
    const words = (root: string) =>
      Array.from({ length: 12 }, (_, at) => ({ quote: `We will ${root}${at} the ${root}x${at} and ${root}y${at}.` }));
    expect(diff(reportOf(words('alpha')), reportOf(words('omega'))).comparable).toBe(false);
    expect(diff(reportOf(words('alpha')), reportOf(words('alpha'))).comparable).toBe(true);
  });
});

describe('for any two reports', () => {
  const noun = fc.constantFrom(
    'bridge',
    'clinic',
    'school',
    'ferry',
    'orchard',
    'archive',
    'harbour',
    'market',
    'tram',
    'well',
  );
  const verb = fc.constantFrom('open', 'repair', 'fund', 'close', 'survey', 'paint', 'extend');
  const said = fc
    .tuple(verb, noun, noun, fc.integer({ min: 2026, max: 2029 }), fc.constantFrom('Roads', 'Health', 'Plan'))
    .map(
      ([act, one, two, year, section]): Said => ({
        quote: `We will ${act} the ${one} beside the ${two} by ${year}.`,
        section,
        made: { due: by(year) },
      }),
    );
  const sentences = fc.uniqueArray(said, { selector: ({ quote }) => quote, maxLength: 14 });

  it('a report and itself differ in nothing', () => {
    fc.assert(
      fc.property(sentences, (list) => {
        const result = diff(reportOf(list), reportOf(list));
        expect(result.changes).toEqual([]);
        expect(result.unchanged).toBe(list.length);
      }),
    );
  });

  it('the same sentences in another order are at most moved', () => {
    fc.assert(
      fc.property(
        sentences.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([one, two]) => {
          for (const { kinds } of diff(reportOf(one), reportOf(two)).changes) expect(kinds).toEqual(['moved']);
        },
      ),
    );
  });

  it('what is added one way is removed the other way', () => {
    fc.assert(
      fc.property(sentences, sentences, (one, two) => {
        const count = (before: Report, after: Report, kind: ChangeKind) =>
          diff(before, after).changes.filter(({ kinds }) => kinds.includes(kind)).length;
        const [old, now] = [reportOf(one), reportOf(two)];
        expect(count(old, now, 'added')).toBe(count(now, old, 'removed'));
      }),
    );
  });

  it('every commitment is accounted for, and the diff fits its schema', () => {
    fc.assert(
      fc.property(sentences, sentences, (one, two) => {
        const result = diff(reportOf(one), reportOf(two));
        expect(v.safeParse(DiffSchema, result).success).toBe(true);
        const named = result.changes.flatMap(({ oldId, also }) => [oldId, ...also.map((other) => other.oldId)]);
        expect(result.unchanged + named.filter((id) => id !== null).length).toBe(one.length);
        expect(new Set(result.changes.map(({ id }) => id)).size).toBe(result.changes.length);
        expect(diff(reportOf(one), reportOf(two))).toEqual(result);
      }),
    );
  });
});

describe('assignment', () => {
  it('is as good as trying every one', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const pairs = rows.flatMap((row, left) =>
          row.flatMap((benefit, right) => (benefit > 0 ? [{ left, right, benefit }] : [])),
        );
        const best = (left: number, taken: number): number =>
          left === rows.length
            ? 0
            : Math.max(
                best(left + 1, taken),
                ...(rows[left] ?? []).map((benefit, right) =>
                  (taken >> right) & 1 ? 0 : benefit + best(left + 1, taken | (1 << right)),
                ),
              );
        const found = [...assign(pairs)];
        expect(new Set(found.map(([, right]) => right)).size).toBe(found.length);
        expect(found.reduce((sum, [left, right]) => sum + (rows[left]?.[right] ?? 0), 0)).toBe(best(0, 0));
      }),
    );
  });

  it('matches thousands of sentences that all changed a little', () => {
    const many = (year: number) =>
      reportOf(
        Array.from({ length: 4000 }, (_, at) => ({
          quote: `We will build depot n${at} in ward w${at % 97} near road r${at % 311} by ${year}.`,
          made: { due: by(year) },
        })),
      );
    const result = diff(many(2027), many(2029));
    expect(result.changes).toHaveLength(4000);
    expect(result.changes.every(({ kinds }) => kinds.join() === 'deadline-slipped')).toBe(true);
  });
});
