/** Every page that pmed makes, looked at in every way: axe finds nothing, nothing sticks out, nothing is asked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { type Browser, findBrowser, startBrowser } from './browser.ts';
import { folder, pmed } from './run.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const OLD = fixture('northshire-2024.pdf');
const NEW = fixture('northshire-2026.pdf');

const HOSTILE = `# </title><script>alert(1)</script> "><svg onload=alert(1)>

1 March 2025

We will publish <b>a plan</b> for \`"><img src=x onerror=alert(2)>\` by 2027. ${'Unbroken'.repeat(40)} will rise.

- The council of ${'averylongname'.repeat(12)} will reduce waits to 12 weeks by 31 March 2028.
`;
const RIGHT_TO_LEFT = `# خطة المياه \u202eتسلل\u202c

5 May 2025

We will publish خطة المياه by 2027. The ministry of מים נקיים will fund 40 wells by March 2028. 我们 will open 3 schools.
`;

/** Odd documents; the commands run where they lie. */
const work = folder({
  'empty.md': '',
  'quiet.md': '# A walk\n\nThe path was dry and the sky was clear.\n',
  'broken.pdf': '%PDF-1.7 nothing follows',
  'hostile.md': HOSTILE,
  'right-to-left.md': RIGHT_TO_LEFT,
});

/** The pages: what they are, and the command that makes each. */
const PAGES: readonly (readonly [string, readonly string[]])[] = [
  ['a diff', ['diff', OLD, NEW]],
  ['a diff without changes', ['diff', OLD, OLD]],
  ['a diff with a quiet document', ['diff', 'quiet.md', 'hostile.md']],
  ['a diff of hostile words', ['diff', 'hostile.md', 'right-to-left.md']],
  ['a report', ['analyse', OLD]],
  ['a report of several documents', ['analyse', 'right-to-left.md', 'hostile.md', 'broken.pdf', 'quiet.md']],
  ['a report of nothing', ['analyse', 'empty.md']],
  ['a report without findings', ['analyse', 'quiet.md']],
  ['a report that failed', ['analyse', 'broken.pdf']],
  ['a report of hostile words', ['analyse', 'hostile.md']],
  ['a report from right to left', ['analyse', 'right-to-left.md']],
  ['commitments', ['commitments', OLD, '--min-strength', 'firm']],
  ['a timeline', ['timeline', OLD, '--as-of', '2027-01-01']],
  ['themes', ['themes', OLD]],
  ['themes beside one another', ['themes', OLD, NEW, '--compare']],
  ['findings', ['check', OLD]],
  ['findings of several documents', ['check', OLD, NEW, 'broken.pdf', 'hostile.md']],
  ['findings of nothing', ['check', 'empty.md']],
  ['findings in hostile words', ['check', 'hostile.md']],
  ['findings from right to left', ['check', 'right-to-left.md']],
];

/** The looks: width in pixels and colours. */
const LOOKS = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const;
/** Without scripts a page has less and no other colours: each width and each colour once. */
const QUIET_LOOKS = [LOOKS[0], LOOKS[3]];
/** Widths at which nothing may stick out either: what a zoom of 200 % leaves of 1280, and of 400 %. */
const NARROW = [640, 320];

// Pages are the same whichever Node made them: once is enough.
const path = process.env.PMED_NODE === undefined ? findBrowser() : null;

describe.skipIf(path === null)('for everybody', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (path !== null) browser = await startBrowser(path);
  });
  afterAll(async () => {
    await browser?.close();
    work.remove();
  });

  describe.each(PAGES)('%s', (name, args) => {
    const file = join(work.path, `${name}.html`);
    beforeAll(async () => {
      const { stdout, stderr } = await pmed([...args, '-f', 'html'], { cwd: work.path });
      expect(stderr).not.toContain('[PMED-U');
      expect(stdout.slice(0, 15)).toMatch(/^<!doctype html>/i);
      writeFileSync(file, stdout);
    });

    it.each([true, false])(
      'scripts: %s',
      async (hasScripts) => {
        const tab = await browser.open(file, { ...LOOKS[0], hasScripts });
        for (const look of hasScripts ? LOOKS : QUIET_LOOKS) {
          await tab.resize(look);
          const overhang = await tab.evaluate(OVERHANG);
          expect({ ...look, faults: await faultsByAxe(tab, hasScripts), overhang }).toEqual({
            ...look,
            faults: [],
            overhang: [],
          });
        }
        for (const width of NARROW) {
          await tab.resize({ width, scheme: 'light' });
          expect({ width, overhang: await tab.evaluate(OVERHANG) }).toEqual({ width, overhang: [] });
        }
        expect(tab.requests).toHaveLength(1);
        expect(tab.complaints).toEqual([]);
        await tab.close();
      },
      180_000,
    );
  });
});

/** What makes the page wider than the window: the innermost elements that stick out. */
const OVERHANG = `(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    .map((one) => one.tagName + '.' + one.getAttribute('class') + ': ' + one.textContent.slice(0, 40))
    .slice(-3);
})()`;
