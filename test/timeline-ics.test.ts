/** The timeline as a calendar: lines as RFC 5545 has them, an event a deadline, nothing invented. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../src/model/days.ts';
import type { Report } from '../src/model/report.ts';
import { contentLine, textValue } from '../src/render/icalendar.ts';
import { type Calendar, timelineCalendar } from '../src/render/timeline/ics.ts';
import { planOf } from '../src/render/timeline/plan.ts';
import { repeatRule } from '../src/render/timeline/repeats.ts';
import { type DatedSaid, dated, partOf } from './dated.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.lorem({ mode: 'sentences' }),
);

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));

function calendarOf(...reports: readonly Report[]): Calendar {
  const plans = reports.map((report) => planOf(partOf(report), { from: null, to: null, asOf: null }));
  return timelineCalendar(plans, { version: '1.2.3' });
}

/** The properties of every event, by name with parameters. */
function eventsOf({ text }: Calendar): Record<string, string>[] {
  return unfolded(text)
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .slice(0, event.indexOf('END:VEVENT'))
          .trimEnd()
          .split('\r\n')
          .map((line) => [line.slice(0, line.indexOf(':')), unescaped(line.slice(line.indexOf(':') + 1))]),
      ),
    );
}

const open: DatedSaid = {
  text: 'the end of March 2028',
  end: '2028-03-31',
  precision: 'month',
  role: 'deadline',
  relation: 'by',
  quote: 'We will open two bridges, a weir; and a mill by the end of March 2028.',
  due: 'open two bridges, a weir; and a mill',
};

describe('lines', () => {
  test('have 75 octets at most and come back whole', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const value = textValue(text);
        const line = contentLine('SUMMARY', value);
        expect(line.endsWith('\r\n')).toBe(true);
        for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(unfolded(line)).toBe(`SUMMARY:${value}\r\n`);
      }),
    );
  });

  test('are not folded within a character', () => {
    const parts = contentLine('SUMMARY', '👩‍👩‍👧é日本'.repeat(30)).split('\r\n');
    for (const part of parts) expect(Buffer.from(part).toString()).not.toContain('\ufffd');
  });

  test('hold texts that come back but for control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const value = textValue(text);
        expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(value).not.toMatch(/(?<!\\)(?:\\\\)*[;,]/);
        const plain = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
        expect(unescaped(value)).toBe(plain);
      }),
    );
  });
});

describe('a calendar', () => {
  test('of one deadline, to the letter', () => {
    expect(calendarOf(dated([open])).text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//pmed//pmed 1.2.3//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Plan for Fernhollow',
      'X-WR-CALNAME:Plan for Fernhollow',
      'BEGIN:VEVENT',
      'UID:c-1@pmed',
      'DTSTAMP:20250301T000000Z',
      'DTSTART;VALUE=DATE:20280331',
      'DTEND;VALUE=DATE:20280401',
      'SUMMARY:open two bridges\\, a weir\\; and a mill – Fernhollow Council (C1)',
      'DESCRIPTION:"We will open two bridges\\, a weir\\; and a mill by the end of M',
      ' arch 2028."\\nl. 1\\, section "Plan"\\nFernhollow Council (2025)\\n"the end of',
      '  March 2028": by Mar 2028',
      'CATEGORIES:deadline,commitment,firm',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('puts a deadline that is a whole year at its end and says so', () => {
    const [event] = eventsOf(
      calendarOf(
        dated([{ ...open, text: '2028', start: '2028-01-01', end: '2028-12-31', precision: 'year', role: 'point' }]),
      ),
    );
    expect(event?.['DTSTART;VALUE=DATE']).toBe('20281231');
    expect(event?.SUMMARY).toMatch(/^\[no later than\] open two bridges/);
  });

  test('has one event for each commitment that is due on a day', () => {
    const report = dated([
      open,
      { text: '2030', end: '2030-12-31', role: 'deadline', quote: 'Waste must fall by 2030.' },
    ]);
    const [first] = report.commitments;
    const second = first ? [{ ...first, id: 'c-9', ref: 'C9' }] : [];
    const events = eventsOf(calendarOf({ ...report, commitments: [...report.commitments, ...second] }));
    expect(events.map(({ UID }) => UID)).toEqual(['c-1@pmed', 'c-9@pmed', 't-2@pmed']);
    expect(events.at(-1)?.SUMMARY).toBe('"Waste must fall by 2030." (T2)');
    expect(events.at(-1)?.CATEGORIES).toBe('deadline');
  });

  test('keeps the ids of the first document where another has the same', () => {
    const other = dated([open], { id: 'd-2' });
    expect(eventsOf(calendarOf(dated([open]), other)).map(({ UID }) => UID)).toEqual(['c-1@pmed', 'c-1.d-2@pmed']);
  });

  test.each([
    [{ value: '2024-02-29', precision: 'day', source: 'text', quote: null }, '20240229T000000Z'],
    [{ value: '2024-02', precision: 'month', source: 'text', quote: null }, '20240201T000000Z'],
    [{ value: '2024', precision: 'year', source: 'flag', quote: null }, '20240101T000000Z'],
    [null, '19700101T000000Z'],
  ] as const)('of a document of %j is stamped %s', (date, stamp) => {
    expect(eventsOf(calendarOf(dated([open], { date })))[0]?.DTSTAMP).toBe(stamp);
  });

  test('repeats what has a first day, and does not invent one', () => {
    const yearly: DatedSaid = {
      text: 'every year',
      role: 'recurrence',
      recurrence: 'P1Y',
      quote: 'Reports are due every year.',
    };
    const calendar = calendarOf(dated([{ ...yearly, start: '2027-04-01', end: '2030-12-31' }, yearly]));
    expect(eventsOf(calendar)).toMatchObject([
      { UID: 't-1@pmed', 'DTSTART;VALUE=DATE': '20270401', RRULE: 'FREQ=YEARLY;UNTIL=20301231' },
    ]);
    expect(calendar.withoutFirstDay).toEqual(['T2']);
  });

  test('names what is due on a day that nobody knows', () => {
    const calendar = calendarOf(
      dated([
        {
          text: 'due course',
          role: 'vague',
          value: 'FUTURE_REF',
          vagueness: 'open',
          quote: 'More in due course.',
          due: 'say more',
        },
        {
          text: 'six months',
          type: 'DURATION',
          value: 'P6M',
          role: 'deadline',
          relation: 'within',
          quote: 'Within six months of Royal Assent.',
        },
        { text: 'two weeks', type: 'DURATION', value: 'P2W', role: 'period', quote: 'It takes two weeks.' },
      ]),
    );
    expect(eventsOf(calendar)).toEqual([]);
    expect(calendar.withoutDay).toEqual(['C1', 'T2']);
  });

  test('of any words has events of the same properties', () => {
    fc.assert(
      fc.property(anyText, anyText, (quote, due) => {
        const { text } = calendarOf(dated([{ ...open, quote, due: due || 'act' }], { title: quote }));
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const lines = unfolded(text).split('\r\n').slice(0, -1);
        for (const line of lines) expect(line).toMatch(/^[A-Z-]+(?:;VALUE=DATE)?:[^\u0000-\u001f\u007f]*$/);
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      }),
    );
  });
});

describe('a recurrence', () => {
  test.each([
    ['P1Y', [2027, 4, 1], null, 'FREQ=YEARLY'],
    ['P3M', [2027, 4, 1], '20300401', 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20300401'],
    ['P1M', [2027, 1, 31], null, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['P1M', [2027, 1, 28], null, 'FREQ=MONTHLY'],
    ['P1Y', [2028, 2, 29], null, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['P2W', [2027, 4, 1], null, 'FREQ=WEEKLY;INTERVAL=2'],
    ['P365D', [2027, 4, 1], null, 'FREQ=DAILY;INTERVAL=365'],
    ['PT1H', [2027, 4, 1], null, null],
    ['PXX', [2027, 4, 1], null, null],
    ['P0D', [2027, 4, 1], null, null],
  ] as const)('of %s from %j until %s is %s', (period, [year, month, day], until, rule) => {
    expect(repeatRule(period, dayOf(year, month, day), until)).toBe(rule);
  });
});
