/** Events as anchors: where texts say when they are, how expressions hang on them, and what is said of the rest. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnalyseOptions } from '../src/analyse/options.ts';
import { analyse } from '../src/analyse.ts';
import { eventName } from '../src/extract/times/events/event-name.ts';
import { compileEventRules } from '../src/extract/times/events/event-rules.ts';
import { findTimes } from '../src/extract/times/find.ts';
import { compileTimeRules } from '../src/extract/times/rules.ts';
import type { CompiledPack } from '../src/rules/pack.ts';
import { annotated } from './annotated.ts';
import { pmed } from './run.ts';

const pack: CompiledPack = JSON.parse(readFileSync(new URL('../dist/packs/en.json', import.meta.url), 'utf8'));
const files = pack.files.filter((file) => file.pack === 'event');
const rules = compileEventRules({ files, ready: new Map() });
const timeRules = compileTimeRules({ files: pack.files, ready: new Map() });

/** `the end of Phase 2 = 2028-03-31 ..2028-03-31 deadline event:Phase 2` */
const said = (text: string, anchors: Readonly<Record<string, string>> = {}, title: string | null = null): string[] =>
  findTimes(annotated(text, title), timeRules, {
    docDate: '2024-11-14',
    fiscalYear: '04-01',
    dateOrder: 'dmy',
    anchors,
  })
    .filter(({ anchor }) => anchor?.kind === 'event' || anchor?.kind === 'flag')
    .map(
      ({ text: words, value, start, end, role, anchor, resolved }) =>
        `${words} = ${value} ${start ?? ''}..${end ?? ''} ${role} ${anchor?.kind}:${anchor?.value}${resolved ? '' : ' open'}`,
    );

describe('names of events', () => {
  const key = (words: string): string => {
    const { key: its, part } = eventName(words, rules.words);
    return `${its} ${part}`;
  };
  test.each([
    ['Royal Assent', 'royal assent whole'],
    ['the date of enactment', 'royal assent whole'],
    ['the end of this Parliament', 'parliament end'],
    ['the remainder of the spending review period', 'spending review rest'],
    ['Phase II', 'phase 2 whole'],
    ['phase two', 'phase 2 whole'],
    ['the third year of the programme', 'year 3 whole'],
    ['the current strategy period', 'strategy whole'],
  ])('%s', (words, known) => {
    expect(key(words)).toBe(known);
  });
});

describe('hang on events', () => {
  test('that the text dates', () => {
    expect(
      said('The Bill received Royal Assent on 1 March 2025. Duties begin two months after Royal Assent.').at(-1),
    ).toBe('two months after Royal Assent = 2025-05-01 2025-05-01.. start event:Royal Assent');
    expect(
      said('The Act comes into force on 1 April 2026. Ministers must report within a year of commencement.'),
    ).toEqual(['a year = P1Y ..2027-04-01 deadline event:commencement']);
    expect(said('Phase 2 (2026–2028) extends it. By the end of Phase 2 all will take part.').at(-1)).toBe(
      'the end of Phase 2 = 2028-12-31 ..2028-12-31 deadline event:Phase 2',
    );
    expect(said('Phase 2 starts in April 2026. Schools join in Phase 2.').at(-1)).toBe(
      'Phase 2 =  2026-04-01.. point event:Phase 2',
    );
  });

  test('before they are dated as well as after', () => {
    expect(said('We will finish it by the end of Phase 1.\n\nPhase 1 runs from April 2025 to March 2026.')[0]).toBe(
      'the end of Phase 1 = 2026-03-31 ..2026-03-31 deadline event:Phase 1',
    );
  });

  test('the nearest one told before, where a text tells of several', () => {
    const text =
      'Phase 1 (2016–2018) was small. It ended with Phase 1.\n\nPhase 1 (2024–2026) is large. We act by the end of Phase 1.';
    expect(said(text).filter((time) => time.startsWith('the end'))).toEqual([
      'the end of Phase 1 = 2026-12-31 ..2026-12-31 deadline event:Phase 1',
    ]);
  });

  test('years of a programme, from its start or from another year', () => {
    expect(said('Year 1 (2024/25) is for planning. In year 3 we review it.').at(-1)).toBe(
      'year 3 = FY2026 2026-04-01..2027-03-31 point event:year 3',
    );
    expect(said('The programme began in April 2023. We review it in the third year of the programme.')).toEqual([
      'the third year of the programme = 2025-04/2026-03 2025-04-01..2026-03-31 period event:year 3 of the programme',
    ]);
    expect(said('We review it in years 2 to 3.', {}, 'Northshire Homes Plan 2025–2030')).toEqual([
      'years 2 to 3 = 2026/2027 2026-01-01..2027-12-31 period event:years 2 to 3',
    ]);
  });

  test('the document itself, whose title or text says its years', () => {
    const title = 'Northshire Transport Strategy 2024–2030';
    expect(said('Over the lifetime of this strategy we will plant trees.', {}, title)).toEqual([
      'this strategy = 2024/2030 2024-01-01..2030-12-31 period event:strategy',
    ]);
    expect(said('This plan covers 2024 to 2029. We will build it by the end of the plan period.')).toEqual([
      'the end of the plan period = 2029-12-31 ..2029-12-31 deadline event:plan period',
    ]);
    expect(said('A similar plan covers 2010 to 2015. We will build it by the end of the plan period.')).toEqual([
      'the end of the plan period =  .. deadline event:plan period open',
    ]);
  });

  test('that the user dates', () => {
    expect(said('Duties begin two months after Royal Assent.', { 'Royal Assent': '2025-03-01' })).toEqual([
      'two months after Royal Assent = 2025-05-01 2025-05-01.. start flag:Royal Assent',
    ]);
    expect(said('All join by the end of phase two.', { 'Phase 2': '2026-04..2028-03' })).toEqual([
      'the end of phase two = 2028-03-31 ..2028-03-31 deadline flag:phase two',
    ]);
    expect(said('In the first 100 days of government we will act.', { government: '2024-07-05' })).toEqual([
      'the first 100 days = P100D 2024-07-05..2024-10-12 period flag:government',
    ]);
  });

  test('by names of his own', () => {
    const anchors = { 'opening of the Fernhollow bridge': '2025-06-01' };
    const times = (text: string) =>
      findTimes(annotated(text), timeRules, {
        docDate: '2024-11-14',
        fiscalYear: '04-01',
        dateOrder: 'dmy',
        anchors,
      }).map(
        ({ text: words, start, end, role, anchor }) => `${words} ${start ?? ''}..${end ?? ''} ${role} ${anchor?.kind}`,
      );
    expect(times('We will report within six months of the opening of the Fernhollow bridge.')).toEqual([
      'six months ..2025-12-01 deadline flag',
    ]);
    expect(times('Tolls end two years after the opening of the Fernhollow bridge.')[0]).toContain('2027-06-01');
  });

  test('against the text, where the user says otherwise', () => {
    expect(said('Phase 1 (2016–2018) was small. We act in Phase 1.', { 'Phase 1': '2025' }).at(-1)).toBe(
      'Phase 1 = 2025 2025-01-01..2025-12-31 point flag:Phase 1',
    );
  });

  test('of the United Kingdom’s spending reviews by their names', () => {
    expect(said('The SR21 period is over.')).toEqual([
      'The SR21 period = 2022-04/2025-03 2022-04-01..2025-03-31 period event:SR21 period',
    ]);
  });

  test('that nobody dates, without a day', () => {
    expect(said('We will do so by the end of this Parliament.')).toEqual([
      'the end of this Parliament =  .. deadline event:Parliament open',
    ]);
  });
});

describe('the short, medium and long term', () => {
  const times = (text: string, docDate: string | null = '2024-11-14'): string[] =>
    findTimes(annotated(text), timeRules, { docDate, fiscalYear: '04-01', dateOrder: 'dmy' })
      .filter(({ vagueness }) => vagueness !== null)
      .map(
        ({ text: words, value, start, end, role, vagueness }) =>
          `${words} = ${value} ${start ?? ''}..${end ?? ''} ${role} ${vagueness}`,
      );
  const table = (cells: readonly string[]): string =>
    ['| Action | Timescale |', '|---|---|', ...cells.map((cell, i) => `| Plant ${i + 3} trees | ${cell} |`)].join('\n');

  test('in a table are what its legend says', () => {
    const legend = 'Short-term – 2025; Medium-term – 2030; Long-term – Post 2030';
    expect(times(`${table(['Short-term', 'Medium term', 'Long', 'Short-term/Medium-term'])}\n\n${legend}`)).toEqual([
      'Short-term = 2025 ..2025-12-31 deadline near',
      'Medium term = 2030 ..2030-12-31 deadline medium',
      'Long = 2031 2031-01-01.. start long',
      'Short-term = 2025 ..2025-12-31 deadline near',
      'Medium-term = 2030 ..2030-12-31 deadline medium',
    ]);
  });

  test('as single letters, where the legend defines them and the column is one of time', () => {
    const key = 'Key: S = short (1-2 years), M = medium (3-5 years)';
    expect(times(`${key}\n\n${table(['S', 'M', 'L'])}`)).toEqual([
      'S = P1Y/P2Y ..2026-11-13 deadline near',
      'M = P3Y/P5Y ..2029-11-13 deadline medium',
    ]);
    expect(times(table(['S', 'M', 'L']))).toEqual([]);
    expect(times(`${key}\n\n${table(['S', 'M']).replace('Timescale', 'Size')}`)).toEqual([]);
  });

  test('in prose are what the text says', () => {
    expect(times('By short term we mean the next two years. In the short term we will act.')).toEqual([
      'the short term = P2Y 2024-11-14..2026-11-13 period near',
    ]);
    expect(times('They are short term (1–3 years) or medium term (4–6 years). We act in the medium term.')).toEqual([
      'the medium term = P4Y/P6Y 2028-11-14..2030-11-13 period medium',
    ]);
    expect(times('Short term means within 12 months. We act in the short term.')).toEqual([
      'the short term = P12M 2024-11-14..2025-11-13 period near',
    ]);
  });

  test('stay vague where nothing defines them, and open without a document date', () => {
    expect(times('Long-term sickness (2019) was high. In the long term costs fall.')).toEqual([
      'the long term = FUTURE_REF .. vague long',
    ]);
    expect(times('By short term we mean the next two years. In the short term we will act.', null)).toEqual([
      'the short term = P2Y .. period near',
    ]);
  });
});

describe('says which are open', () => {
  const report = (text: string, options: AnalyseOptions = {}) =>
    analyse({ name: 'a', text, mediaType: 'text/plain' }, { docDate: '2024-11-14', ...options });

  test('in one warning that names the commonest event', async () => {
    const text =
      'We act by the end of this Parliament. Duties begin two months after Royal Assent. We report six months after Royal Assent.';
    const { diagnostics } = await report(text);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'PMED-D206',
        level: 'warning',
        message:
          '3 times ("the end of this Parliament", "two months after Royal Assent", "six months after Royal Assent") hang on events whose dates are not known, and stay unresolved.',
        hint: 'Say when it is, where you know it:  --anchor "Royal Assent=YYYY-MM-DD"',
      }),
    ]);
  });

  test('but not what happens to each case', async () => {
    expect((await report('Patients will be seen within 18 weeks of referral.')).diagnostics).toEqual([]);
  });

  test('and keeps what was given in the report', async () => {
    const { tool } = await report('By 2030.', { anchors: { 'Royal Assent': '2025-03-01' } });
    expect(tool.options.anchors).toEqual({ 'Royal Assent': '2025-03-01' });
  });

  test('a date that is none is a user’s fault', async () => {
    await expect(report('By 2030.', { anchors: { 'Royal Assent': 'soon' } })).rejects.toThrow(
      "'soon' is not when 'Royal Assent' is.",
    );
  });
});

describe('--anchor', () => {
  test.each([['Royal Assent'], ['Royal Assent=soon'], ['=2025'], ['Phase 2=2028..2026'], ['Phase 2=2025-02-31']])(
    'refuses %s',
    async (value) => {
      const { code, stderr } = await pmed(['analyse', '-', '--anchor', value], { input: 'By 2030.' });
      expect(code).toBe(2);
      expect(stderr).toContain(`--anchor cannot be '${value}'.`);
      expect(stderr).toContain('Write it as "Royal Assent=2025-03-01"');
    },
  );
});
