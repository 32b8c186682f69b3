/** The screen of several documents. */
import { describe, expect, test } from 'vitest';
import type { ReportPart } from '../src/model/part.ts';
import { folderRow, renderFolder } from '../src/render/folder-text.ts';
import { defaultScreen } from '../src/render/screen.ts';
import { displayWidth } from '../src/render/width.ts';
import { reportOf } from './reports.ts';

const { tool } = reportOf([]);

/** A document with so many commitments. */
function part(name: string, commitments: number, about: Parameters<typeof reportOf>[1] = {}): ReportPart {
  const said = Array.from({ length: commitments }, (_, at) => ({ quote: `We will open ward ${at + 2}.` }));
  const report = reportOf(said, { id: `d-${name}`, name, ...about });
  const { statements, timeline, themes, diagnostics, documents } = report;
  return { document: documents[0] ?? null, commitments: report.commitments, statements, timeline, themes, diagnostics };
}

const fault: ReportPart = {
  ...part('x', 0),
  document: null,
  diagnostics: [
    {
      code: 'PMED-I105',
      level: 'error',
      documentId: null,
      page: null,
      message: "cannot read 'a/locked.pdf'",
      hint: null,
    },
  ],
};
const many = Array.from({ length: 60 }, (_, at) => folderRow(part(`${at}.md`, at % 7), `plans/${at}.md`));

describe('several documents', () => {
  const rows = [
    folderRow(part('old.pdf', 1, { pages: 20 }), 'plans/2016/old.pdf'),
    folderRow(part('new.pdf', 3, { pages: 64, status: 'partial' }), 'plans/2024/new.pdf'),
    folderRow(fault, null),
  ];

  test('have a line each, the most commitments first, and what was not read with its reason', () => {
    const text = renderFolder(rows, tool, defaultScreen);
    expect(text).toMatch(/^3 documents · 1 read · 1 in part · 1 not read · 84 pages/);
    expect(text).toMatch(/^COMMITMENTS {2}4 {3}4 firm$/m);
    expect(text).toMatch(/^ 2024\/new\.pdf +64 +3 +100 % +0 %\n 2016\/old\.pdf +20 +1 +100 % +0 %$/m);
    expect(text).toMatch(/^Not read: a\/locked\.pdf \(encrypted\)$/m);
    expect(text).toContain('--each');
  });

  test.each([40, 60, 80, 120])('fit %i columns and fifty lines, and say how many are left out', (width) => {
    for (const ascii of [false, true]) {
      const screen = { ...defaultScreen, width, ascii };
      const text = renderFolder([...rows, ...many], tool, screen);
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(text.split('\n').length).toBeLessThan(56);
      expect(text).toMatch(/^ \d+ more: --all$/m);
      if (ascii) expect(text).not.toMatch(/[^\n -~]/);
      const all = renderFolder([...rows, ...many], tool, { ...screen, all: true });
      for (const { path } of many) expect(all).toContain(path?.replace('plans/', ''));
    }
  });
});
