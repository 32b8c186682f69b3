/** Comments in a document that tell pmed what is accepted: where they hold, and that they change nothing that is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComments } from '../src/accept/comments.ts';
import { analyse } from '../src/analyse.ts';
import { read } from '../src/read/read.ts';
import type { TextMediaType } from '../src/read/source.ts';

const KNOWN = ['no-owner', 'no-deadline', 'weak-verb', 'removed'];
const types = { 'plan.txt': 'text/plain', 'plan.md': 'text/markdown', 'plan.html': 'text/html' } as const;

/** What each comment holds for, as the words between its ends, and what is wrong. */
async function held(name: string, text: string, mediaType: TextMediaType) {
  const document = await read({ name, text, mediaType });
  const { ranges, faults } = readComments(document.comments ?? [], 'd-1', KNOWN);
  return {
    ranges: ranges.map(
      ({ start, end, rules, reason }) =>
        `${rules?.join('+') ?? 'all'} (${reason}): ${document.text
          .slice(start, end)
          .replace(/<!--.*?-->/gs, '')
          .replace(/\s+/g, ' ')
          .trim()}`,
    ),
    faults: faults.map(({ code, line, message }) => `${line} ${code} ${message}`),
    text: document.blocks.map((block) => block.text),
  };
}

const TEXT = `Fernhollow plan

<!-- pmed-ignore-next no-owner: a standing duty -->
A review will be held. It will
be published. <!-- pmed-ignore-next: quoted -->We will act on it.

<!-- pmed-ignore-start weak-verb, no-deadline: agreed
     with the board -->
- We will explore the river.
- We will consider the bridge.
<!-- pmed-ignore-end -->
- We will mend the road.
`;
const PAGE = `<html><body><h1>Fernhollow plan</h1>
<!-- pmed-ignore-next no-owner: a standing duty -->
<p>A review will be held. It will
be published. <!-- pmed-ignore-next: quoted -->We will act on it.</p>
<!-- pmed-ignore-start weak-verb, no-deadline: agreed
     with the board -->
<ul><li>We will explore the river.</li>
<li>We will consider the bridge.</li>
<!-- pmed-ignore-end -->
<li>We will mend the road.</li></ul></body></html>`;

describe('comments hold', () => {
  const paragraph = 'A review will be held. It will be published. We will act on it.';
  it.each(['plan.txt', 'plan.md'] as const)('in %s for what follows, and between start and end', async (name) => {
    const { ranges, faults, text } = await held(name, TEXT, types[name]);
    expect(faults).toEqual([]);
    expect(ranges).toEqual([
      `no-owner (a standing duty): ${paragraph}`,
      'all (quoted): We will act on it.',
      'weak-verb+no-deadline (agreed with the board): - We will explore the river. - We will consider the bridge.',
    ]);
    expect(text.slice(1)).toEqual([
      paragraph,
      'We will explore the river.',
      'We will consider the bridge.',
      'We will mend the road.',
    ]);
  });
  it('in a web page for the whole paragraph that they stand in, since that is where its words are known to be', async () => {
    const { ranges, faults } = await held('plan.html', PAGE, 'text/html');
    expect(faults).toEqual([]);
    expect(ranges.map((range) => range.replace(/\s*[•-] /g, ' '))).toEqual([
      `no-owner (a standing duty): ${paragraph}`,
      `all (quoted): ${paragraph}`,
      'weak-verb+no-deadline (agreed with the board): We will explore the river. We will consider the bridge.',
    ]);
  });
  it('past a heading, whose words promise nothing', async () => {
    const text = '<!-- pmed-ignore-next no-owner: r -->\n\n## Roads\n\nThe road will be mended.\n';
    expect((await held('plan.md', text, 'text/markdown')).ranges).toEqual(['no-owner (r): The road will be mended.']);
  });
  it('nowhere in code', async () => {
    const text =
      'Write `<!-- pmed-ignore-next no-owner: r -->` before it.\n\n```\n<!-- pmed-ignore-start: r -->\n```\n\nWe will act.\n';
    expect(await held('plan.md', text, 'text/markdown')).toMatchObject({ ranges: [], faults: [] });
  });
});

it('says of every comment that holds for nothing why, and where it stands', async () => {
  const text = `<!-- pmed-ignore-next no-owner -->
We will act.
<!-- pmed-ignore-next no-ownr: typed in haste -->
We will act soon.
<!-- pmed-ignore-end -->
<!-- pmed-ignore-start weak-verb: never ended -->
<!-- pmed-ignore no-owner: which -->
We will act later.
<!-- pmed-ignore-next weak-verb: the end -->
`;
  const { ranges, faults } = await held('plan.txt', text, 'text/plain');
  expect(ranges).toEqual([]);
  expect(faults).toEqual([
    expect.stringMatching(/^1 PMED-B403 pmed-ignore-next gives no reason/),
    expect.stringMatching(/^3 PMED-B405 there is no rule 'no-ownr'. Did you mean 'no-owner'\?/),
    expect.stringMatching(/^5 PMED-B405 pmed-ignore-end ends nothing/),
    expect.stringMatching(/^6 PMED-B405 pmed-ignore-start has no pmed-ignore-end/),
    expect.stringMatching(/^7 PMED-B405 .*neither/),
    expect.stringMatching(/^9 PMED-B405 nothing follows/),
  ]);
});

/** Paragraphs and lists, into which comments are put. */
const PLAN = `# Plan for Fernhollow

Fernhollow Council, 1 March 2025

We will repair every footbridge over the Fern
by 2028. The council aims to plant 40 trees on Mill Lane.

We will:

- open a ward for older patients by 2027
- explore shared cars
  for villages

1. The library will be kept open.
2. A review will be held each year.
`;

describe('what is found', () => {
  it.each(['text/plain', 'text/markdown'] as const)(
    'in %s is the same with comments and without',
    async (mediaType) => {
      const lines = PLAN.split('\n');
      const found = async (text: string) => {
        const report = await analyse({ name: 'plan', text, mediaType });
        return report.commitments.map(({ id, strength, actor, deadline, evidence }) => [
          id,
          strength,
          actor,
          deadline?.end,
          evidence.quote,
        ]);
      };
      const without = await found(PLAN);
      expect(without.length).toBeGreaterThan(3);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.integer({ min: 1, max: lines.length - 1 }), fc.boolean()), { maxLength: 4 }),
          async (places) => {
            const changed = [...lines];
            for (const [line, isAlone] of places.sort((a, b) => b[0] - a[0])) {
              const comment = '<!-- pmed-ignore-next no-owner: we will say why by 2030 -->';
              if (isAlone) changed.splice(line, 0, comment);
              else if (changed[line] !== '') changed[line] += ` ${comment}`;
            }
            expect(await found(changed.join('\n'))).toEqual(without);
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
