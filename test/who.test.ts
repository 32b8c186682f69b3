/** Who is bound: whom names, short names, pronouns and generic words mean, and where nobody is named. */
import { describe, expect, test } from 'vitest';
import type { AnalyseOptions } from '../src/analyse/options.ts';
import { analyse } from '../src/analyse.ts';
import type { Commitment } from '../src/model/report.ts';
import { loadRules } from '../src/rules/load.ts';
import { pmed } from './run.ts';

/** The commitments of a text by Fernhollow Council, unless another publisher is given. */
async function commitmentsOf(text: string, options: AnalyseOptions = {}): Promise<readonly Commitment[]> {
  const known = { publisher: 'Fernhollow Council', ...options };
  return (await analyse({ name: 'plan', text, mediaType: 'text/markdown' }, known)).commitments;
}

/** Words, name and how it was resolved, of the last commitment of a text. */
async function whoIn(text: string, options: AnalyseOptions = {}) {
  const actor = (await commitmentsOf(text, options)).at(-1)?.actor;
  return actor && [actor.text, actor.name, actor.resolvedBy];
}

describe('short names that a text defines', () => {
  test.each([
    [
      'The Northshire Harbour Authority (NHA) met in May. NHA will publish a tide table.',
      'Northshire Harbour Authority',
    ],
    ['NHA (Northshire Harbour Authority) met in May. NHA will publish a tide table.', 'Northshire Harbour Authority'],
    [
      'The Department of Ports and Coastal Trade (DPCT) met. DPCT will open a desk.',
      'Department of Ports and Coastal Trade',
    ],
    ['Marsh England (MARSHE) met in May. MARSHE will publish a tide table.', 'Marsh England'],
    ['Hillside NHS Foundation Trust ("the Trust") met. The Trust will open a ward.', 'Hillside NHS Foundation Trust'],
    ['Hillside Care Board (hereafter "the Board") met. The Board will open a ward.', 'Hillside Care Board'],
    ['The Ministry of Tides (the Ministry) met in May. The Ministry will open a desk.', 'Ministry of Tides'],
    ['The Bureau of Ferry Safety, hereinafter the Bureau, met. The Bureau will open a desk.', 'Bureau of Ferry Safety'],
  ])('%s', async (text, name) => {
    expect((await whoIn(text))?.[1]).toBe(name);
  });

  test.each([
    'The minutes (see NHA) were kept. NHA will publish a tide table.',
    'Harbour dues rose (by May). NHA will publish a tide table.',
  ])('no definition: %s', async (text) => {
    expect((await whoIn(text))?.[1]).toBe('NHA');
  });

  test('a plural is what it shortens, and what is no body binds nobody', async () => {
    const text = 'Local harbour boards (LHBs) set dues. The National Tide Plan (NTP) is new. NTP will open in May.';
    expect(await whoIn(text)).toEqual(['NTP', 'Fernhollow Council', 'publisher']);
  });
});

describe('the one that words mean', () => {
  test.each([
    ['We will open a ward.', ['We', 'Fernhollow Council', 'publisher']],
    ['The Council will open a ward.', ['The Council', 'Fernhollow Council', 'publisher']],
    ['Hillside Trust met in May. The Trust will open a ward.', ['The Trust', 'Hillside Trust', 'coreference']],
    [
      'The Department of Boats and Department of Nets met in May. The Department will open a ward.',
      ['The Department', 'Department of Boats', 'coreference'],
    ],
    [
      'Hillside Trust met. Marsh Trust met later. The Trust will open a ward.',
      ['The Trust', 'Marsh Trust', 'coreference'],
    ],
    ['The Government will open a ward.', ['The Government', 'Government', 'explicit']],
    ['The Welsh Government will open a ward.', ['The Welsh Government', 'Welsh Government', 'explicit']],
    ['Scottish Ministers will open a ward.', ['Scottish Ministers', 'Scottish Ministers', 'explicit']],
    ['This strategy will open a ward in every town.', ['This strategy', 'Fernhollow Council', 'publisher']],
    ["The Mayor's Housing Plan will fund a ward.", ["The Mayor's Housing Plan", 'Mayor', 'explicit']],
    ['Marsh Trust has agreed to it. It will publish a timetable.', ['It', 'Marsh Trust', 'coreference']],
    ['Marsh Trust has agreed to it. In addition, it will publish a log.', ['it', 'Marsh Trust', 'coreference']],
    ['Marsh Trust was set up in May. Its ambition is to halve waits by 2030.', ['Its', 'Marsh Trust', 'coreference']],
    ['The minister told the committee she would publish the figures.', ['she', 'Minister', 'coreference']],
    ['Hill Water said it would publish the figures.', ['it', 'Hill Water', 'coreference']],
  ])('%s', async (text, actor) => {
    expect(await whoIn(text)).toEqual(actor);
  });

  test('"we" are those whom the text names beside it, where no publisher is known', async () => {
    const text = 'At the Tide Office, we keep the tables. At Easter, we rest. We will publish a log.';
    const report = await analyse({ name: 'plan', text, mediaType: 'text/markdown' });
    expect(report.documents[0]?.publisher).toBeNull();
    expect(report.commitments.at(-1)?.actor).toEqual({ text: 'We', name: 'Tide Office', resolvedBy: 'coreference' });
  });

  test('far from any name, the one that the text names most', async () => {
    const talk = 'It rains.\n\n'.repeat(20);
    const text = `Marsh Trust met. Marsh Trust left. Hillside Trust came.\n\n${talk}The Trust will open a ward.`;
    expect((await whoIn(text))?.[1]).toBe('Marsh Trust');
  });

  test('"the government" is the publisher where that is one', async () => {
    for (const publisher of ['UK Government', 'Republic of Eastmarch'])
      expect(await whoIn('The government will open a ward.', { publisher })).toEqual([
        'The government',
        publisher,
        'publisher',
      ]);
  });

  test('initials and shortened names of the publisher are the publisher', async () => {
    const publisher = 'Northshire England';
    for (const short of ['NSHE', 'NE', 'Northshire England'])
      expect(await whoIn(`${short} will open a ward.`, { publisher })).toEqual([short, publisher, 'explicit']);
    expect((await whoIn('NHS will open a ward.', { publisher: 'NHS Eastmarch' }))?.[1]).toBe('NHS');
  });
});

describe('names', () => {
  test.each([
    ['The Department for Ports and Coastal Trade will open a desk.', 'Department for Ports and Coastal Trade'],
    [
      'The Ministry of Housing, Communities and Local Government will open a desk.',
      'Ministry of Housing, Communities and Local Government',
    ],
    ['In line with this, the Leeds Health and Care Partnership will open a desk.', 'Leeds Health and Care Partnership'],
    ['The Secretary of State for Ports will open a desk.', 'Secretary of State for Ports'],
    ['The Data Protection Officer will publish a log.', 'Data Protection Officer'],
    ['The Hillside NHS Foundation Trust will open a desk.', 'Hillside NHS Foundation Trust'],
    ['Once it is finalized the Harbour Board will publish it.', 'Harbour Board'],
    ['Next Steps The Harbour Board will publish it.', 'Harbour Board'],
  ])('%s', async (text, name) => {
    expect((await whoIn(text, { publisher: 'Eastmarch Observatory' }))?.[1]).toBe(name);
  });
});

describe('several parties in one document', () => {
  test('those who say "we" by name', async () => {
    const text = 'Hillside Trust met Fernhollow Council. We, the Council and the Trust, will open a ward.';
    expect(await whoIn(text)).toEqual(['We', 'Fernhollow Council and Hillside Trust', 'explicit']);
  });

  test('those who act together', async () => {
    const text = 'Hillside Trust met in May. The Council and the Trust will open a ward.';
    expect((await whoIn(text))?.[1]).toBe('Fernhollow Council and Hillside Trust');
  });
});

describe('items without a subject', () => {
  test.each([
    ["## The Trust's pledges", ['The Trust', 'Hillside Trust', 'heading']],
    ['## What the Council will do', ['the Council', 'Fernhollow Council', 'heading']],
    ['## Our pledges', [null, 'Fernhollow Council', 'publisher']],
  ])('%s', async (heading, actor) => {
    const text = `Hillside Trust met in May.\n\n${heading}\n\n- Open two wards by 2030.\n- Publish a log of waits.`;
    expect(await whoIn(text)).toEqual(actor);
  });
});

describe('nobody is named', () => {
  test.each([
    'A ward will be opened in May.',
    'The guiding principles will be kept and will be published.',
    'Phase two of the project will open in May.',
  ])('%s', async (text) => {
    expect(await whoIn(text)).toEqual([null, null, 'none']);
  });

  test('the agent of a passive is', async () => {
    expect(await whoIn('A survey will be published by the Harbour Board in May.')).toEqual([
      'the Harbour Board',
      'Harbour Board',
      'explicit',
    ]);
    expect((await whoIn('A survey will be published by 2030.'))?.[0]).toBeNull();
    expect((await whoIn('A survey will be published by the end of May.'))?.[0]).toBeNull();
  });
});

describe('the words of others', () => {
  test('"we" in quotation marks are those who speak', async () => {
    const text = '"We will open a ward," said Ada Marsh, leader of Hillside Trust.';
    const [found] = await commitmentsOf(text);
    expect(found?.actor).toEqual({ text: 'We', name: 'Hillside Trust', resolvedBy: 'coreference' });
    expect(found?.attribution).toBe('reported');
  });

  test('a report that another body brought out speaks for that body', async () => {
    const text =
      'Hill England published its vision for wards in May. The vision is clear. The report is explicit about its commitment to open a ward.';
    expect((await commitmentsOf(text, { publisher: 'Ward Watch' })).length).toBeGreaterThan(0);
  });
});

describe('--actor', () => {
  const text = 'We will open a ward. HDT will publish a log. The ward will close.';

  test('gives full names, says who "we" is, and stands in the report', async () => {
    const actors = { we: 'Hillside Trust', HDT: 'Harbour Dues Tribunal' };
    const report = await analyse(
      { name: 'plan', text, mediaType: 'text/markdown' },
      { actors, rules: await loadRules() },
    );
    expect(report.tool.options.actors).toEqual(actors);
    expect(report.commitments.map(({ actor }) => [actor.name, actor.resolvedBy])).toEqual(
      expect.arrayContaining([
        ['Hillside Trust', 'config'],
        ['Harbour Dues Tribunal', 'config'],
      ]),
    );
  });

  test('is read from the command line', async () => {
    const run = await pmed(['analyse', '-', '-f', 'json', '--actor', 'HDT=Harbour Dues Tribunal'], { input: text });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('"name": "Harbour Dues Tribunal"');
  });

  test.each([['HDT'], ['=Harbour'], ['HDT=']])('refuses %s', async (value) => {
    const { code, stderr } = await pmed(['analyse', '-', '--actor', value], { input: text });
    expect(code).toBe(2);
    expect(stderr).toContain(`--actor cannot be '${value}'.`);
  });
});

test('a word stands in one list of the agents', async () => {
  const lists = (await loadRules()).files.find(({ pack }) => pack === 'agent')?.lists ?? {};
  const words = Object.entries(lists).flatMap(([list, all]) => (list === 'states' ? [] : all));
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test('texts of nothing but capitals and brackets take no longer than they are', async () => {
  const text = `${'The HARBOUR Board and (Board) of '.repeat(5_000)}will open a ward.`;
  expect(await commitmentsOf(text)).toBeDefined();
});
