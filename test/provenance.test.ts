/** Title, publisher, date and language: found where documents say them, and nowhere else. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findDatePhrases } from '../src/read/provenance/date-phrases.ts';
import { findTitle } from '../src/read/provenance/title.ts';
import { read } from '../src/read/read.ts';

const BODY = 'The council keeps the roads of the county in order, and says each spring which of them it will mend.';
const about = (front: string, name = 'plan.md') =>
  read({ name, text: `${front}\n\n${BODY}\n\n${BODY}\n`, mediaType: 'text/markdown' });

describe('dates', () => {
  test.each([
    ['8 September 2016', '2016-09-08'],
    ['Thursday 8th of September, 2016', '2016-09-08'],
    ['September 8, 2016', '2016-09-08'],
    ['Sept. 8th 2016', '2016-09-08'],
    ['September 2016', '2016-09'],
    ['2016-09-08', '2016-09-08'],
    ['20160908', '2016-09-08'],
    ['8/9/2016', '2016-09-08'],
    ['9/28/2016', '2016-09-28'],
    ['08.09.2016', '2016-09-08'],
    ['le 8 septembre 2016', '2016-09-08'],
    ['8. März 2016', '2016-03-08'],
    ['plan_v2-10november2019', '2019-11-10'],
    ['29 February 2023', '2023'],
    ['2016', '2016'],
  ])('%s', (text, value) => {
    expect(findDatePhrases(text).map((phrase) => phrase.value)).toEqual(value === '2023' ? ['2023-02'] : [value]);
  });
  test.each(['2021-25', '2021/22', '2021–2025', 'version 2.16', '12016', 'May'])('%s is none', (text) => {
    expect(findDatePhrases(text)).toEqual([]);
  });
  test.each([
    ['a line of the cover', '# Plan\n\n8 September 2016', '2016-09-08', 'day'],
    ['a month', '# Plan\n\nMarch 2021', '2021-03', 'month'],
    ['a version', '# Plan\n\nVersion 1.2, 3 May 2023', '2023-05-03', 'day'],
    ['a label', '# Plan\n\nIntroduction.\n\nPublished: 12 August 2025', '2025-08-12', 'day'],
    ['published before updated', '# Plan\n\nLast updated 5 June 2024\n\nPublished 3 May 2023', '2023-05-03', 'day'],
    ['updated', '# Terms\n\n*Last updated: January 6, 2023*', '2023-01-06', 'day'],
    ['a sentence about the document', '# Plan\n\nThis paper was first published in February 2020.', '2020-02', 'month'],
    ['a title that ends with it', '# Board meeting, 23 September 2025', '2025-09-23', 'day'],
    ['a copyright year', '# Plan\n\n© Northshire Council 2021', '2021', 'year'],
    ['front matter', '---\ndate: 2022-02-04\n---\n# Plan', '2022-02-04', 'day'],
  ])('%s', async (_, front, value, precision) => {
    expect((await about(front)).date).toMatchObject({ value, precision, source: 'text' });
  });
  test.each([
    ['a date in prose', '# Plan\n\nBy 8 September 2016 the council will have mended every road of the county.'],
    ['a period', '# Accounts\n\n1 April 2024\n\nto\n\n31 March 2025'],
    ['a year to come', '# Vision 2030\n\n2030'],
    ['a deadline', '# Plan\n\nDue by 3 May 2023'],
  ])('%s is not the date of the document', async (_, front) => {
    expect((await about(front)).date).toBeNull();
  });
  test('the name of the file helps last', async () => {
    expect((await about('# Plan', 'plan-3-may-2023.md')).date).toEqual({
      value: '2023-05-03',
      precision: 'day',
      source: 'name',
      quote: '3-may-2023',
    });
    expect((await about('# Plan', 'plan-2021-25.md')).date).toBeNull();
    expect((await about('# Plan', 'skills-to-2030.md')).date).toBeNull();
    expect((await about('# Plan\n\nMarch 2021', 'plan-3-may-2023.md')).date).toMatchObject({ value: '2021-03' });
    expect((await about('# Plan\n\n© Northshire 2023', 'plan-3-may-2023.md')).date).toMatchObject({
      value: '2023-05-03',
      source: 'name',
    });
  });
  test('day and month that may be the other way round are a warning', async () => {
    const { date, diagnostics } = await about('# Plan\n\nDate: 03/04/2021');
    expect(date).toMatchObject({ value: '2021-04-03', quote: '03/04/2021' });
    expect(diagnostics).toMatchObject([{ code: 'PMED-D202' }]);
  });
  test('that another one could be as well is said', async () => {
    const two = await about('# Ferry plan\n\nPublished: 3 March 2021\n\nIssued: 9 June 2022');
    expect(two.date?.value).toBe('2021-03-03');
    expect(two.diagnostics).toMatchObject([{ code: 'PMED-D203', level: 'warning' }]);
    expect(two.diagnostics[0]?.message).toMatch(/'3 March 2021' and '9 June 2022'/);
    const same = await about('# Ferry plan\n\nPublished: 3 March 2021\n\nIssued: March 2021\n\nUpdated: 9 June 2022');
    expect(same.diagnostics).toEqual([]);
  });
});

describe('titles', () => {
  test.each([
    ['the first heading', '# A plan for roads\n\n## Aims', 'A plan for roads'],
    ['the highest heading', '## Roads\n\n# A plan for roads', 'A plan for roads'],
    ['not a heading that every document has', '# Contents\n\n# A plan for roads', 'A plan for roads'],
    ['not what an archive put first', '# Archived: this page was withdrawn\n\n# A plan for roads', 'A plan for roads'],
    ['not the organisation', '# Northshire County Council\n\n# A plan for roads', 'A plan for roads'],
    ['several lines of the cover', '# A PLAN\n\n# FOR ROADS\n\n2021', 'A PLAN FOR ROADS'],
    ['front matter', '---\ntitle: Roads for all\n---\n# Welcome', 'Roads for all'],
  ])('%s', async (_, front, title) => {
    expect((await about(front)).title).toBe(title);
  });
  test('one paragraph has none', async () => {
    expect((await read({ name: 'a', text: 'We will mend the roads.' })).title).toBeNull();
  });
  test('metadata count where the words are printed too, and never as a file name', async () => {
    const { blocks, pages } = await about('# Mending\n\n## The roads of Northshire: a plan');
    const none = { title: null, author: null, publisher: null, date: null, language: null };
    const title = (text: string) =>
      findTitle({ name: 'a.pdf', blocks, pages, stated: none, metadata: { ...none, title: text } })?.value;
    expect(title('The roads of Northshire: a plan')).toBe('The roads of Northshire: a plan');
    expect(title('Template for letters')).toBe('Mending');
    expect(title('Microsoft Word - roads.docx')).toBe('Mending');
  });
});

describe('publishers', () => {
  test.each([
    ['Published by', 'This report was published by the Northshire Roads Agency in 2021.', 'Northshire Roads Agency'],
    ['a copyright line', '© 2021 Northshire Council', 'Northshire Council'],
    ['a copyright line of an acronym', 'Reference: 1234 © NCRA 2021', 'NCRA'],
    ['a line of the cover', 'Institute for Road Research\n\nMarch 2021', 'Institute for Road Research'],
    ['front matter', null, 'Northshire Council'],
  ])('%s', async (_, line, publisher) => {
    const front =
      line === null ? '---\norganisation: Northshire Council\n---\n# Plan' : `# A plan for roads\n\n${line}`;
    expect((await about(front)).publisher).toBe(publisher);
  });
  test.each([
    ['crown copyright', '© Crown copyright 2021'],
    ['a heading about one', '## About the Council'],
    ['a kind of body', 'NHS Trust'],
    ['who launched another report', 'The Roads Agency launched its report yesterday.'],
    ['a policy on copyright', 'See our Copyright Policy for more.'],
  ])('%s names none', async (_, line) => {
    expect((await about(`# A plan for roads\n\n${line}`)).publisher).toBeNull();
  });
});

describe('languages', () => {
  test.each([
    ['en', BODY],
    [
      'fr',
      'Le conseil entretient les routes du comté et dit chaque printemps lesquelles seront réparées dans l’année qui vient, avec les moyens du bord.',
    ],
    [
      'de',
      'Der Rat hält die Straßen des Landes in Ordnung und sagt in jedem Frühling, welche von ihnen er im Jahr danach ausbessern wird.',
    ],
    [
      'es',
      'El consejo mantiene las carreteras del condado y dice cada primavera cuáles de ellas se van a reparar en el año que viene.',
    ],
    [
      'cy',
      'Mae’r cyngor yn cadw ffyrdd y sir mewn trefn ac yn dweud bob gwanwyn pa rai ohonynt y bydd yn eu trwsio yn y flwyddyn i ddod.',
    ],
  ])('%s', async (language, text) => {
    const document = await read({ name: 'a', text });
    expect(document.language).toBe(language);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(language === 'en' ? [] : ['PMED-L211']);
  });
  test('a few words tell nothing', async () => {
    expect((await read({ name: 'a', text: 'We will act.' })).language).toBeNull();
  });
});

const seed = fileURLToPath(new URL('../../shared/seed/nhs-personalised-medicine-2016.txt', import.meta.url));
test.skipIf(!existsSync(seed))('the text that the project began with', async () => {
  expect(await read(seed)).toMatchObject({
    title: 'NHS England sets out its vision for personalised medicine',
    date: { value: '2016-09-08', precision: 'day', source: 'text', quote: '8 September 2016' },
    publisher: null,
    language: 'en',
    words: 335,
    status: 'read',
    diagnostics: [],
  });
});
