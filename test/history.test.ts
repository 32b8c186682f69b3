/** The history of commitments over several versions: what is followed, and how it is told. */
import { describe, expect, test } from 'vitest';
import { history } from '../src/compare/history.ts';
import type { History, HistoryCommitment } from '../src/model/history.ts';
import type { Report } from '../src/model/report.ts';
import { reportOf, type Said } from './reports.ts';

const library: Said = { quote: 'We will keep the library open on Sundays.' };
const bridges: Said = { quote: 'We will repair every footbridge over the Fern.' };
const trees: Said = { quote: 'We will plant 40 lime trees along Mill Lane.' };
const ward = (due: string, cue = 'will'): Said => ({
  quote: `We ${cue} open a ward for older patients by ${due}.`,
  made: {
    cue,
    strength: cue === 'will' ? 4 : 2,
    due: { text: `by ${due}`, end: `${due}-12-31`, precision: 'year' },
  },
});
const clinic: Said = { quote: 'We will run a walk-in dental clinic in Alder House.' };

/** A version that is dated, and whose commitments have ids of their own. */
function version(name: string, date: string, ...sentences: readonly Said[]): Report {
  const report = reportOf([library, bridges, trees, ...sentences], {
    id: `d-${name}`,
    name: `${name}.md`,
    sha256: name.padEnd(64, '0'),
    date: { value: date, precision: 'day', source: 'text', quote: date },
  });
  const renamed = (id: string) => id.replace('c-', `c-${name}`);
  const commitments = report.commitments.map((one) => ({ ...one, id: renamed(one.id), documentId: `d-${name}` }));
  return { ...report, commitments };
}

const about = (words: string, reports: readonly Report[]): HistoryCommitment[] =>
  history(reports).commitments.filter(({ evidence }) => evidence.quote.includes(words));

describe('a commitment', () => {
  const first = version('a', '2022-01-01', ward('2025'));

  test('that nothing happened to is kept, without steps', () => {
    const { commitments, summary, versions } = history([first, version('b', '2023-01-01', ward('2025')), first]);
    expect(commitments.map(({ status, steps, first: from, last }) => [status, steps, from, last])).toEqual(
      commitments.map(() => ['kept', [], 1, 3]),
    );
    expect(summary.kept).toBe(4);
    expect(versions.map(({ against, unchanged }) => [against, unchanged])).toEqual([
      [null, 0],
      [1, 4],
      [2, 4],
    ]);
  });

  test('has a step in each version in which something happened to it', () => {
    const [one, ...others] = about('ward', [
      first,
      version('b', '2023-01-01', ward('2027')),
      version('c', '2024-01-01', ward('2027')),
      version('d', '2025-01-01', ward('2028', 'aim to')),
    ]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ status: 'changed', first: 1, last: 4, commitmentId: 'c-d4' });
    expect(one?.steps.map(({ version, against, kinds, level }) => [version, against, kinds, level])).toEqual([
      [2, 1, ['deadline-slipped'], 'error'],
      [4, 3, ['weakened', 'deadline-slipped'], 'error'],
    ]);
    expect(one?.steps[1]?.evidence?.quote).toBe('We aim to open a ward for older patients by 2028.');
    expect(one?.steps[0]?.change?.fields.deadline?.days).toBe(730);
  });

  test('that is gone is removed in the version that lacks it', () => {
    const [one] = about('ward', [first, version('b', '2023-01-01'), version('c', '2024-01-01')]);
    expect(one).toMatchObject({ status: 'removed', first: 1, last: 1 });
    expect(one?.steps.map(({ version, kinds, evidence }) => [version, kinds, evidence])).toEqual([
      [2, ['removed'], null],
    ]);
  });

  test('that is back is reinstated, as it was or reworded, and no other', () => {
    const gone = version('b', '2023-01-01');
    for (const [sentence, kinds] of [
      [ward('2025'), ['reinstated']],
      [ward('2029'), ['reinstated', 'deadline-slipped']],
    ] as const) {
      const found = about('ward', [first, gone, gone, version('c', '2024-01-01', sentence, clinic)]);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ status: 'reinstated', first: 1, last: 4 });
      expect(found[0]?.steps.map((step) => [step.version, step.against, step.kinds])).toEqual([
        [2, 1, ['removed']],
        [4, 1, kinds],
      ]);
    }
    const [other] = about('dental', [first, gone, version('c', '2024-01-01', clinic)]);
    expect(other).toMatchObject({ status: 'added', first: 3 });
  });

  test('keeps its id when a later version is added', () => {
    const reports = [first, version('b', '2023-01-01', ward('2027')), version('c', '2024-01-01')];
    const ids = (count: number) => about('ward', reports.slice(0, count)).map(({ id }) => id);
    expect(ids(3)).toEqual(ids(2));
  });

  test('that is split into two is followed, and the new half says where it comes from', () => {
    const both: Said = {
      quote: 'We will open a day centre for carers in Fernhollow and pay their bus fares to the day centre in Alder.',
    };
    const halves: Said[] = [
      { quote: 'We will open a day centre for carers in Fernhollow.' },
      { quote: 'We will pay their bus fares to the day centre in Alder.' },
    ];
    const found = about('day centre', [
      version('a', '2022-01-01', both),
      version('b', '2023-01-01', ...halves),
      version('c', '2024-01-01', ...halves),
    ]);
    expect(found.map(({ status }) => status).sort()).toEqual(['added', 'changed']);
    for (const { steps } of found)
      expect(steps.map(({ version, kinds }) => [version, kinds])).toEqual([[2, ['split']]]);
  });
});

/** What is said of the order and likeness of the versions. */
const codesOf = ({ diagnostics }: History): string[] =>
  diagnostics.map(({ code }) => code).filter((code) => code === 'PMED-V501' || code === 'PMED-V503');

describe('a version', () => {
  const old = version('a', '2022-01-01', ward('2025'));
  const now = version('c', '2024-01-01', ward('2027'));

  test('of another text is set aside, wherever it stands, and the others are followed', () => {
    const other = {
      ...now,
      documents: now.documents.map((document) => ({ ...document, name: 'x.md', language: 'fr' })),
    };
    for (const [reports, at] of [
      [[other, old, now], 1],
      [[old, other, now], 2],
      [[old, now, other], 3],
    ] as const) {
      const result = history(reports);
      expect(result.comparable).toBe(false);
      expect(result.versions.filter(({ reason }) => reason !== null).map(({ version }) => version)).toEqual([at]);
      expect(codesOf(result)).toEqual(['PMED-V501']);
      expect(result.commitments.find(({ status }) => status === 'changed')?.steps).toHaveLength(1);
    }
  });

  test('that is dated before the one it follows is warned of', () => {
    const told = history([now, old, now]).diagnostics.filter(({ code }) => code === 'PMED-V503');
    expect(told.map(({ documentId }) => documentId)).toEqual(['d-a']);
    expect(codesOf(history([old, now, now]))).toEqual([]);
  });

  test('alone has no history', () => {
    expect(() => history([old])).toThrow(expect.objectContaining({ code: 'PMED-U020' }));
  });
});
