/** Whether words stand in a text whatever its sentences: of the index, and of versions that were read in different pieces. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import { indexed, stands } from '../src/compare/standing.ts';
import type { Passage } from '../src/model/version.ts';
import { reportOf, type Said } from './reports.ts';

describe('an indexed text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 11, maxLength: 200 });

  it('holds every run of eleven letters and more that stands in it', () => {
    fc.assert(
      fc.property(letters, fc.nat(189), fc.integer({ min: 11, max: 40 }), (text, from, length) => {
        const start = Math.min(from, text.length - 11);
        const key = text.slice(start, start + length);
        expect(stands(key, indexed([], text))).toBe(true);
      }),
    );
  });

  it('holds nothing else', () => {
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 11, maxLength: 14 }),
        (text, key) => {
          expect(stands(key, indexed([], text))).toBe(text.includes(key));
        },
      ),
    );
  });

  it('knows short passages as wholes only', () => {
    expect(stands('wewill', indexed(['wewill'], 'wewillopenaward'))).toBe(true);
    expect(stands('openaward', indexed(['wewillopenaward'], 'wewillopenaward'))).toBe(false);
  });
});

describe('a sentence that was cut elsewhere', () => {
  const passages = (...texts: readonly string[]): readonly Passage[] =>
    texts.map((text) => ({ kind: 'sentence', text, start: 0, end: 0 }));
  const version = (said: readonly Said[], ...texts: readonly string[]) => ({
    ...reportOf(said),
    wording: { text: texts.join('\n'), passages: passages(...texts) },
  });
  const park: Said = { quote: 'We will open a park beside the mill by 2027.' };
  const ferry: Said = { quote: 'We will keep the ferry to Sallow Point free of charge.' };
  const both = 'Our promise to the valley We will open a park beside the mill by 2027.';

  it('is neither gone nor new', () => {
    const whole = version([park, ferry], park.quote, ferry.quote);
    const glued = version([ferry], both, ferry.quote);
    expect(diff(whole, glued).changes).toEqual([]);
    expect(diff(glued, whole).changes).toEqual([]);
  });

  it('is not rewritten', () => {
    const whole = version([park, ferry], 'Our promise to the valley', park.quote, ferry.quote);
    const glued = version([{ quote: both }, ferry], both, ferry.quote);
    expect(diff(whole, glued).changes).toEqual([]);
    expect(diff(glued, whole).changes).toEqual([]);
  });

  it('is gone where its words are', () => {
    const whole = version([park, ferry], park.quote, ferry.quote);
    const short = version([ferry], 'We will keep a park beside the mill.', ferry.quote);
    expect(diff(whole, short).changes.map(({ kinds }) => kinds)).toEqual([['removed']]);
  });
});
