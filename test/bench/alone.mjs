/** What single finders cost on texts whose sentences and words are known: times and themes. */
import { read } from '../../dist/index.js';
import { least, secondsOf, throughput } from './measure.mjs';
import { termLookUp } from './peers.mjs';
import { stages } from './stages.mjs';
import { userTerms } from './user-terms.mjs';

/**
 * @param {{ chosen: readonly object[], total: number }} texts
 * @param {string} root the checkout, built
 * @param {string} folder for what is made on the way
 * @returns rows: what, how much, the aim
 */
export async function findersAlone(texts, root, folder) {
  const finders = await stages(root, folder);
  const documents = await Promise.all(texts.chosen.map(async (source) => finders.annotate(await read(source))));
  return [...(await timesAlone(texts, finders, documents)), ...(await themesAlone(texts, finders, documents, folder))];
}

/** Lines without an end, of one kind each: [what, the words that are said over and over]. */
const LINES = [
  ['prose', 'We will publish the plan in 2025 and review the fund by March 2026 with the partners of the county '],
  ['dates', '31 March 2025, '],
  ['numbers', '7 '],
  ['digits without a space', '2024'],
  ['brackets and dashes', '[- '],
  ['number words', 'twenty three hundred and four '],
];

/**
 * What finding times costs alone, on texts annotated before: megabytes of text a CPU second on all texts, and how much
 * longer one line of a megabyte takes than one of half a megabyte; the best of three each.
 */
async function timesAlone({ chosen, total }, { annotate, times }, documents) {
  const all = () => documents.forEach(times);
  await least(all);
  const found = [['times alone, warm', `${(total / 1e6 / (await least(all))).toFixed(2)} MB/s`, '≥ 3']];
  const joined = await throughput(async (source) => times(annotate(await read(source))), { chosen, total });
  found.push(['reading, sentences and times, warm', `${joined.toFixed(2)} MB/s`, '']);
  for (const [what, words] of LINES) {
    const [half, whole] = await Promise.all(
      [5e5, 1e6].map(async (size) => {
        const text = words.repeat(Math.ceil(size / words.length)).slice(0, size);
        return annotate(await read({ name: what, text, mediaType: 'text/plain' }));
      }),
    );
    const [short, long] = [await least(() => times(half)), await least(() => times(whole))];
    // What takes next to no time has no ratio.
    const cost = `${(1 / long).toFixed(2)} MB/s, ${(long / short).toFixed(2)} × at double length`;
    found.push([`  one line of 1 MB of ${what}`, long < 0.01 ? 'in no time' : cost, '≤ 2.1 ×']);
  }
  return found;
}

/**
 * What finding themes costs alone (words, scores and records), on texts annotated before: the built-in schemes, and how
 * much 5,000 terms of a user add. Measured in turns, the best of some rounds.
 */
async function themesAlone({ chosen, total }, { schemes, themesOf }, documents, folder) {
  const user = userTerms(chosen.map(({ text }) => text));
  const { policy, sdg } = schemes;
  const finders = [[policy], [policy, sdg], [policy, user]].map((files) => themesOf(files));
  const taken = finders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 8; round += 1)
    for (const [at, find] of finders.entries())
      taken[at] = Math.min(taken[at], await secondsOf(() => documents.forEach(find)));
  const [alone, both, more] = taken;
  const fresh = await least(() => themesOf([user]));
  const found = [
    ['themes alone, warm', `${(total / 1e6 / alone).toFixed(2)} MB/s`, '≥ 8'],
    ['  with the scheme sdg', `${(total / 1e6 / both).toFixed(2)} MB/s, ${(both / alone).toFixed(2)} ×`, ''],
    [
      '  with 5,000 terms of a user',
      `${(total / 1e6 / more).toFixed(2)} MB/s, ${(more / alone).toFixed(2)} ×`,
      '≤ 1.5 ×',
    ],
    ['  compiling 5,000 terms', `${(fresh * 1000).toFixed(0)} ms`, '≤ 100 ms'],
  ];
  try {
    const terms = policy.themes.flatMap(({ terms }) => Object.values(terms).flat());
    // A few texts: others take long to cut them into words.
    const few = chosen.slice(0, Math.ceil(chosen.length / 4)).map(({ text }) => text);
    const bytes = few.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    for (const [name, call] of Object.entries(termLookUp(folder, terms, few)))
      found.push([name, `${(bytes / 1e6 / (await least(call))).toFixed(2)} MB/s`, '']);
  } catch (error) {
    found.push(['  others', `not measured: ${error.message.split('\n')[0]}`, '']);
  }
  return found;
}
