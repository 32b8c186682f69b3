/** What a user sees of claims beyond the rules' own examples: stable ids, table heads, endless sentences. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Commitment } from '../src/model/report.ts';

async function commitmentsOf(text: string): Promise<readonly Commitment[]> {
  return (await analyse({ name: 'plan', text, mediaType: 'text/markdown' })).commitments;
}

describe('an id does not depend on', () => {
  test.each([
    ['a figure', 'We will cut waste by 50%.', 'We will cut waste by 30 per cent.'],
    ['whether there is a figure', 'We will cut waste by 50%.', 'We will cut waste.'],
    ['a range', 'We will open 20 clinics.', 'We will open between 10 and 20 clinics.'],
    ['a date', 'We will open 20 clinics by 2030.', 'In 2031 we will open 20 clinics.'],
    ['force', 'We will open 20 clinics.', 'We aim to open 20 clinics.'],
    ['the words of a passive cue', 'A survey will be carried out.', 'A survey is to be carried out.'],
  ])('%s', async (_, before, after) => {
    const [first] = await commitmentsOf(before);
    const [second] = await commitmentsOf(after);
    expect(first?.id).toBeDefined();
    expect(second?.id).toBe(first?.id);
  });
});

test('a row of column heads is no undertaking', async () => {
  const found = await commitmentsOf(
    '| Action | Lead | Deadline |\n|---|---|---|\n| Open a clinic | City Council | 2030 |',
  );
  expect(found.map(({ evidence }) => evidence.quote)).toEqual(['Open a clinic | City Council | 2030']);
});

test('in a row with an objective and an action it is the action that is undertaken', async () => {
  const found = await commitmentsOf(
    '| Objective | Action | Lead |\n|---|---|---|\n| Better care | Open a clinic | City Council |\n\n| Objective | Lead |\n|---|---|\n| Better roads | City Council |',
  );
  expect(found.map(({ action }) => action.text)).toEqual(['Open a clinic', 'Better roads']);
});

test.each([
  [
    'a table of versions',
    '| Version | Date of Change | Description |\n|---|---|---|\n| 0.4 | 2021-03-02 | Add an annex on moorings |',
  ],
  [
    'a row that tells what a part says',
    '| Heading | What can be found there |\n|---|---|\n| K. Moorings Office | You are responsible for your dues. |',
  ],
  [
    'powers under their heading',
    '## Powers\n\n- Appoint the harbour master.\n- Make by-laws for the quay.\n- Lend money to members.',
  ],
  [
    'powers under their stem',
    '## Members\n\nMembers have the power to:\n\n- appoint a deputy;\n- convene a panel;\n- set an agenda.',
  ],
  [
    'answers and trades beside actions',
    '## Fire safety\n\n- Finance and insurance\n- Don’t know\n- Further reading and maps\n\nSee the fire breaks maintained in 2020.',
  ],
  [
    'numbered parts of a principle',
    '## Principles\n\n- Better harbours, including (1) fair rents, and (2) new farmers.',
  ],
  [
    'items of an act',
    'This Act binds the State.\n\nUnder this Act the inspector has the following duties:\n\n- maintain a register;\n- implement the code;\n- establish a depot.',
  ],
  [
    'questions of a form',
    '## Berth\n\n- Describe the moorings that are in use.\n- Enter the length of the boat here.\n- Attach a map of the quay.',
  ],
  ['a row that names a date', '| Review date: | December 2027 |\n|---|---|\n| Review date: | March 2031 |'],
  ['a sentence under a heading that promises', '## Our pledges\n\n- These pledges draw on the work of three ports.'],
  ['a label above a list', '## Actions\n\n- Phase 3 (2031 to 2032):'],
])('%s are no undertakings', async (_, text) => {
  const found = await commitmentsOf(text);
  expect(found.filter(({ strength }) => strength >= 2)).toEqual([]);
});

test('an item that calls itself an action is one, whatever stands above it', async () => {
  const found = await commitmentsOf('## Objectives\n\n- Action 1: Rebuild the northern quay\n- Cleaner water');
  expect(found.map(({ kind, strength }) => [kind, strength])).toEqual([
    ['commitment', 4],
    ['aspiration', 1],
  ]);
});

test('digits in a name measure nothing', async () => {
  const text = (thing: string) => `The goals of the scheme are to:\n\n- Support boats under ${thing}`;
  const [named] = await commitmentsOf(text('MOOR 12'));
  const [measured] = await commitmentsOf(text('12 metres'));
  expect([named?.strength, measured?.strength]).toEqual([1, 3]);
});

test('a party goes by the word before Party, a company by its first', async () => {
  const find = async (publisher: string, text: string) =>
    (await analyse({ name: 'plan', text, mediaType: 'text/markdown' }, { publisher })).commitments.map(
      ({ kind, actor }) => [kind, actor.text],
    );
  expect(await find('Northshire Harbour Party', 'Harbour will reverse the fee.')).toEqual([['commitment', 'Harbour']]);
  expect(await find('Norwell, Inc.', 'Norwell will publish its code.')).toEqual([['commitment', 'Norwell']]);
  expect(await find('Department of Weather', 'Weather will change the coast.')).toEqual([]);
});

test('imperatives far apart are no action list', async () => {
  const prose = 'The harbour was quiet that year.\n\n'.repeat(30);
  const act = (what: string) => `Establish ${what} in the northern quay.\n\n`;
  const far = await commitmentsOf(act('a depot') + prose + act('a school') + prose + act('a clinic') + prose);
  const near = await commitmentsOf(act('a depot') + act('a school') + act('a clinic') + prose.repeat(3));
  expect([far.length, near.length]).toEqual([0, 3]);
});

test('items that spell out a condition take no force from what depends on it', async () => {
  const found = await commitmentsOf(
    'The authority shall withdraw a licence within a week if one of the following occurs:\n\n- the holder asks for it\n- the holder dies',
  );
  expect(found.map(({ evidence }) => evidence.quote)).toEqual([
    'The authority shall withdraw a licence within a week if one of the following occurs:',
  ]);
});

test('an ellipsis introduces a list, and its stem is no undertaking of its own', async () => {
  const found = await commitmentsOf('We will…\n\n- open a clinic…\n- hire a nurse by 2030…');
  expect(found.map(({ action, stem }) => [action.verb, stem?.quote])).toEqual([
    ['open', 'We will…'],
    ['hire', 'We will…'],
  ]);
});

test('words that never end are cut, and what they promise is found', async () => {
  const found = await commitmentsOf('the council will open a clinic by 2030 '.repeat(2_000));
  expect(found.length).toBeGreaterThan(1_000);
  expect(Math.max(...found.map(({ evidence }) => evidence.quote.length))).toBeLessThan(10_000);
});

test('what measures a time is no part of the action', async () => {
  const found = await commitmentsOf(
    'The board will meet at least once a quarter. We will keep at least two wards open.',
  );
  expect(found.map(({ action }) => action.text)).toEqual(['meet', 'keep at least two wards open']);
});

test.each([
  'We will now open the harbour.',
  'We have recently agreed it and will open the harbour.',
  'We will meet the challenges of the 21st century at the harbour.',
  'Dated 5 May 2026. We will open the harbour with what we learn today.',
  'Dated 5 May 2026. The council will adopt the 2031 Harbour Survey.',
  'Dated 5 May 2026. The council will open the harbour. [2031]',
])('what only says when the document speaks, or names a thing, is no deadline: %s', async (text) => {
  for (const { deadline } of await commitmentsOf(text)) expect(deadline).toBeNull();
});

test.each([
  ['Dated 5 May 2026. We will put the route to 2031 before the board.', 'to 2031'],
  ['We will close the harbour immediately.', 'immediately'],
])('what says when is a deadline: %s', async (text, deadline) => {
  expect((await commitmentsOf(text)).map((its) => its.deadline?.text)).toEqual([deadline]);
});

test('years that are over when the document speaks are no deadline', async () => {
  const text = '# Plan\n\n1 March 2025\n\nWe will mend what floods have broken over the last twenty years.';
  expect((await commitmentsOf(text)).map(({ deadline }) => deadline)).toEqual([null]);
});

describe('acts that share a cue', () => {
  const acts = async (text: string) =>
    (await commitmentsOf(text)).map(({ strength, action, deadline }) => [
      strength,
      action.text,
      deadline?.text ?? null,
    ]);

  test.each([
    [
      'are commitments of their own, each with its date',
      'We will recruit 200 midwives in 2031 and open two birth centres by 2034.',
      [
        [4, 'recruit 200 midwives', 'in 2031'],
        [4, 'open two birth centres', 'by 2034'],
      ],
    ],
    [
      'are one where they have one object',
      'We will review and publish the code by 2034.',
      [[4, 'review and publish the code', 'by 2034']],
    ],
    [
      'are as firm as the lowest verb of each',
      'The board plans to open a ward, train 30 nurses and consider a second site.',
      [
        [3, 'open a ward', null],
        [3, 'train 30 nurses', null],
        [1, 'consider a second site', null],
      ],
    ],
    [
      'are none where "and" joins things',
      'We will publish a plan for trams, buses and ferries.',
      [[4, 'publish a plan for trams, buses and ferries', null]],
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await acts(text)).toEqual(wanted);
  });

  test('share its negation, and not the words of another', async () => {
    const found = await commitmentsOf(
      'We will not close a library and open no car park. We will end no service and build a pier.',
    );
    expect(found.map(({ action, polarity }) => [action.verb, polarity])).toContainEqual(['build', 'positive']);
    expect(found.find(({ action }) => action.verb === 'close')?.polarity).toBe('negative');
  });
});

test.each([
  ['We will seek to reopen the pier.', 2],
  ['We are committed to seeking to reopen the pier.', 2],
  ['We have agreed to consider a second pier.', 1],
  ['We may plan to reopen the pier.', 1],
  ['We will reopen the pier.', 4],
])('the lowest verb of its chain decides: %s', async (text, strength) => {
  const found = await commitmentsOf(text);
  expect(found.map((its) => its.strength)).toEqual([strength]);
});

test.each([
  ['an aim after an article', 'The council trains diggers with the aim to reopen the canal.'],
  ['plans that are an object', 'The vote forced the council to delay plans to reopen the canal.'],
  ['what others expect', 'Anglers expect that we will dredge the canal.'],
  ['what a condition holds', 'Boats return if the council will dredge the canal.'],
  ['what is asked', 'The survey asks how the council will dredge the canal.'],
])('%s binds nobody', async (_, text) => {
  expect((await commitmentsOf(text)).filter(({ strength }) => strength >= 2)).toEqual([]);
});

test.each([
  ['a definition', '“Harbour Team” means the people and the boats, and that we will fund.'],
  ['a relative clause with that', 'The form lists the tools that will be used in the dock.'],
  ['the programme of a day', '| Time | Activity | Lead |\n|---|---|---|\n| 10:15 | Open the dock | Harbour Board |'],
  ['a name in a table', '| Term | Meaning |\n|---|---|\n| STG | Secure Tide Gauge |\n| 2031 | Name of the lessee |'],
  ['a stem that says must', 'Applicants must take the following steps:\n\n- Establish the depth of the berth'],
  ['a goal without a measure', 'The objectives of the plan are to:\n\n- Protect the reef'],
  ['a share of a survey', 'Some 40% of skippers plan to sell their boats.'],
  [
    'a standard',
    `${'Each berth must be lit. '.repeat(9)}\n\n## Berths\n\n- Inspect the lamps.\n- Replace broken lamps.\n- Record each repair.`,
  ],
])('no undertaking: %s', async (_, text) => {
  expect((await commitmentsOf(text)).filter(({ strength }) => strength >= 2)).toEqual([]);
});

test('a row is one finding, as firm as its action says, with the owner and date of the row', async () => {
  const found = await commitmentsOf(
    '| Topic | Action | Lead | When |\n|---|---|---|---|\n| Noise | We will measure noise. We will publish the results. | Harbour Board | 2032 |\n| Quays | Rebuild the quay. Install rails. | Harbour Board | 2031 |',
  );
  expect(found.map(({ strength, actor, deadline }) => [strength, actor.name, deadline?.end])).toEqual([
    [4, 'Harbour Board', '2032-12-31'],
    [3, 'Harbour Board', '2031-12-31'],
  ]);
});

test('a label in a cell names the owner of a row without heads', async () => {
  const [row] = await commitmentsOf('Lead: Harbour Board | Rebuild the inner basin');
  expect(row?.actor.name).toBe('Harbour Board');
});

test.each([
  ['The mayor said that the council will dredge the canal.', 'reported'],
  ['According to the council, the canal will be dredged in 2031.', 'reported'],
  ["The strategy restates the council's commitment to dredge the canal.", 'reported'],
  ['We said that we will dredge the canal.', 'own'],
  ['The survey said that silt had risen, and the council will dredge the canal.', 'own'],
])('whose words it is: %s', async (text, attribution) => {
  expect((await commitmentsOf(text)).map((its) => its.attribution)).toEqual([attribution]);
});
