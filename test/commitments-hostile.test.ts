/** Commitments of texts that are not as texts should be: endless, unpunctuated, shouted, misread, foreign, or deep. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Report } from '../src/model/report.ts';
import { folder, pmed } from './run.ts';
import { list, listed, para, word } from './word.ts';

const LEVELS = 30;
const deepMarkdown = (): string => {
  const levels = Array.from({ length: LEVELS }, (_, depth) => `${'  '.repeat(depth)}- support area ${depth}:`);
  return `We will:\n\n${levels.join('\n')}\n${'  '.repeat(LEVELS)}- open a clinic by 2030\n`;
};
const deepHtml = (): string => {
  const open = Array.from({ length: LEVELS }, (_, depth) => `<ul><li>support area ${depth}:`).join('');
  const close = '</li></ul>'.repeat(LEVELS);
  return `<html><body><p>We will:</p>${open}<ul><li>open a clinic by 2030</li></ul>${close}</body></html>`;
};
/** Word has nine levels; a list that is indented further begins again within them. */
const deepWord = (): Uint8Array =>
  word(
    para('We will:') +
      Array.from({ length: LEVELS }, (_, depth) => listed(`support area ${depth}:`, 1, Math.min(depth, 8))).join('') +
      listed('open a clinic by 2030', 1, 8),
    { numbering: list(1, ...Array.from({ length: 9 }, () => 'bullet •')) },
  );

const french =
  'Le gouvernement publiera une stratégie nationale avant 2027. Nous allons réduire les émissions de 40 % pour 2030, et le ' +
  'ministère ouvrira dix bureaux dans les régions. La commission a présenté un plan. Le plan will être adopté.';
const german =
  'Die Regierung will die Steuern senken und wird bis 2027 eine Strategie vorlegen. Wir wollen die Emissionen um 40 Prozent ' +
  'senken, und die Kommission soll einen Bericht mit den Ländern erstellen. Die Partei will das nicht.';
const welsh =
  'Bydd y cyngor yn cyhoeddi cynllun erbyn 2027. Byddwn yn lleihau allyriadau o 40% erbyn 2030. Rydym wedi ymrwymo i adeiladu ' +
  'cartrefi newydd ac mae ein gwaith gyda phartneriaid yn parhau ar draws y sir.';
const spanish =
  'El gobierno publicará una estrategia para el transporte y las escuelas. Vamos a reducir las emisiones en un 40 % para 2030, ' +
  'y nos comprometemos con los vecinos. La comisión es la que will aprobar el plan de los barrios.';
const english =
  'We will publish a national strategy by 2027. The department will open ten new offices in the regions, and we will recruit ' +
  '40 inspectors by March 2026 for the work that has to be done there.';

let files: ReturnType<typeof folder>;
beforeAll(() => {
  files = folder({
    'words.txt': `We will publish ${'plans and reports for the council by 2030 with its partners and '.repeat(4200)}others.`,
    'clauses.txt': `We will open a mill, ${'and will mend the clock and '.repeat(8000)}stop.`,
    'deep.md': deepMarkdown(),
    'deep.html': deepHtml(),
    'deep.docx': deepWord(),
    'empty.txt': '',
    'blank.txt': ' \n\n\t\n',
    'short.txt': 'We will.',
  });
});
afterAll(() => files.remove());

async function commitments(file: string): Promise<Report> {
  const { code, stdout, stderr } = await pmed(['commitments', file, '-f', 'json'], { cwd: files.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const found = async (text: string, mediaType: 'text/plain' | 'text/markdown' = 'text/plain') => {
  const report = await analyse({ name: 'plan', text, mediaType }, { docDate: '2025-03-01' });
  return { ...report, actions: report.commitments.map(({ action }) => action.text) };
};

describe('endless', () => {
  it('sentences of 50,000 words give their commitments, each with words to cite', async () => {
    for (const file of ['words.txt', 'clauses.txt']) {
      const report = await commitments(file);
      expect(report.commitments.length).toBeGreaterThan(0);
      for (const { evidence } of report.commitments) expect(evidence.quote.length).toBeLessThan(20_000);
    }
  });

  it('text without punctuation gives a commitment for each that it makes', async () => {
    const line = (at: number) => `the council will open a new clinic in ward ${at} by 2030`;
    const { commitments: all } = await found(Array.from({ length: 40 }, (_, at) => line(at)).join(' '));
    expect(all.length).toBeGreaterThanOrEqual(30);
    for (const { actor } of all.slice(0, 1)) expect(actor.text).toMatch(/council/);
  });

  it('a list of names run together comes to an end', async () => {
    const list =
      'FF Department of Ferries Fishing and Floods HH Department of Harbours and Homes MM Department of Mills and Moors TT ' +
      'Department of Tides and Tolls.';
    const { actions } = await found(`${list} The Department will open a mill by 2031.`);
    expect(actions).toEqual(['open a mill']);
  });
});

describe('deep', () => {
  it.each(['deep.md', 'deep.html', 'deep.docx'])('items of %s have who and force from far above', async (file) => {
    const { commitments: all } = await commitments(file);
    const last = all.at(-1);
    expect(all.length).toBeGreaterThanOrEqual(LEVELS);
    expect({
      action: last?.action.text,
      by: last?.deadline?.end,
      who: last?.actor.text,
      strength: last?.strength,
    }).toEqual({ action: 'open a clinic', by: '2030-12-31', who: 'We', strength: 4 });
  });
});

describe('shouted', () => {
  it('capitals say the same as small letters', async () => {
    const text =
      '# Action plan\n\nThe council will publish a workforce plan by December 2026. We aim to cut waiting times by 20% by ' +
      '2028.\n\nWe will:\n\n- open a new clinic\n- recruit 40 nurses by March 2027\n\nResidents must register by May 2026.\n';
    const small = await found(text, 'text/markdown');
    const large = await found(text.toUpperCase(), 'text/markdown');
    const told = ({ commitments: all, statements }: Report) => [
      ...all.map((one) => [
        one.action.text.toLowerCase(),
        one.strength,
        one.deadline?.end,
        one.actor.text?.toLowerCase(),
      ]),
      ...statements.map(({ kind, deadline }) => [kind, deadline?.end]),
    ];
    expect(small.commitments).toHaveLength(4);
    expect(told(large)).toEqual(told(small));
  });
});

describe('misread', () => {
  it.each([
    ['The Council wi11 publish a plan by December 2026.', 'publish a plan'],
    ['We wil1 open tbe clinic.', 'open tbe clinic'],
    ['We aim t0 cut waste.', 'cut waste'],
    ['VVe will publish a report.', 'publish a report'],
    ['The Board is com-\nmitted to reducing emis-\nsions.', 'reducing emissions'],
    ['We  w i l l  p u b l i s h  a plan.', 'publish a plan'],
  ])('%j is read as it is meant, and quoted as it stands', async (text, action) => {
    const { actions, commitments: all } = await found(text);
    expect(actions).toEqual([action]);
    expect(all[0]?.evidence).toMatchObject({ start: 0, end: text.length });
  });

  it('codes and grades stay what they are', async () => {
    const { commitments: all } = await found(
      'Wards A B C D and B12 are open. On the 1st and 2nd of May we will test 5G masts.',
    );
    expect(all.map(({ evidence }) => evidence.quote)).toEqual(['On the 1st and 2nd of May we will test 5G masts.']);
    const quote = (await found('We will mark grades A B C D.')).commitments[0]?.evidence.quote;
    expect(quote).toBe('We will mark grades A B C D.');
  });
});

describe('foreign', () => {
  it.each([
    ['French', french],
    ['German', german],
    ['Spanish', spanish],
    ['Welsh', welsh],
  ])('%s is said to be so, and nothing is made up from it', async (name, text) => {
    const { commitments: all, statements, diagnostics } = await found(text);
    expect([...all, ...statements]).toEqual([]);
    expect(diagnostics.find(({ code }) => code === 'PMED-L211')?.message).toContain(name);
  });

  it.each([
    ['in turn', [english, french, english, french, english, french]],
    ['one after the other', [english, english, english, german, german, german]],
  ])('of two languages %s the English part is read, and the other is named', async (_, paragraphs) => {
    const { commitments: all, diagnostics } = await found(paragraphs.join('\n\n'));
    expect(all).toHaveLength(9);
    for (const { evidence } of all) expect(english).toContain(evidence.quote);
    expect(diagnostics.find(({ code }) => code === 'PMED-L211')?.message).toMatch(/About \d\d% .* (?:French|German)/);
  });

  it('a quotation or two leave an English text as it is', async () => {
    const { diagnostics, commitments: all } = await found(
      `${`${english}\n\n`.repeat(12)}${french.replace('will ', '')}\n\n${english}`,
    );
    expect(all).toHaveLength(39);
    expect(diagnostics.filter(({ code }) => code === 'PMED-L211')).toEqual([]);
  });
});

describe('next to nothing', () => {
  it.each(['empty.txt', 'blank.txt'])('%s is told to hold no text', async (file) => {
    const { code, stderr } = await pmed(['commitments', file], { cwd: files.path });
    expect(code).toBe(3);
    expect(stderr).toContain('PMED-I104');
  });

  it('a promise of nothing is none', async () => {
    expect((await commitments('short.txt')).commitments).toEqual([]);
  });
});
