/** Verb chains as a reader would draw them: whose they are, how low they reach, and what they stand in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainAt, chainsOf } from '../src/annotate/chains.ts';
import type { Token } from '../src/model/annotated.ts';
import { readExample } from '../src/rules/examples.ts';
import { annotated } from './annotated.ts';

/**
 * Reads `[The board|subject] [will|chain] [seek|chain] to [open|main] a ward [if|conditional] it can.` and says of the
 * chain whose main verb is marked what its marks should be. The mark of a frame lies on its opener, its governing word
 * or (`relative`) its antecedent; `holder` on whose words it tells; without one the chain is in a main clause.
 */
function marksOf(example: string): { readonly wanted: string[]; readonly found: string[] } {
  const { text, marks } = readExample(example);
  const tokens = annotated(text).sentences.flatMap((sentence) => sentence.tokens);
  const words = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((token, i) => (token.spaced && i > 0 ? ` ${token.text}` : token.text))
      .join('');
  const main = mainAt(example, tokens);
  const chain = chainsOf(tokens).find((its) => its.main === main);
  const wanted = marks.map(({ name, words: its }) => `${its}|${name}`);
  if (!wanted.some((mark) => FRAMES.test(mark))) wanted.push('main clause');
  if (!chain) return { wanted, found: ['no chain'] };
  const found: string[] = [];
  const { frame, subject } = chain;
  if (subject) found.push(`${words(subject.from, subject.to)}|subject`);
  for (const verb of chain.verbs.slice(0, -1)) found.push(`${words(verb, verb + 1)}|chain`);
  found.push(`${words(chain.main, chain.main + 1)}|main`);
  if (frame.kind === 'main') found.push('main clause');
  else if ('opener' in frame) found.push(`${words(frame.opener, frame.opener + 1)}|${frame.kind}`);
  else if ('by' in frame) {
    if (frame.by >= 0) found.push(`${words(frame.by, frame.by + 1)}|${frame.kind}`);
    if (frame.holder) found.push(`${words(...frame.holder)}|holder`);
  } else if (frame.antecedent) found.push(`${words(...frame.antecedent)}|relative`);
  // The antecedent of "which will …" is the subject and the described phrase at once, and is marked once.
  const isTwice = frame.kind === 'relative' && subject?.from === frame.antecedent?.[0];
  return { wanted: wanted.sort(), found: (isTwice ? found.filter((its) => !its.endsWith('|subject')) : found).sort() };
}

const FRAMES = /\|(?:relative|conditional|interrogative|comparison|purpose|circumstance|reported|quoted)$/;

/** The token that the mark `main` lies on. */
function mainAt(example: string, tokens: readonly Token[]): number {
  const at = readExample(example.slice(0, example.search(/\[[^[\]|]*\|main\]/))).text.length;
  return tokens.findIndex((token) => token.start === at);
}

const table = (examples: string) =>
  examples
    .trim()
    .split('\n')
    .map((line) => [line.trim()]);

const agrees = (example: string) => {
  const { wanted, found } = marksOf(example);
  expect(found).toEqual(wanted);
};

describe('a chain reaches down to its lowest verb', () => {
  test.each(
    table(`
      [We|subject] [will|chain] [seek|chain] to [cut|main] waste by half.
      [The harbour board|subject] [will|chain] also [endeavour|chain] to [reopen|main] the pier.
      [The trust|subject] [may|chain] [consider|chain] [extending|main] the lease.
      [We|subject] [are|chain] [committed|chain] to [halving|main] the backlog.
      [We|subject] [have|chain] [agreed|chain] to [fund|main] two clinics.
      [Our ambition|subject] [is|chain] to [build|main] a town that cares.
      The plan restates [the council|subject]'s [commitment|chain] to [halve|main] rough sleeping.
      By 2031, [the partnership|subject] [will|chain], where possible, [publish|main] waiting times.
      [A code of practice|subject] [will|chain] [be|chain] [revised|main] in spring.
      [The bridge|subject] [is|chain] [expected|chain] to [be|chain] [completed|main] in May.
      [The mayor|subject] [plans|chain] to [open|main] a second market.
      [The trust|subject] [has|chain] yet to [publish|main] its plan.
      [We|subject] [remain|chain] [committed|chain] to [opening|main] the line.
    `),
  )('%s', agrees);
});

describe('a subject is found', () => {
  test.each(
    table(`
      In 2031 [the council|subject] [will|chain] [plant|main] an orchard.
      [The board|subject], set up under section 4, [will|chain] [meet|main] monthly.
      [The plan that was approved in May|subject] [will|chain] [be|chain] [revised|main].
      [People who use the ferry|subject] [will|chain] [be|chain] [asked|main] for their views.
      [No library|subject] [will|chain] [close|main] this year.
      [Ferries, trams and buses|subject] [will|chain] [run|main] on Sundays.
      [The council|subject] opened a ward and [will|chain] [open|main] another.
      [We|subject] [will|chain] train nurses this year and [build|main] two wards in 2031.
      [The council|subject] will publish a map that sets out routes and [will|chain] [mark|main] them.
      [The survey published in May|subject] [shows|main] that more is needed.
    `),
  )('%s', agrees);
});

describe('a frame is told', () => {
  test.each(
    table(`
      The board will act [if|conditional] [the pilot|subject] [succeeds|main].
      [If|conditional] [nothing|subject] [changes|main], two clinics will close.
      We will set out [how|interrogative] [services|subject] [will|chain] [change|main].
      [Will|interrogative] [the levy|subject] be [extended|main] to imports?
      More is needed [than|comparison] [we|subject] [will|chain] [spend|main].
      We fund ferries [so|purpose] that [islanders|subject] [can|chain] [travel|main].
      We will report [when|circumstance] [the board|subject] [has|chain] [met|main].
      We will publish [a plan|relative] which [will|chain] [guide|main] the work.
      [The plan|relative] [we|subject] [will|chain] [publish|main] in May sets out the route.
      [The board|holder] [said|reported] that [it|subject] [would|chain] [review|main] the code.
      [The minister|holder] [told|reported] the committee [she|subject] [would|chain] [publish|main] the evidence.
      [The agency|holder] [anticipates|reported] [disease|subject] [will|chain] [spread|main].
      [According|reported] to [the council|holder], [the bridge|subject] [will|chain] [be|chain] [rebuilt|main].
      "[We|subject] [will|chain] [open|main] a clinic," [said|quoted] [the chair|holder] of the trust.
      [Mayor Odell|holder] [said|quoted]: "Today is a good day and [we|subject] [will|chain] [plant|main] trees."
      That is why [we|subject] [will|chain] [plant|main] trees.
    `),
  )('%s', (example) => {
    // In a question the mark of the frame and that of the auxiliary fall together.
    const { wanted, found } = marksOf(example);
    const isInverted = wanted.includes('Will|interrogative');
    expect(isInverted ? found.filter((its) => !its.endsWith('|chain')) : found).toEqual(wanted);
  });
});

describe('voice and negation', () => {
  const first = (text: string) => chainsOf(annotated(text).sentences[0]?.tokens ?? [])[0];

  test.each([
    ['The code will be revised.', 'passive', false],
    ['We are committed to revising the code.', 'active', false],
    ['We will not introduce charges.', 'active', true],
    ['No library will be closed.', 'passive', true],
    ["They won't charge for it.", 'active', true],
  ])('%s', (text, voice, negated) => {
    expect(first(text)).toMatchObject({ voice, negated });
  });
});

describe('for any words', () => {
  const word = fc.constantFrom(
    ...'we the council will plan plans to seek be been is has not and or , . ; : " ( ) if that which who what reports by 2030 May open publishing approved our its – said so than'.split(
      ' ',
    ),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

  test('chains lie in order, and their ranges within the sentence', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const { tokens } of annotated(words).sentences) {
          const lies = ([from, to]: readonly [number, number]) => from >= 0 && from < to && to <= tokens.length;
          let last = 0;
          for (const [position, chain] of chainsOf(tokens).entries()) {
            expect(chain.from).toBeGreaterThanOrEqual(last);
            last = chain.to;
            expect(lies([chain.from, chain.to])).toBe(true);
            expect(chainAt(chainsOf(tokens), chain.main)).toBe(chain);
            expect(chain.main).toBe(chain.verbs.at(-1));
            expect(chain.main).toBeLessThan(chain.to);
            expect([...chain.verbs].sort((a, b) => a - b)).toEqual(chain.verbs);
            if (chain.subject) {
              expect(lies([chain.subject.from, chain.subject.to])).toBe(true);
              expect(chain.subject.head).toBeGreaterThanOrEqual(chain.subject.from);
              expect(chain.subject.head).toBeLessThan(chain.subject.to);
            }
            if (chain.complement) {
              expect(lies(chain.complement)).toBe(true);
              expect(chain.complement[0]).toBe(chain.to);
            }
            expect(chain.sharesWith).toBeLessThan(position);
          }
        }
      }),
    );
  });

  test('a sentence of 50,000 words is read to its end', () => {
    const tokens =
      annotated('the council will open a clinic and said that it may close one, if ').sentences[0]?.tokens ?? [];
    const long = Array.from({ length: 50_000 }, (_, i) => tokens[i % tokens.length]).filter((its) => its !== undefined);
    expect(chainsOf(long).at(-1)?.to).toBeGreaterThan(49_900);
  });
});
