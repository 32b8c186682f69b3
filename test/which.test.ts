/** Which sentence is which: commitments said more than once, and those that became another kind of sentence. */
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import type { Report } from '../src/model/report.ts';
import { reportOf, type Said } from './reports.ts';

const around: readonly Said[] = [
  { quote: 'We will dredge the channel at Gull Point.' },
  { quote: 'The lifeboat crew will train every Tuesday evening.' },
];

/** The report with every commitment whose sentence speaks of a lantern restating the first of them. */
function restating(report: Report): Report {
  const [first, ...others] = report.commitments.filter(({ evidence }) => evidence.quote.includes('lantern'));
  const again = new Set(others);
  return {
    ...report,
    commitments: report.commitments.map((one) => (again.has(one) ? { ...one, restates: first?.id ?? null } : one)),
  };
}

describe('a commitment said several times', () => {
  const ways = [
    { quote: 'We will light a lantern at each end of the mole.' },
    { quote: 'As promised, both ends of the mole will get their lantern from us.' },
    { quote: 'A lantern will stand at either end.' },
  ];

  it('is not removed as long as it is said once', () => {
    const [three, two, one, none] = [3, 2, 1, 0].map((count) =>
      restating(reportOf([...around, ...ways.slice(0, count)])),
    );
    if (!three || !two || !one || !none) throw new Error('no reports');
    expect(diff(three, two).changes).toEqual([]);
    expect(diff(three, one).changes).toEqual([]);
    expect(diff(one, three).changes).toEqual([]);
    expect(diff(two, none).changes.map(({ kinds }) => kinds)).toEqual([['removed'], ['removed']]);
    expect(diff(none, two).changes.map(({ kinds }) => kinds)).toEqual([['added'], ['added']]);
  });
});

describe('a commitment that became a sentence of another kind', () => {
  const old: Said = { quote: 'We will publish a yearly account of the harbour dues.' };
  const now: Said = { quote: 'The yearly account of harbour dues needs to be put on our website.', statement: 'need' };

  it('is found again between the same neighbours', () => {
    const [before, after] = [reportOf([...around, old, ...others()]), reportOf([...around, now, ...others()])];
    expect(diff(before, after).changes.map(({ kinds }) => kinds.includes('removed'))).toEqual([false]);
  });

  it('is removed where the other stands far off', () => {
    const [before, after] = [reportOf([old, ...around, ...others()]), reportOf([...around, ...others(), now])];
    expect(diff(before, after).changes.map(({ kinds }) => kinds)).toEqual([['removed']]);
  });
});

function others(): readonly Said[] {
  const words = ['slipway', 'crane', 'jetty', 'winch', 'chandlery', 'boathouse', 'pontoon', 'weighbridge'];
  return words.map((word) => ({ quote: `We will paint the ${word}.` }));
}
