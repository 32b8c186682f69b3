/** Examples of themes: whether a text carries the theme, and by which words. */
import { findThemes } from '../extract/themes.ts';
import type { Annotated } from '../model/annotated.ts';
import type { Rules } from '../rules/load.ts';
import { themeHits } from '../rules/theme-hits.ts';
import { compileThemes, type ThemeFile, type ThemeSchemes, type Tier } from '../rules/themes.ts';
import type { Asked, Prover, Verdict } from './verdict.ts';

const compiled = new WeakMap<ThemeFile, ThemeSchemes>();

/** The scheme that holds a theme, as written and compiled; null where the rules have none of that name. */
function schemeOf(rules: Rules, scheme: unknown, id: string) {
  const file = rules.themes.find((its) => its.scheme === scheme && its.themes.some((theme) => theme.id === id));
  if (!file) return null;
  const schemes = compiled.get(file) ?? compileThemes([file]);
  compiled.set(file, schemes);
  return { file, schemes };
}

/** A `finds` passes where a passage of the text carries the theme; an `ignores`, where none does. Other themes may. */
export const proveTheme: Prover = ({ rule, claim, example, rules, file }): Verdict => {
  const known = schemeOf(rules, file.scheme, rule.id);
  const carried = known ? findThemes(example.annotated, known.schemes, { documentId: 'd' }).themes : [];
  const isCarried = carried.some(({ id }) => id === rule.id);
  return {
    passed: isCarried === (claim === 'finds'),
    expected: [],
    found: carried.map(({ id, terms }) => `themes/${id} by ${terms.map(({ term }) => `"${term}"`).join(', ')}`),
  };
};

/** Which of a theme's terms a text has, and what they count for. */
export function whyNoTheme({ rule, rules, file, example }: Asked): string[] {
  const known = schemeOf(rules, file.scheme, rule.id);
  const source = known?.file.themes.find(({ id }) => id === rule.id);
  if (!known || !source) return [];
  const place = known.file.themes.indexOf(source);
  const counted = hitsOf(example.annotated, known.schemes, place);
  const alone = compileThemes([{ ...known.file, masks: [], themes: [{ ...source, masks: [] }] }]);
  const all = hitsOf(example.annotated, alone, 0);
  const withheld = all.filter((hit) => !counted.some((its) => its.words === hit.words));
  if (all.length === 0) return ['none of its terms stands there'];
  return [
    ...withheld.map(({ words }) => `"${words}" stands within a mask or a longer term, and does not count`),
    ...(counted.length === 0
      ? []
      : [`its terms there: ${counted.map(({ words, tier }) => `"${words}" (${tier})`).join(', ')}`]),
    ...(counted.length > 0 && counted.every(({ tier }) => tier === 'weak')
      ? ['weak terms count only beside another term of the theme']
      : []),
    ...(counted.some(({ tier }) => tier === 'medium') && counted.every(({ tier }) => tier !== 'strong')
      ? ['a medium term needs another, or a short sentence']
      : []),
  ];
}

/** The terms of one theme of a scheme compiled alone. */
function hitsOf({ sentences }: Annotated, schemes: ThemeSchemes, theme: number): { words: string; tier: Tier }[] {
  const [ofScheme = []] = themeHits(schemes, sentences);
  return sentences.flatMap((sentence, position) =>
    (ofScheme[position] ?? [])
      .filter((hit) => hit.theme === theme)
      .map(({ tier, first, last }) => {
        const [from, to] = [sentence.tokens[first], sentence.tokens[last]];
        return { tier, words: from && to ? sentence.text.slice(from.at, to.at + to.text.length) : '' };
      }),
  );
}
