/** Themes explained: which a passage carries, by which words and what around it, and which it nearly carries. */
import type { AskedTheme, ExplainedTheme, Explanation, ThemeSign } from '../../model/explanation.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { hang } from '../wrap.ts';
import { below, labelled } from './lines.ts';

/** Themes that a passage nearly carries, as the default screen shows them. */
const NEARLY = 3;
/** Themes of which it has but weak words. */
const WEAK = 5;
/** What changes a score by less is told with `--all` only. */
const LITTLE = 0.05;
/** Terms of each tier, and signs, that the default screen names. */
const TERMS = 8;
const SIGNS = 3;

/** The themes of a sentence: all that it carries, and some that it nearly does. */
export function themeLines(themes: readonly ExplainedTheme[], threshold: number, screen: ScreenOptions): string[] {
  const carried = themes.filter((theme) => theme.carried);
  const others = themes.filter((theme) => !theme.carried);
  const weak = screen.all ? [] : others.filter(isWeak);
  const telling = others.filter((theme) => !weak.includes(theme));
  const shown = screen.all ? telling : telling.slice(0, NEARLY);
  const left = telling.length - shown.length;
  return [
    ...[...carried, ...shown].flatMap((theme) => [
      ...labelled(theme.carried ? 'THEME' : NOT, `${nameOf(theme)}: ${scoreWords(theme, threshold)}`, screen),
      ...passageLines(theme, screen),
    ]),
    ...(left === 0 ? [] : below(`${counted(left, 'more theme')} with words in it: --all`, screen)),
    ...weakLines(weak, threshold, screen),
  ];
}

const NOT = 'NO THEME';

const isWeak = ({ terms, lost }: ExplainedTheme): boolean =>
  terms.length > 0 && lost.length === 0 && terms.every(({ tier }) => tier === 'weak');

/** Themes of which a sentence has but weak words, in one go: they are many and say little. */
function weakLines(themes: readonly ExplainedTheme[], threshold: number, screen: ScreenOptions): string[] {
  if (themes.length === 0) return [];
  const shown = themes.slice(0, WEAK);
  const left = themes.length - shown.length;
  const named = shown.map(({ id, score, terms }) => {
    const words = [...new Set(terms.map(({ text }) => `"${text}"`))].join(', ');
    return `${id} ${figure(score ?? 0)} (${words})`;
  });
  const more = left === 0 ? '' : ` and ${left} more`;
  return [
    ...labelled(NOT, `${named.join(', ')}${more}`, screen),
    ...labelled('  but', `weak terms alone count only beside others; it takes ${figure(threshold)}`, screen, false),
  ];
}

/** `ethics (Ethics)`; themes of other schemes than pmed's own are named with theirs. */
const nameOf = ({ id, label, scheme }: Pick<ExplainedTheme, 'id' | 'label' | 'scheme'>): string =>
  `${scheme === 'policy' || scheme === 'sectors' ? '' : `${scheme}/`}${id} (${label})`;

function scoreWords({ score, carried }: ExplainedTheme, threshold: number): string {
  if (score === null) return 'no word of it counts';
  return carried ? `score ${figure(score)}` : `score ${figure(score)}; it takes ${figure(threshold)}`;
}

const figure = (score: number): string => score.toFixed(2);

/** What a passage has of a theme, where its score comes from, and why that does not suffice. */
export function passageLines(
  { terms, lost, signs, carried, because, score }: ExplainedTheme,
  screen: ScreenOptions,
): string[] {
  const told = signs.filter(({ without }) => screen.all || Math.abs((score ?? 0) - without) >= LITTLE);
  const shown = screen.all ? told : told.slice(0, SIGNS);
  const from = (carried || screen.all ? shown : []).map((one) => signWords(one));
  return [
    ...(terms.length > 0
      ? labelled('  has', termWords(terms), screen, false)
      : carried
        ? labelled('  has', 'no word of its own that counts', screen, false)
        : []),
    ...(carried || terms.length > 0 ? lostLines(lost, screen) : []),
    ...from.flatMap((text, i) => (i === 0 ? labelled('  by', text, screen, false) : below(text, screen))),
    ...(because === null ? [] : labelled('  but', because, screen, false)),
  ];
}

/** `"ethical" (strong), "consent" (medium)`, each once. */
function termWords(terms: ExplainedTheme['terms']): string {
  const words = terms.map(({ text, tier, subject }) => `"${text}" (${tier}${subject ? ', said throughout' : ''})`);
  return [...new Set(words)].join(', ');
}

function lostLines(lost: ExplainedTheme['lost'], screen: ScreenOptions): string[] {
  const words = lost.map(({ text, by, theme }) =>
    theme === null ? `"${text}", masked by "${by}"` : `"${text}", part of "${by}" (${theme})`,
  );
  return words.length === 0 ? [] : labelled('  not', words.join('; '), screen, false);
}

const SIGN_WORDS: Readonly<Record<ThemeSign['sign'], string>> = {
  words: 'its own words',
  heading: 'its heading',
  around: 'the sentences before and after',
  paragraph: 'the rest of its paragraph',
  section: 'the rest of its section',
  title: "the document's title",
  document: 'the whole document, which speaks of it',
  rival: 'against it: it speaks more of another theme',
};

/** `its heading ("Ethics"): without it 0.41`. */
function signWords({ sign: which, without, words }: ThemeSign): string {
  const said = words.length === 0 ? '' : ` (${words.map((text) => `"${text}"`).join(', ')})`;
  return `${SIGN_WORDS[which]}${said}; without ${which === 'words' || which === 'around' ? 'them' : 'that'} ${figure(without)}`;
}

/** What a theme is, how much of the document carries it, and from which score on. */
export function themeHead(
  { id, label, scheme, facet, description, terms, passages, of }: AskedTheme,
  { sentences, threshold }: Pick<Explanation, 'sentences' | 'threshold'>,
  screen: ScreenOptions,
): string[] {
  const isDamped = sentences.some(({ themes }) => themes.some((its) => its.terms.some(({ subject }) => subject)));
  const dot = ` ${sign('dot', screen)} `;
  const tiers = (['strong', 'medium', 'weak'] as const).filter((tier) => terms[tier].length > 0);
  const share = of === 0 ? '' : ` (${((100 * passages) / of).toFixed(1)} %)`;
  const head = hang(harmless(`${id}${dot}${label}${dot}${facet}${dot}scheme ${scheme}`), screen.width, '', '  ');
  return [
    ...head.map((line, i) => (i === 0 && line.startsWith(id) ? screen.paint.id(id) + line.slice(id.length) : line)),
    ...(description.trim() === '' ? [] : hang(harmless(description.trim()), screen.width, '  ', '  ')),
    '',
    ...tiers.flatMap((tier) => labelled(tier.toUpperCase(), termList(terms[tier], screen), screen)),
    ...labelled(
      'PASSAGES',
      `${passages} of ${of} carry it${share}: those with a score of ${figure(threshold)} or more`,
      screen,
    ),
    ...below('the score is the probability that a reader would say so', screen),
    ...(isDamped
      ? below(
          'words said throughout count less for the sentences around: they are of what the document is about',
          screen,
        )
      : []),
  ];
}

function termList(terms: readonly string[], { all }: ScreenOptions): string {
  const shown = all ? terms : terms.slice(0, TERMS);
  const left = terms.length - shown.length;
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} and ${left} more`;
}
