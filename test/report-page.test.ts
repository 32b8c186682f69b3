/** The page of a report: what it holds at most, what documents cannot do to it, and what it says where there is nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { ReportPart } from '../src/model/part.ts';
import type { Report } from '../src/model/report.ts';
import { all, inside, parsedPage, skeleton, textIn } from './page.ts';
import { expectForEverybody, expectWhole } from './page-rules.ts';
import { markdown, pageOfParts, reportPage } from './report-page.ts';

const PLAN = `# A plan

1 March 2025

We will publish a workforce plan by June 2026. The Council must report each quarter from 2027. Ministers should act.
We aim to recruit 40 nurses.
`;
// Lines that differ by numbers alone would be taken for running heads.
const DO = ['open', 'fund', 'review', 'publish', 'build', 'replace', 'test'];
const WHAT = ['clinics', 'plans', 'schools', 'surveys', 'bridges', 'homes', 'rules', 'maps', 'wards', 'buses', 'parks'];
const WHOM = [
  'children',
  'farmers',
  'nurses',
  'tenants',
  'carers',
  'drivers',
  'pupils',
  'veterans',
  'students',
  'sailors',
  'bakers',
  'miners',
  'walkers',
];
const words = (html: string): string =>
  parsedPage(html)
    .elements.filter(({ tagName }) => tagName === 'main')
    .map(textIn)
    .join('');

/** The parts of a report of one document. */
const partOf = ({ documents: [document], ...found }: Report): ReportPart => {
  if (document === undefined) throw new Error('no document');
  return { ...found, document };
};

describe('a page', () => {
  it('is at most 60 KB before it has data', async () => {
    const { html } = await reportPage(markdown(''));
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
  });

  it('loads nothing and runs nothing but its own', async () => {
    const { html } = await reportPage('fixtures/northshire-2024.pdf', markdown(PLAN));
    expectWhole(html);
    expectForEverybody(parsedPage(html), 'Skip to the results');
  });

  it('says the same as the records', async () => {
    const { html, parts } = await reportPage('fixtures/northshire-2024.pdf');
    const page = parsedPage(html);
    const figures = all(page, '.figures').flatMap((section) => inside(section, 'b').map(textIn));
    const commitments = parts.flatMap((part) => part.commitments);
    const share = (count: number): string => `${Math.round((100 * count) / commitments.length)}%`;
    expect(figures).toEqual([
      String(commitments.length),
      share(commitments.filter(({ strength }) => strength > 3).length),
      share(commitments.filter(({ checkable }) => checkable.all).length),
      String(commitments.filter(({ deadline }) => deadline === null).length),
    ]);
  });

  it('is at most 1.5 MB for 500 commitments in a text of a hundred pages', async () => {
    const filler = 'The county has grown, and with it the number of people who need care close to home. ';
    const text = Array.from(
      { length: 500 },
      (_, at) =>
        `${at % 20 === 0 ? `## Chapter ${at / 20 + 1}\n\n` : ''}We will ${DO[at % 7]} ${at + 2} ${WHAT[at % 11]} for ${WHOM[at % 13]} by June 20${26 + (at % 9)}.\n\n${filler.repeat(6)}\n`,
    ).join('\n');
    const { html, parts } = await reportPage(markdown(`# A long plan\n\n1 March 2025\n\n${text}`));
    expect(parts[0]?.commitments.length).toBeGreaterThanOrEqual(500);
    expect(parts[0]?.document?.words).toBeGreaterThan(45_000);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1_500_000);
  }, 60_000);

  it('tells of 100,000 commitments without showing all of them', async () => {
    const { tool, ...report } = await analyse([markdown(PLAN)]);
    const part = partOf({ tool, ...report });
    const [commitment] = part.commitments;
    const [statement] = part.statements;
    if (commitment === undefined || statement === undefined) throw new Error('nothing to copy');
    const many = Array.from({ length: 100_000 }, (_, at) => ({ ...commitment, id: `c-${at}`, ref: `C${at + 1}` }));
    const others = Array.from({ length: 20_000 }, (_, at) => ({ ...statement, id: `s-${at}`, ref: `S${at + 1}` }));
    const html = pageOfParts([{ ...part, commitments: many, statements: others }], tool);
    expect(Buffer.byteLength(html)).toBeLessThan(16_000_000);
    const said = words(html);
    expect(said).toContain('100,000');
    expect(said).toMatch(/96,000 more commitments would make this page too long\. All of them: -o report\.xlsx/);
    expect(said).toMatch(/16,000 more statements would make this page too long/);
  }, 60_000);

  it('gives many documents a line each, and sections as long as there is room', async () => {
    const { tool, ...report } = await analyse([markdown(PLAN)]);
    const part = partOf({ tool, ...report });
    const { document } = part;
    if (document === null) throw new Error('not read');
    const [theme] = part.themes;
    if (theme === undefined) throw new Error('no theme');
    const [passage] = theme.evidence;
    if (passage === undefined) throw new Error('no passage');
    const long = { ...theme, evidence: [{ ...passage, quote: 'x '.repeat(200_000) }] };
    const parts = Array.from({ length: 200 }, (_, at) => ({
      ...part,
      document: { ...document, id: `d-${at}`, name: `${at}.md` },
      ...own(part, at),
      themes: [long],
    }));
    const html = pageOfParts(parts, tool);
    expect(Buffer.byteLength(html)).toBeLessThan(26_000_000);
    expect(html.match(/<span class="file quiet">\d+\.md<\/span>/g)).toHaveLength(200);
    expect(html).toMatch(/documents would make this page too long and have their lines above alone/);
    expect(html.match(/href="#document-\d+"/g)?.length).toBeLessThan(200);
  }, 120_000);

  it('shows of texts that are too long what stands around commitments', async () => {
    const filler = `${'The path was dry, and the sky was clear over the hills of the north. '.repeat(40)}\n\n`;
    const long = `# Long\n\n1 March 2025\n\n${filler.repeat(600)}We will publish a plan by June 2026.\n\n${filler}`;
    const { html } = await reportPage(markdown(long));
    expect(Buffer.byteLength(html)).toBeLessThan(300_000);
    expect(words(html)).toMatch(/The text is too long for this page: \d+ paragraphs without commitments are left out/);
    expect(words(html)).toContain('We will publish a plan by June 2026.');
  }, 60_000);
});

/** The same records with ids of their own, as one analysis of several documents gives them. */
function own(part: ReportPart, at: number): Pick<ReportPart, 'commitments' | 'statements' | 'timeline'> {
  const number = <T extends { readonly ref: string }>(records: readonly T[]): T[] =>
    records.map((record) => ({
      ...record,
      ref: record.ref.replace(/\d+/, (digits) => String(Number(digits) + 100 * at)),
    }));
  return {
    commitments: number(part.commitments),
    statements: number(part.statements),
    timeline: number(part.timeline),
  };
}

describe('where there is nothing', () => {
  it.each([
    [
      'no commitments, dates or themes',
      '# A walk\n\nThe path was dry and the sky was clear.\n',
      ['No dates were found', 'No theme was found', 'No commitments were found'],
    ],
    ['no date of the document', '# Plan\n\nWe will publish it within two years.\n', ['Not found']],
  ])('says so: %s', async (_, text, expected) => {
    const { html } = await reportPage(markdown(text));
    const said = parsedPage(html)
      .elements.filter(({ tagName }) => tagName === 'body')
      .map(textIn)
      .join('');
    for (const one of expected) expect(said).toContain(one);
    expectForEverybody(parsedPage(html), 'Skip to the results');
  });

  it('says that nothing could be read', async () => {
    const { html } = await reportPage({
      name: 'broken.pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 nothing follows'),
    });
    expect(words(html)).toContain('Nothing could be read');
    expectForEverybody(parsedPage(html), 'Skip to the results');
  });
});

describe('words of documents', () => {
  const EVIL = [
    '</title><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    '</style><style>*{display:none}',
    '--><svg onload=alert(1)>',
    '\u202e\u0000\ufffe\ud800',
    '&lt;b&gt;',
    '" id="commitments',
  ];
  const evil = fc
    .array(fc.oneof(fc.constantFrom(...EVIL), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));

  it('become no mark-up, whatever they are', async () => {
    const { tool, ...report } = await analyse([markdown(PLAN)]);
    const part = partOf({ tool, ...report });
    const { document } = part;
    if (document === null) throw new Error('not read');
    const shape = (said: string): string[] => skeleton(parsedPage(pageOfParts([withWords(part, said)], tool)));
    const plain = shape('plain');
    expect(plain.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(evil, async (said) => {
        const html = pageOfParts([withWords(part, said)], tool);
        expectWhole(html);
        expect(skeleton(parsedPage(html))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** The part with these words wherever a document, its name or a user's pack can have some. */
function withWords(part: ReportPart, said: string): ReportPart {
  const { document } = part;
  if (document === null) return part;
  const quoted = <T extends { readonly quote: string }>(evidence: T): T => ({ ...evidence, quote: said });
  return {
    ...part,
    document: {
      ...document,
      name: said,
      title: said,
      publisher: said,
      date: document.date && { ...document.date, quote: said },
      sections: document.sections.map((one) => ({ ...one, title: said })),
    },
    commitments: part.commitments.map((one) => ({
      ...one,
      actor: { ...one.actor, text: said, name: said },
      action: { ...one.action, text: said },
      evidence: { ...quoted(one.evidence), cite: said },
      rules: [said],
    })),
    statements: part.statements.map((one) => ({ ...one, evidence: quoted(one.evidence) })),
    timeline: part.timeline.map((one) => ({ ...one, text: said, evidence: quoted(one.evidence) })),
    themes: part.themes.map((one) => ({
      ...one,
      label: said,
      terms: one.terms.map(({ count }) => ({ term: said, count })),
      evidence: one.evidence.map((passage) => ({ ...quoted(passage), terms: [said] })),
    })),
    diagnostics: [{ code: 'PMED-I111', level: 'note', documentId: document.id, page: null, message: said, hint: said }],
  };
}
