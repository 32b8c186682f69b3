/** The screen of `pmed explain`: why something was found, or what a sentence lacks. */
import type { AskedTheme, ExplainedFinding, ExplainedSentence, Explanation } from '../model/explanation.ts';
import { findingLines } from './explanation/finding.ts';
import { nearLines, refusedLines } from './explanation/nothing.ts';
import { passageLines, themeHead, themeLines } from './explanation/themes.ts';
import { harmless } from './harmless.ts';
import { linked, type Source } from './linked.ts';
import { place } from './place.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, defaultScreen, type ScreenOptions, sign } from './screen.ts';
import { hang, listed } from './wrap.ts';

/** Sentences that the default screen shows of a text: more need not be explained for it. */
export const SENTENCES = 10;

/** An explanation as text; every line within the width of the screen. */
export function renderExplanation(explanation: Explanation, screen: ScreenOptions = defaultScreen): string {
  const { sentences, asked, theme } = explanation;
  if (theme !== null) return blocksText(themeBlocks(theme, explanation, screen));
  const shown = screen.all || asked.id !== null ? sentences : sentences.slice(0, SENTENCES);
  const blocks = shown.map((sentence) => sentenceLines(sentence, explanation, screen));
  const rest = leftOut(asked.sentences - shown.length, screen, ' sentences');
  return blocksText([...blocks, rest]);
}

/** Passages that the default screen shows of a theme, and of those with words of it that do not carry it. */
const PASSAGES = 5;
const MISSES = 3;

/** A theme, its best passages, and those that come nearest without carrying it. */
function themeBlocks(theme: AskedTheme, explanation: Explanation, screen: ScreenOptions): string[][] {
  const { sentences } = explanation;
  const isCarried = ({ themes }: ExplainedSentence): boolean => themes[0]?.carried === true;
  const block = (sentence: ExplainedSentence): string[] => {
    const [its] = sentence.themes;
    const where = [
      placeWords(sentence.evidence, explanation.document, screen),
      sentence.heading === null ? null : harmless(sentence.heading),
    ];
    const place = listed(
      where.filter((part) => part !== null),
      ` ${sign('dot', screen)} `,
      screen.width - 2,
    );
    return [
      ...context(sentence, true, screen),
      ...place.map((line) => `   ${screen.paint.quiet(line)}`),
      ...(its ? passageLines(its, screen) : []),
    ];
  };
  const group = (title: string, all: readonly ExplainedSentence[], most: number): string[][] => {
    if (all.length === 0) return [];
    const shown = screen.all ? all : all.slice(0, most);
    const rest = leftOut(all.length - shown.length, screen, ' passages');
    return [[` ${screen.paint.head(title)}`], ...shown.map(block), rest];
  };
  return [
    themeHead(theme, explanation, screen),
    ...group('CARRY IT', sentences.filter(isCarried), PASSAGES),
    ...group(
      'HAVE WORDS OF IT, AND DO NOT',
      sentences.filter((one) => !isCarried(one)),
      MISSES,
    ),
    ...(sentences.length === 0
      ? [hang('No passage carries it, and none has words of it.', screen.width, ' ', ' ')]
      : []),
  ];
}

/** A sentence with its findings; with an id, the one finding. */
function sentenceLines(
  sentence: ExplainedSentence,
  { tool, asked, threshold, document }: Explanation,
  screen: ScreenOptions,
): string[] {
  const { findings, notes } = sentence;
  const { paint, width } = screen;
  const one = asked.id === null ? undefined : findings[0];
  const head = one ? [...headLine(one, sentence, document, screen), ''] : [];
  // A time that dates a finding of the same sentence is told of there.
  const shown = findings.filter(({ time }) => screen.all || one || !time || !isToldOf(time.id, findings));
  const isBound = findings.some(({ record }) => record === 'commitment');
  const note = (isBound ? [] : notes).flatMap((text) => hang(harmless(text), width, ' ', ' '));
  const body = one
    ? findingLines(one, tool, screen)
    : shown.flatMap((finding) => [
        '',
        ...headLine(finding, sentence, document, screen),
        ...findingLines(finding, tool, screen),
      ]);
  const isAbout = sentence.themes.some(({ carried }) => carried);
  const nothing =
    findings.length === 0 ? [` ${paint.warn(isAbout ? 'Nothing found but themes.' : 'Nothing found.')}`] : [];
  return [
    ...head,
    ...context(sentence, one !== undefined, screen),
    ...(one || nothing.length > 0 ? [''] : []),
    ...nothing,
    ...body,
    ...gap([...refusedLines(sentence, screen), ...nearLines(sentence, screen)], findings.length > 0),
    ...note,
    ...gap(themeLines(sentence.themes, threshold, screen), findings.length > 0),
  ];
}

const isToldOf = (id: string, findings: readonly ExplainedFinding[]): boolean =>
  findings.some(({ commitment, statement }) => (commitment ?? statement)?.deadline?.timeId === id);

const gap = (lines: readonly string[], isAsked: boolean): readonly string[] =>
  lines.length > 0 && isAsked ? ['', ...lines] : lines;

/** `C4  c-2m8x4tqa  commitment · l. 17 · section`. */
function headLine(
  finding: ExplainedFinding,
  { evidence, heading }: ExplainedSentence,
  source: Source,
  screen: ScreenOptions,
): string[] {
  const { ref, id, commitment, statement, time } = finding;
  const kind = commitment?.kind ?? statement?.kind ?? time?.type ?? finding.record;
  const facts = [kind, placeWords(evidence, source, screen), heading === null ? null : harmless(heading)].filter(
    (fact) => fact !== null,
  );
  const [first = '', ...rest] = listed(
    [`${ref}  ${id}  ${facts[0]}`, ...facts.slice(1)],
    ` ${sign('dot', screen)} `,
    screen.width,
  );
  return [screen.paint.id(ref) + first.slice(ref.length), ...rest];
}

/** The page in full where it has a printed number of its own: `p. 12 (PDF page 18)`. */
function placeWords(evidence: ExplainedSentence['evidence'], source: Source, screen: ScreenOptions): string {
  const { page, pageLabel } = evidence;
  const isOwn = page !== null && pageLabel !== null && pageLabel !== String(page);
  return linked(isOwn ? `${place(evidence)} (PDF page ${page})` : place(evidence), evidence, source, screen);
}

/** The sentence, and what introduces it. */
function context(
  { evidence, stem, kind, heading }: ExplainedSentence,
  isHeaded: boolean,
  screen: ScreenOptions,
): string[] {
  const { width } = screen;
  // With an id the heading stands in the line above.
  const isItem = kind === 'item' && stem === null && heading !== null && !isHeaded;
  return [
    ...(stem === null ? [] : hang(`"${harmless(stem)}"`, width, '  ', '   ')),
    ...(isItem ? hang(`under "${harmless(heading)}":`, width, '  ', '   ') : []),
    ...hang(`"${harmless(evidence.quote)}"`, width, stem === null ? '  ' : '    - ', stem === null ? '   ' : '      '),
  ];
}
