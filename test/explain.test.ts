/** Explanations: why something was found, where each part of it comes from, and why a sentence yields nothing. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractOptions } from '../src/analyse/options.ts';
import { analyse } from '../src/analyse.ts';
import { annotate } from '../src/annotate/annotate.ts';
import { explain } from '../src/explain.ts';
import { explainable } from '../src/extract/explain/explain.ts';
import { extract } from '../src/extract/extract.ts';
import type { ExplainedFinding, ExplainedSentence } from '../src/model/explanation.ts';
import { read } from '../src/read/read.ts';
import { renderExplanation } from '../src/render/explanation-text.ts';
import { defaultScreen, type ScreenOptions } from '../src/render/screen.ts';
import { loadRules, loadSources } from '../src/rules/load.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** The sentences of a text, explained. */
async function told(text: string, docDate = '2024-11-14'): Promise<readonly ExplainedSentence[]> {
  return (await explain({ text }, { docDate, publisher: 'Fernhollow Council' })).sentences;
}

/** Of a finding of a kind in a text, the first unless said: the value of each step, and its reasons. */
async function steps(text: string, record: 'commitment' | 'statement' | 'time' = 'commitment', at = 0) {
  const finding = (await told(text)).flatMap(({ findings }) => findings).filter((its) => its.record === record)[at];
  if (!finding) throw new Error(`there is a ${record} in: ${text}`);
  return Object.fromEntries(finding.steps.map(({ about, value, because }) => [about, [value, ...because]]));
}

describe('a finding is explained by', () => {
  test('its rule, the pattern and the words', async () => {
    const [sentence] = await told('We will open a skills fund by May 2026.');
    expect(sentence?.findings[0]?.rules).toMatchObject([
      {
        id: 'commitment/will-action',
        description: expect.stringMatching(/\.$/),
        pattern: expect.stringContaining('modal=@will'),
        matched: 'will open',
        captures: [
          { name: 'modal', text: 'will' },
          { name: 'verb', text: 'open' },
        ],
      },
    ]);
  });

  test('its strength, and the rule that gave way', async () => {
    const { strength } = await steps('We will explore a night bus.');
    expect(strength?.[0]).toBe('wished (1)');
    expect(strength?.join('\n')).toContain('gave way');
    expect(strength?.join('\n')).toContain('commitment/will-action (4)');
  });

  test('who is bound, and why', async () => {
    expect((await steps('We will open a skills fund.')).actor).toEqual([
      'We → Fernhollow Council',
      '"We" is the subject of "will"',
      '"We" is who speaks: Fernhollow Council, the publisher',
    ]);
    expect(
      (await steps('Larkmere Trust will repair the weir. It will also open a hall.', 'commitment', 1)).actor,
    ).toEqual([
      'It → Larkmere Trust',
      '"It" is the subject of "will"',
      '"It" stands for "Larkmere Trust", of which the text spoke before',
    ]);
    expect((await steps('A revised code will be published.')).actor).toEqual([
      null,
      'the passive names nobody who acts',
    ]);
  });

  test('its deadline with the arithmetic of its days', async () => {
    expect((await steps('We will open a skills fund within two years.')).deadline).toEqual([
      '2026-11-14',
      '"within two years" (T1) in the sentence',
      "counted from 2024-11-14, the document's date",
      '2024-11-14 + P2Y = up to and including 2026-11-14',
      'as a deadline only its last day counts',
    ]);
  });

  test('where a deadline was looked for in vain', async () => {
    expect((await steps('We will open the skills fund of 2019 every year.')).deadline).toEqual([
      null,
      'looked in the sentence',
      expect.stringContaining('not "2019"'),
      'not "every year" (T2): it recurs',
    ]);
    expect((await steps('We will open a skills fund.')).deadline).toEqual([null, 'the sentence names no time']);
  });

  test('its own deadline, of two in a sentence', async () => {
    const text = 'We will recruit 200 midwives by May 2025 and open two birth centres in 2028.';
    const first = await steps(text);
    const second = await steps(text, 'commitment', 1);
    expect(first.deadline).toContain('not "2028" (T2): it belongs to another finding of the sentence');
    expect(second.deadline?.join('\n')).toContain('"in 2028" (T2)');
    expect(second.deadline?.join('\n')).not.toContain('not "2028"');
    expect(second.strength).toContain('"open" goes on in the same verb group');
  });

  test('its measure and its condition', async () => {
    const { measure, condition } = await steps('Subject to Treasury approval, we will recruit 120 inspectors.');
    expect(measure?.[0]).toContain('120');
    expect(condition).toEqual([expect.stringContaining('Treasury approval'), expect.stringContaining('approval')]);
  });

  test('what each guard decided', async () => {
    const [sentence] = await told('We will open a skills fund.');
    const guards = sentence?.findings[0]?.guards ?? [];
    expect(guards.map(({ guard }) => guard)).toEqual(
      expect.arrayContaining([
        'subject',
        'subordinate clause',
        'relative clause',
        'question',
        expect.stringMatching(/^except /),
      ]),
    );
    expect(guards.every(({ passed }) => passed)).toBe(true);
  });
});

test('an item says which sentence gave it its force', async () => {
  const sentences = await told('We will:\n- publish a plan by 2027\n- open two clinics\n');
  expect(sentences.map(({ findings, stem }) => [stem, findings[0]?.source?.of ?? null])).toEqual([
    [null, null],
    ['We will:', 'stem'],
    ['We will:', 'stem'],
  ]);
  expect(sentences[0]?.notes).toEqual([expect.stringContaining('introduces a list')]);
});

const PLAN = `# Plan

## Our pledges

- an end to charges for parking
- free bus travel for carers

## Actions

| Action of the partnership as agreed | Lead | By when | Status |
|---|---|---|---|
| Reduce waste to landfill by 20% | Estates team | 2027/28 | |
`;

/** The commitments of the plan, explained. */
async function ofPlan(): Promise<readonly ExplainedFinding[]> {
  const document = await read({ name: 'plan', text: PLAN, mediaType: 'text/markdown' });
  const { findings, finding } = explainable(
    annotate(document),
    await loadRules(),
    await loadSources(),
    extractOptions('d-1', {}),
  );
  return findings.commitments.flatMap(({ ref }) => finding(ref)?.findings ?? []);
}

test('an item under a heading says which words of the heading gave it its force', async () => {
  const [item] = await ofPlan();
  expect(item?.source).toEqual({ of: 'heading', quote: 'Our pledges' });
  expect(item?.rules).toMatchObject([{ id: 'heading/pledges', matched: expect.stringMatching(/pledges/i) }]);
  expect(item?.steps[0]?.because[0]).toContain('"Our pledges"');
});

test('a table row says what its columns are', async () => {
  const row = (await ofPlan()).at(-1);
  expect(row?.source?.of).toBe('row');
  expect(row?.rules[0]?.captures).toEqual([
    { name: 'Action of the partnership as agreed', text: 'Reduce waste to landfill by 20%' },
    { name: 'Lead', text: 'Estates team' },
    { name: 'By when', text: '2027/28' },
  ]);
});

test('a time says what its words mean, what it is counted from, and what it dates', async () => {
  expect(await steps('We will open a clinic by the end of next year.', 'time')).toMatchObject({
    value: ['DATE 2025', expect.stringContaining("the year after that of the document's date")],
    days: [
      'up to 2025-12-31',
      expect.stringContaining('counted from 2024-11-14'),
      expect.anything(),
      expect.anything(),
    ],
    role: [expect.stringContaining('deadline'), 'from "by" (time/by)'],
    link: ['C1: open a clinic'],
  });
});

test('a denial nearby is named, for it could be taken to cover the finding', async () => {
  const text = 'It does not outline any new commitments. The weather was fine. We will open a hall.';
  const [finding] = (await told(text))
    .flatMap(({ findings }) => findings)
    .filter(({ record }) => record === 'commitment');
  expect(finding?.guards).toContainEqual({
    guard: 'denial nearby',
    passed: true,
    because: '"not outline any new commitments" (S1, l. 1) is 2 sentences away and does not cover this',
  });
});

describe('a sentence that yields nothing says', () => {
  test('which rule matched and was refused, and why', async () => {
    const [clause] = await told('If we will open it, so be it.');
    expect(clause?.refused[0]).toMatchObject({
      rule: 'commitment/will-action',
      matched: 'will open',
      reason: 'subordinate',
      because: expect.stringContaining('"If"'),
    });
  });

  test('which rules came nearest, and what they lack', async () => {
    const [sentence] = await told('The strategy has a commitment for the town.');
    expect(sentence?.findings).toEqual([]);
    expect(sentence?.nearest.map(({ rule }) => rule)).toContain('commitment/commitment-noun');
    for (const { because } of sentence?.nearest ?? []) expect(because).toMatch(/^(needs|forbidden|holds)/);
  });

  test('that nothing of it stands in any rule', async () => {
    expect(await told('The weather is fine.')).toMatchObject([{ findings: [], refused: [], nearest: [] }]);
  });

  test('that it is in another language', async () => {
    const text =
      'Nous publierons un plan national pour la santé avant la fin de 2027, et les hôpitaux seront financés par le gouvernement.';
    expect(await told(text)).toMatchObject([{ nearest: [], notes: [expect.stringContaining('not in English')] }]);
  });
});

describe.each(['northshire-2024.md', 'northshire-2026.pdf'])('of %s', (name) => {
  const source = fixture(name);

  test('everything found can be explained, by its ref and by its id', async () => {
    const report = await analyse(source);
    const document = await read(source);
    const options = extractOptions(report.documents[0]?.id ?? '', {});
    const { finding } = explainable(annotate(document), await loadRules(), await loadSources(), options);
    const records = [...report.commitments, ...report.statements, ...report.timeline];
    expect(records.length).toBeGreaterThan(20);
    for (const record of records) {
      const sentence = finding(record.ref);
      expect(finding(record.id)).toEqual(sentence);
      expect(sentence?.evidence).toEqual(record.evidence);
      expect(sentence?.findings).toHaveLength(1);
      const its = sentence?.findings[0];
      expect(its?.commitment ?? its?.statement ?? its?.time).toEqual(record);
      expect(its?.rules.map(({ id }) => id)).toEqual([...new Set(record.rules)]);
      expect(its?.rules.every(({ description }) => description !== null)).toBe(true);
      expect(its?.steps.length).toBeGreaterThan(2);
    }
  });

  test('the public function says the same of the document as it is read', async () => {
    const [first] = (await analyse(source)).commitments;
    const explanation = await explain({ source, id: 'c1' });
    expect(explanation.sentences[0]?.findings[0]?.commitment).toEqual(first);
    await expect(explain({ source, id: 'C9999' })).rejects.toMatchObject({ code: 'PMED-U015', exitCode: 2 });
  });
});

const screens: ScreenOptions[] = [60, 80, 120].flatMap((width) =>
  [false, true].map((ascii) => ({ ...defaultScreen, width, ascii, all: ascii })),
);

test('the screen keeps to its width, with every rule that it names', async () => {
  for (const id of ['C1', 'C3', 'S1', 'T1', 'T4']) {
    const explanation = await explain({ source: fixture('northshire-2024.md'), id });
    for (const screen of screens) {
      const text = renderExplanation(explanation, screen);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(screen.width);
      expect(text).toContain(explanation.sentences[0]?.findings[0]?.rules[0]?.id);
      if (screen.ascii) expect(text).not.toMatch(/→|·/);
    }
  }
});

test('no text makes explaining fail, and none is shown that could move the cursor', async () => {
  const words =
    'we will would council plan commitment to by 2027 May not . , : ; ( ) " ? - \n* if that which 40 % £3m \u001b[31m \u202e é 日本 😀'.split(
      ' ',
    );
  const passage = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(passage, async (parts) => {
      const text = parts.join(' ');
      fc.pre(/[\p{L}\p{N}]/u.test(text));
      const explanation = await explain({ text }, { docDate: '2024-11-14' });
      for (const sentence of explanation.sentences)
        for (const { evidence } of [sentence]) expect(evidence.end).toBeGreaterThan(evidence.start);
      expect(renderExplanation(explanation)).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('no claim vanishes: each becomes a record or is refused for a reason', async () => {
  const document = await read(fixture('northshire-2024.md'));
  const open = new Map<string, string>();
  const key = (rule: string, index: number, modal: number) => `${index} ${rule} ${modal}`;
  let claimed = 0;
  extract(annotate(document), await loadRules(), {
    ...extractOptions('d-1', {}),
    trace: {
      claimed: ({ rule, sequence: { sentence, stem }, modal }) => {
        claimed++;
        if (!stem) open.set(key(rule.key, sentence.index, modal), sentence.text);
      },
      refused: ({ rule, sequence, from, to }) => {
        expect(to).toBeGreaterThan(from);
        open.delete(key(rule.key, sequence.sentence.index, from));
      },
      recorded: ({ rule, sequence, modal }) => {
        open.delete(key(rule.key, sequence.sentence.index, modal));
      },
      passedOver: () => {},
      named: () => {},
      timed: () => {},
    },
  });
  expect(claimed).toBeGreaterThan(40);
  expect([...open]).toEqual([]);
});
