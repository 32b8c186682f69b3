/** How numbers, shares and measures are written in words: data only. */

/** Number words by value. `one` counts only before a scale or in a ratio, for it is mostly a pronoun. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens) => [word, (tens + 2) * 10] as const),
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Letters that may stand right behind the digits: `1.2bn`; `m` and `k` only of money, for they are measures too. */
export const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['bn', 1e9],
  ['tn', 1e12],
]);
export const MONEY_SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['k', 1e3],
]);

/** Parts of a whole, in how many parts it is cut. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);

/** Words whose number is a name and not an amount. */
export const ORDINAL_HEADS: ReadonlySet<string> = new Set(
  'section sections annex appendix chapter page figure table box phase tier article goal stage type level part note covid no aged over under'.split(
    ' ',
  ),
);

/** Words beside which a year is what a change is measured against. */
export const BASELINE: ReadonlySet<string> = new Set(
  'level levels baseline baselines figure figures base value values compared relative against'.split(' '),
);

/** Measures that may be put in terms of each other, as many of the first of their family. */
export const MEASURES: ReadonlyMap<string, readonly [family: string, size: number]> = new Map([
  ['minut', ['time', 1 / 1440]],
  ['hour', ['time', 1 / 24]],
  ['dai', ['time', 1]],
  ['day', ['time', 1]],
  ['week', ['time', 7]],
  ['month', ['time', 30.44]],
  ['year', ['time', 365.25]],
  ['metr', ['length', 1]],
  ['m', ['length', 1]],
  ['kilometr', ['length', 1000]],
  ['km', ['length', 1000]],
  ['mile', ['length', 1609.34]],
  ['kilogram', ['mass', 1]],
  ['kg', ['mass', 1]],
  ['tonn', ['mass', 1000]],
  ['kilowatt', ['power', 1]],
  ['kw', ['power', 1]],
  ['megawatt', ['power', 1000]],
  ['mw', ['power', 1000]],
  ['gigawatt', ['power', 1e6]],
  ['gw', ['power', 1e6]],
]);
