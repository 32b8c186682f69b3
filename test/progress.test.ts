/** The bar on stderr: what it says at any width, when it is drawn, and that it leaves nothing behind. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { writePdf } from '../fixtures/write-pdf.mjs';
import { statusLine } from '../src/cli/progress/line.ts';
import { createMeter } from '../src/cli/progress/meter.ts';
import type { Clock } from '../src/cli/progress/progress.ts';
import { createTicker } from '../src/cli/progress/ticker.ts';
import { progressLines, type Standing } from '../src/render/progress.ts';
import { displayWidth } from '../src/render/width.ts';
import { folder, pmed } from './run.ts';
import { lines } from './scan.ts';

const standing: Standing = {
  done: 128,
  total: 210,
  failed: 2,
  share: 0.61,
  left: 13.2,
  name: 'reports/2019/long-term-plan.pdf',
  page: { page: 88, count: 136, isPicture: false },
};

describe('the lines', () => {
  test.each([
    [
      80,
      ' Reading  ███████████████▎           61%  128/210  2 failed  0:14 left',
      '          reports/2019/long-term-plan.pdf  p. 88 of 136',
    ],
    [
      60,
      ' Reading  ████████▌       61%  128/210  2 failed  0:14 left',
      '          reports/2019/long-term-plan.pdf  p. 88 of 136',
    ],
    [50, ' ███████▉       61%  128/210  2 failed  0:14 left', ' reports/2019/long-term-plan.pdf  p. 88 of 136'],
    [40, '61%  128/210  2 failed  0:14 left', ' …2019/long-term-plan.pdf  p. 88 of 136'],
    [20, '61%  128/210'],
    [10, '128/210'],
    [4, '61%'],
  ])('say at %i columns what fits', (width, ...expected) => {
    expect(progressLines(standing, { width, ascii: false }).map((line) => line.replace(/ +$/, ''))).toEqual(expected);
  });

  test('keep to ASCII where that is asked for', () => {
    expect(progressLines(standing, { width: 80, ascii: true })).toEqual([
      ' Reading  [##############         ]  61%  128/210  2 failed  0:14 left',
      '          reports/2019/long-term-plan.pdf  p. 88 of 136',
    ]);
  });

  test('count no files where there is one, and name it where nothing else is known', () => {
    const one = { ...standing, total: 1, done: 0, failed: 0, left: null };
    expect(progressLines(one, { width: 80, ascii: true })[0]).toMatch(/^ Reading {2}\[#+ +\] {2}61%$/);
    const unknown = { ...one, share: null, page: null };
    expect(progressLines(unknown, { width: 80, ascii: false })).toEqual([' Reading  reports/2019/long-term-plan.pdf']);
    expect(progressLines({ ...unknown, total: null, done: 1204 }, { width: 80, ascii: false })[0]).toBe(
      ' Reading  1,204 read',
    );
  });

  test('never say that all is done while something is', () => {
    expect(progressLines({ ...standing, share: 1 }, { width: 80, ascii: false })[0]).toContain(' 99%');
  });

  test('fit every width, whatever the file is called', () => {
    const count = fc.nat({ max: 2_000_000 });
    const any = fc.record({
      done: count,
      total: fc.option(count),
      failed: count,
      share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      left: fc.option(fc.nat({ max: 400_000 })),
      name: fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
      page: fc.option(fc.record({ page: count, count, isPicture: fc.boolean() })),
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 200 }), fc.boolean(), (given, width, ascii) => {
        const lines = progressLines(given, { width, ascii });
        expect(lines.length).toBeLessThanOrEqual(width < 40 ? 1 : 2);
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThan(Math.max(width, 1));
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      }),
    );
  });
});

/** A clock that a test turns. */
function fakeClock(): { clock: Clock; turn: (milliseconds: number) => void } {
  let now = 5000;
  let waiting: { at: number; call: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      after(milliseconds, call) {
        const one = { at: now + milliseconds, call };
        waiting.push(one);
        return () => {
          waiting = waiting.filter((other) => other !== one);
        };
      },
    },
    turn(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { call } of due) call();
    },
  };
}

function meter(size = 100) {
  const written: string[] = [];
  const { clock, turn } = fakeClock();
  const line = statusLine((text) => written.push(text));
  const progress = createMeter({ line, clock, columns: () => 80, ascii: true, sizeOf: () => size });
  return { written, turn, line, progress };
}

describe('the meter', () => {
  test('shows nothing of short work, and something after 300 ms', () => {
    const { written, turn, progress } = meter();
    progress.begin(['a.md', 'b.md']);
    progress.next('a.md');
    turn(299);
    expect(written).toEqual([]);
    turn(1);
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('a.md');
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[J');
    turn(10_000);
    expect(written).toHaveLength(2);
  });

  test('draws ten times a second at most, and the last that happened', () => {
    const { written, turn, progress } = meter();
    progress.begin(['a.pdf']);
    progress.next('a.pdf');
    turn(300);
    for (let page = 1; page <= 100; page++) {
      progress.page(page, 100);
      turn(10);
    }
    expect(written.length).toBeGreaterThan(8);
    expect(written.length).toBeLessThanOrEqual(11);
    turn(100);
    expect(written.at(-1)).toContain('p. 100 of 100');
  });

  test('names a long text before it is worked on', () => {
    const { written, turn, progress } = meter(5_000_000);
    progress.begin(['a.txt', 'b.txt']);
    progress.next('a.txt');
    turn(300);
    turn(10);
    progress.next('b.txt');
    expect(written.at(-1)).toContain('b.txt');
  });

  test('says how long the rest takes, from the bytes that are done', () => {
    const { written, turn, progress } = meter();
    progress.begin(Array.from({ length: 40 }, (_, index) => `${index}.md`));
    for (let index = 0; index < 10; index++) {
      progress.next(`${index}.md`);
      turn(1000);
    }
    progress.next('10.md');
    turn(100);
    expect(written.at(-1)).toMatch(/ 25% {2}10\/40 {2}0:3\d left/);
  });

  test('counts what could not be read', () => {
    const { written, turn, progress } = meter();
    progress.begin(['a', 'b', 'c']);
    progress.next('a');
    progress.failed();
    progress.next('b');
    turn(300);
    expect(written.at(-1)).toContain('1/3  1 failed');
  });

  test('makes way for what is printed, and waits for the end of its line', () => {
    const { written, turn, line, progress } = meter();
    progress.begin(['a.pdf']);
    progress.next('a.pdf');
    turn(300);
    line.make('half a ');
    expect(written.at(-1)).toBe('\r\u001b[J');
    const before = written.length;
    turn(200);
    progress.page(1, 9);
    turn(200);
    expect(written).toHaveLength(before);
    line.make('line\n');
    progress.page(2, 9);
    turn(200);
    expect(written.at(-1)).toContain('p. 2 of 9');
  });

  test('hides no cursor, so that none stays hidden', () => {
    const { written, turn, progress } = meter();
    progress.begin(['a.pdf', 'b.pdf']);
    progress.next('a.pdf');
    turn(300);
    progress.end();
    expect(written.join('')).not.toContain('\u001b[?');
    // The cursor waits at the start of the first of two lines.
    expect(written[0]).toMatch(/\r\u001b\[1A$/);
  });
});

describe('the ticker', () => {
  const run = (count: number): string[] => {
    const said: string[] = [];
    const { clock, turn } = fakeClock();
    const progress = createTicker((text) => said.push(text), clock);
    progress.begin(Array.from({ length: count }, (_, index) => `${index}.md`));
    for (let index = 0; index < count; index++) {
      progress.next(`${index}.md`);
      if (index === 2) progress.failed();
      turn(1000);
    }
    progress.end();
    return said;
  };

  test('says a line every ten seconds', () => {
    expect(run(25)).toEqual(['10 of 25 inputs done, 1 failed', '20 of 25 inputs done, 1 failed']);
  });

  test('says nothing of few inputs', () => {
    expect(run(10)).toEqual([]);
  });
});

const shelves: { path: string; remove: () => void }[] = [];
afterAll(() => {
  for (const shelf of shelves) shelf.remove();
});
const hasScript = spawnSync('script', ['--version']).status === 0 && process.platform === 'linux';
const command = fileURLToPath(new URL('../bin/pmed.js', import.meta.url));

/** A folder of reports of so many pages each: a hundred take longer than the bar waits, on any machine. */
function library(count: number, pages: number): string {
  const page = Array.from({ length: 30 }, (_, line) => `We will mend road number ${line} by 2026.`);
  const shelf = folder(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `report ${index}.pdf`,
        writePdf({ pages: Array.from({ length: pages }, () => lines(`Report ${index}`, ...page)) }),
      ]),
    ),
  );
  shelves.push(shelf);
  return shelf.path;
}

/** What a terminal gets on stderr; the result goes to a file. */
function onTerminal(
  cwd: string,
  words: string,
  env: Readonly<Record<string, string>> = {},
): { code: number | null; screen: string; result: string } {
  const line = `stty cols 60; exec ${process.execPath} '${command}' ${words} > .result`;
  const done = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, TERM: 'xterm', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: done.status, screen: done.stdout, result: readFileSync(join(cwd, '.result'), 'utf8') };
}

describe.skipIf(!hasScript)('on a terminal (skipped where there is no script of util-linux)', () => {
  const cwd = library(1, 150);

  test('is drawn on stderr, taken away, and changes no byte of the result', async () => {
    const { code, screen, result } = onTerminal(cwd, 'commitments . -f ndjson');
    expect(code).toBe(0);
    expect(screen).toMatch(/Reading .*\d%/);
    expect(screen).toMatch(/report 0\.pdf {2}p\. \d+ of 150/);
    expect(screen.slice(screen.lastIndexOf('Reading'))).toContain('\r\u001b[J');
    const piped = await pmed(['commitments', '.', '-f', 'ndjson'], { cwd });
    expect(result).toBe(piped.stdout);
    expect(piped.stderr).toBe('');
  });

  test.each([
    ['--no-progress', {}],
    ['-q', {}],
    ['', { CI: 'true' }],
    ['', { TERM: 'dumb' }],
    ['--error-format json', {}],
  ])('is not drawn with %s %j', (flags, env) => {
    expect(onTerminal(cwd, `inspect . ${flags} -f json`, env).screen).not.toContain('\u001b');
  });

  test('is taken away when the work is stopped', async () => {
    const { code, screen } = await new Promise<{ code: number | null; screen: string }>((resolve) => {
      const line = `exec ${process.execPath} '${command}' commitments . -f json > .result`;
      const child = spawn('script', ['-qec', line, '/dev/null'], {
        cwd,
        env: { PATH: process.env.PATH ?? '', HOME: cwd, TERM: 'xterm' },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let screen = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const isFirst = !screen.includes('Reading');
        screen += chunk.toString();
        if (isFirst && screen.includes('Reading')) child.stdin.write('\u0003');
      });
      child.on('close', (code) => resolve({ code, screen }));
    });
    expect(code).toBe(130);
    expect(screen.lastIndexOf('\r\u001b[J')).toBeGreaterThan(screen.lastIndexOf('Reading'));
  });
});
