/** What pmed must find in the text that the project was made from. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Report } from '../src/model/report.ts';

const path = fileURLToPath(new URL('../../shared/seed/nhs-personalised-medicine-2016.txt', import.meta.url));
const there = existsSync(path);
if (!there) console.warn('acceptance: left out, because the text it needs is not beside this checkout');

describe.skipIf(!there)('the seed text', () => {
  let text: string;
  let report: Report;
  beforeAll(async () => {
    text = readFileSync(path, 'utf8');
    report = await analyse(path);
  });
  const commitment = (words: string) => {
    const found = report.commitments.filter(({ evidence }) => evidence.quote.includes(words));
    expect(found.map(({ evidence }) => evidence.quote)).toHaveLength(1);
    return found[0];
  };
  const statement = (kind: string, words: string) =>
    report.statements.find((each) => each.kind === kind && each.evidence.quote.includes(words));
  const time = (words: string) => report.timeline.find((each) => each.text === words);

  test('is dated by its own words', () => {
    expect(report.documents[0]?.date).toEqual({
      value: '2016-09-08',
      precision: 'day',
      source: 'text',
      quote: '8 September 2016',
    });
  });

  test('speaks of the next five years', () => {
    const years = time('the next five years');
    expect(years).toMatchObject({ type: 'DURATION', value: 'P5Y', resolved: true });
    expect(years?.start).toMatch(/^2016-09/);
    expect(years?.end).toMatch(/^2021-09/);
  });

  test.each([
    'Whole Genome Sequencing for specific conditions',
    'Improved diagnosis of rare conditions and a better understanding of cancer',
    'Strengthened and integrated informatics capability',
  ])('reports an aspiration of NHS England: %s', (item) => {
    const found = commitment(item);
    expect(found).toMatchObject({
      kind: 'aspiration',
      strength: 1,
      attribution: 'reported',
      actor: { name: 'NHS England' },
      deadline: { text: expect.stringMatching(/\bthe next five years$/), inheritedFrom: 'stem' },
      evidence: { quote: item },
    });
    expect(found?.deadline?.end).toMatch(/^2021-09/);
    expect(found?.stem?.quote).toContain('a vision for the next five years which will see:');
    expect(time('the next five years')?.commitmentIds).toContain(found?.id);
    expect(found?.themes.length).toBeGreaterThan(0);
  });

  test('forecasts for 2025', () => {
    const forecast = statement('forecast', 'NHSE anticipates disease will be classified');
    expect(forecast?.deadline?.end).toBe('2025-12-31');
    const year = report.timeline.find(({ value }) => value === '2025');
    expect(year).toMatchObject({ relation: 'by', end: '2025-12-31', precision: 'year' });
    expect(report.commitments.filter(({ evidence }) => evidence.quote.includes('NHSE anticipates'))).toEqual([]);
  });

  test('reports the commitment to work with partners', () => {
    const found = commitment('explicit about its commitment to work with relevant partners');
    expect(found).toMatchObject({
      kind: 'commitment',
      strength: 5,
      polarity: 'positive',
      attribution: 'reported',
      actor: { name: 'NHS England' },
      deadline: null,
    });
    expect(found?.action.text).toContain('work with relevant partners');
    expect(found?.themes.length).toBeGreaterThan(0);
  });

  test('counts the denial as a denial only', () => {
    expect(statement('denial', 'does not outline any new commitments')).toBeDefined();
    expect(report.commitments.filter(({ evidence }) => evidence.quote.includes('does not outline'))).toEqual([]);
  });

  test('names a need with its themes', () => {
    const need = statement('need', 'ethical, equality and economic implications must be addressed');
    expect(need?.themes).toEqual(expect.arrayContaining(['ethics', 'equality', 'economics']));
  });

  test('finds nothing in the links at its foot', () => {
    const foot = text.indexOf('More from us');
    const all = [...report.commitments, ...report.statements];
    expect(all.filter(({ evidence }) => evidence.start >= foot)).toEqual([]);
  });
});
