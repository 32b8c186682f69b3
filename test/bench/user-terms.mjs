/** A theme pack of 5,000 terms, as somebody might write it for texts of a kind: most of its terms are met now and then. */

const THEMES = 40;
const TIERS = ['strong', 'medium', 'weak'];

/**
 * @param {readonly string[]} texts
 * @returns a theme file, checked: 1,500 words and 2,500 pairs of words of the texts, the commonest left out, and 1,000
 *   terms that never occur; where the texts have fewer, more of those
 */
export function userTerms(texts) {
  const words = new Map();
  const pairs = new Map();
  const count = (counts, term) => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const text of texts) {
    let last = '';
    for (const word of text.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
      if (word.length > 4) count(words, word);
      if (word.length > 3 && last.length > 3) count(pairs, `${last} ${word}`);
      last = word;
    }
  }
  const met = [...spread(words, 1500, 1500), ...spread(pairs, 2500, 2000)];
  const terms = Array.from({ length: 5000 }, (_, at) => met[at] ?? `unheard-of matter ${numeral(at)}`);
  return {
    file: 'user.yaml',
    scheme: 'user',
    masks: [],
    themes: Array.from({ length: THEMES }, (_, theme) => {
      const its = terms.filter((_, at) => at % THEMES === theme);
      const ofTier = (tier) => its.filter((_, at) => at % TIERS.length === tier);
      return {
        id: `user-${theme}`,
        label: `Theme ${theme}`,
        facet: 'sector',
        description: 'Made for measuring.',
        terms: Object.fromEntries(TIERS.map((name, tier) => [name, ofTier(tier)])),
        masks: [],
        finds: [],
        ignores: [],
      };
    }),
  };
}

/** Of the terms from a rank on, by how often they occur, so many at even distances. */
function spread(counts, wanted, from) {
  const ranked = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(from)
    .map(([term]) => term);
  const step = Math.max(1, ranked.length / wanted);
  return Array.from({ length: Math.min(wanted, ranked.length) }, (_, at) => ranked[Math.floor(at * step)]);
}

/** A word for a number. */
const numeral = (number) => [...String(number)].map((digit) => 'abcdefghij'[digit]).join('');
