/** Title, publisher, date and language: found where documents say them, and nowhere else. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findDatePhrases } from '../src/read/provenance/date-phrases.ts';
import { findTitle } from '../src/read/provenance/title.ts';
import { findProvenance } from '../src/read/provenance.ts';
import { read } from '../src/read/read.ts';

const BODY = 'The council keeps the roads of the county in order, and says each spring which of them it will mend.';
const about = (front: string, name = 'plan.md') =>
  read({ name, text: `${front}\n\n${BODY}\n\n${BODY}\n`, mediaType: 'text/markdown' });

const VERSIONS = `| Version | Date |\n|---|---|\n| 1.0 | 3 May 2021 |\n| 2.0 | 9 June 2023 |\n| 1.1 | 4 May 2022 |`;

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
    expect(two.diagnostics[0]?.message).toMatch(/'Published: 3 March 2021' and 'Issued: 9 June 2022'/);
    const same = await about('# Ferry plan\n\nPublished: 3 March 2021\n\nIssued: March 2021');
    expect(same.diagnostics).toEqual([]);
    const updated = await about('# Ferry plan\n\nPublished: 3 March 2021\n\nLast updated: 9 June 2022');
    expect(updated.date?.value).toBe('2021-03-03');
    expect(updated.diagnostics[0]?.message).toMatch(/'Published: 3 March 2021' and 'Last updated: 9 June 2022'/);
  });
  test('what another version was is no rival', async () => {
    const text = '# Ferry rules\n\nAdopted on 3 March 2021.\n\nSuperseded by the rules adopted on 9 June 2022.';
    expect(await about(text)).toMatchObject({ date: { value: '2021-03-03' }, diagnostics: [] });
  });
  test.each([
    ['a dateline', '# Roads Order\n\nNORTHPORT, Friday, 3 April 2015', '2015-04-03'],
    ['a day whose ending stands apart', '# Roads plan\n\n23 rd July, 2015', '2015-07-23'],
    ['an order to print', '# Roads inquiry\n\nOrdered by the House to be printed on 8 July 2025', '2025-07-08'],
    ['a first edition and this one', '# Roads\n\nFirst published 2 May 2015\n\nUpdated 8 July 2025', '2025-07-08'],
    ['the last row of a table of versions', `# Roads\n\n${BODY}\n\n## Version history\n\n${VERSIONS}`, '2023-06-09'],
    ['a version before its table', `# Roads\n\nVersion 3, June 2024\n\n## Version history\n\n${VERSIONS}`, '2024-06'],
    ['a cover in one line', 'Roads Plan for Northport 12 October 2009 Prepared by the Roads Office', '2009-10-12'],
  ])('%s', async (_, front, value) => {
    expect((await about(front)).date?.value).toBe(value);
  });
  test.each([
    ['the year of a law', '# Accounts\n\nHighways and Bridges Act 2006'],
    ['a review to come', '# Roads policy\n\nReview date: June 2027'],
    ['the date of guidance that is cited', '# Roads\n\nHarbour guidance (HG7; published 25 October 2023) says:'],
    ['the time of a signature', '# Roads\n\nDate: 2022.03.25 08:13:18'],
    ['a plan for a year', '# ROADS PLAN\n\nThe plan\n\n2030'],
  ])('%s is not the date of the document', async (_, front) => {
    expect((await about(front)).date).toBeNull();
  });
  test('a row at the end of a long document tells when it was ratified', async () => {
    const long = `# Roads\n\n${`${BODY}\n\n`.repeat(70)}|Process|Details|\n|---|---|\n|Date ratified:|June 2024|\n|Review date:|June 2027|\n`;
    const { date } = await read({ name: 'a', text: long, mediaType: 'text/markdown' });
    expect(date).toMatchObject({ value: '2024-06', source: 'text' });
  });
  test('a running head tells where nothing else does', async () => {
    const text = Array.from(
      { length: 4 },
      (_, i) => `Roads plan, August 2023\n\n${i === 0 ? '# Roads plan\n\n' : ''}${BODY} ${BODY}`,
    );
    expect((await read({ name: 'a.md', text: text.join('\n\f\n'), mediaType: 'text/markdown' })).date?.value).toBe(
      '2023-08',
    );
  });
  test('the day that a file was made helps with the month of its name, and never with another', async () => {
    const { blocks, pages } = await about('# Roads plan');
    const none = { title: null, author: null, publisher: null, date: null, language: null };
    const date = (name: string, made: string) =>
      findProvenance({ name, blocks, pages, stated: none, metadata: { ...none, date: made } }, {}).date;
    expect(date('roads.pdf', '2024-07-25')).toMatchObject({ value: '2024-07-25', source: 'metadata' });
    expect(date('roads july 2024.pdf', '2024-07-25')).toMatchObject({ value: '2024-07-25', source: 'metadata' });
    expect(date('roads 3 may 2023.pdf', '2024-07-25')).toMatchObject({ value: '2023-05-03', source: 'name' });
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
    [
      'a line cut in the middle',
      'Roads and\n\nbridges of\n\nNorthshire 2025\n\nA survey',
      'Roads and bridges of Northshire 2025',
    ],
    [
      'the first heading, not one after the text',
      `## Roads terms\n\n${BODY} ${BODY}\n\n# DEFINITIONS OF ROADS`,
      'Roads terms',
    ],
    ['no column head', '# FERRY ORDER\n\n# PARAGRAPH\n\n# PART I', 'FERRY ORDER'],
    [
      'a law with its year',
      'FERRY BOARD ORDER, 2012\n\nARRANGEMENT OF ORDERS\n\n1. Citation.',
      'FERRY BOARD ORDER, 2012',
    ],
    [
      'a law in a gazette',
      'Northshire Gazette No. 4\n\n# EXTRAORDINARY\n\nTHE FERRIES (TOLLS) ACT, 2014',
      'THE FERRIES (TOLLS) ACT, 2014',
    ],
    ['no part of the text', `# Road rules\n\n## Introduction\n\n${BODY} ${BODY}\n\n# Lanes`, 'Road rules'],
    ['no edition', 'A PLAN FOR THE ROADS\n\n# 2023 UPDATE\n\nMay 2023', 'A PLAN FOR THE ROADS'],
    ['no motto', '# ‘Roads that lead to all of us’\n\n## A plan for roads', 'A plan for roads'],
    ['a row of document control', '|Title:|A plan for roads|\n|---|---|\n|Owner:|Roads Office|', 'A plan for roads'],
    ['what stands before a date', 'A plan for roads 12 October 2009 Prepared by the Roads Office', 'A plan for roads'],
    ['front matter', '---\ntitle: Roads for all\n---\n# Welcome', 'Roads for all'],
  ])('%s', async (_, front, title) => {
    expect((await about(front)).title).toBe(title);
  });
  test('the sheet of an archive names the document, not the one that took its place', async () => {
    const sheet = [
      'The attached document has been archived and is provided solely for historical purposes.',
      '|Archived||\n|---|---|\n|Title:|Road rules, version 2|\n|Publication date:|1 December 2021|\n|Archive date:|9 September 2022|',
      '## Superseding document',
      '|Newer||\n|---|---|\n|Title:|Road rules, version 3|\n|Publication date:|9 September 2022|',
    ].join('\n\n');
    const alone = { title: 'Road rules, version 2', date: { value: '2021-12-01' }, diagnostics: [] };
    expect(await read({ name: 'a.md', text: sheet, mediaType: 'text/markdown' })).toMatchObject(alone);
    const text = `${sheet}\n\f\n# Road rules\n\n${BODY}\n`;
    expect(await read({ name: 'a.md', text, mediaType: 'text/markdown' })).toMatchObject(alone);
  });
  test('an entry of the contents is none', async () => {
    const text = `Cover\n\f\n# Contents\n\nForeword 3\n\n## Bridges and ferries\n\nRoads 9\n\f\n${BODY}\n\n${BODY}\n`;
    expect((await read({ name: 'a.md', text, mediaType: 'text/markdown' })).title).toBeNull();
  });
  test('parts after an introduction are none, nor is who signs', async () => {
    expect((await about(`# Introduction\n\n${BODY} ${BODY}\n\n# Lanes and paths`)).title).toBeNull();
    expect((await about(`# Dr. Anna Reed\n\n## Road rules`)).title).toBe('Road rules');
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
    expect(title('The roads of Northshire 2019')).toBe('Mending');
    expect(title('The roads of Northshire: a plan (Version 0.3)')).toBe('Mending');
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
    ['by whose authority', 'Published by the Authority of the Northshire Assembly', 'Northshire Assembly'],
    ['on whose behalf', 'Promoted by A. Reed on behalf of the Hill Party, 3 High Street.', 'Hill Party'],
    [
      'who we are',
      'When we say “the firm” or “we”, we are referring to Ferrybank Tolls, LLC, and no other.',
      'Ferrybank Tolls, LLC',
    ],
    ['a paper laid by command', 'Presented to Parliament by the Secretary by Command of His Majesty', 'UK Government'],
    [
      'a row of document control',
      '|Authored by:|Northshire Roads Agency|\n|---|---|\n|Version|2|',
      'Northshire Roads Agency',
    ],
    [
      'the place that a line begins with',
      'City of Northport Roads Plan\n\nThe City of Northport has roads. We in the City of Northport like them, and the City of Northport mends them.',
      'City of Northport',
    ],
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
    ['a motto', '## FOR A BETTER UNION'],
    ['a leader', '## Hill Party Leader'],
    ['a part of a law', '## Powers of the Harbour Authority'],
    ['an order', '## FERRY AUTHORITY ORDER'],
    ['a person in office', '## The President of the Republic'],
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
  test('a part in another language is said', async () => {
    const welsh =
      'Mae’r cyngor yn cadw ffyrdd y sir mewn trefn ac yn dweud bob gwanwyn pa rai ohonynt y bydd yn eu trwsio yn y flwyddyn i ddod.';
    const both = await read({ name: 'a', text: `${BODY}\n\n${BODY}\n\n${welsh}\n\n`.repeat(10) });
    expect(both.language).toBe('en');
    expect(both.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^PMED-L211 About 4\d% of the text seems to be in Welsh/),
    ]);
    const quoted = await read({ name: 'a', text: `${`${BODY}\n\n`.repeat(30)}${welsh}\n` });
    expect(quoted.diagnostics).toEqual([]);
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
