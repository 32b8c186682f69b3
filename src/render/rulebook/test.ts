/** How the examples of packs fare: what failed and what was found instead, what became right, what has no proof. */
import type { ProvenExample, Rulebook } from '../../model/rulebook.ts';
import { harmless } from '../harmless.ts';
import { counted, grouped } from '../numbers.ts';
import { leftOut } from '../report/phrases.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { hang, listed } from '../wrap.ts';
import { holdings, placeWords } from './words.ts';

/** Examples that the default screen shows of each kind. */
const SHOWN = 10;

export function testLines(book: Rulebook, screen: ScreenOptions): readonly (readonly string[])[] {
  const failed = book.examples.filter(({ outcome }) => outcome === 'failed');
  const right = book.examples.filter(({ outcome }) => outcome === 'right-now');
  const shown = screen.all ? failed : failed.slice(0, SHOWN);
  return [
    summaryLines(book, screen),
    ...shown.map((example) => failedLines(example, screen)),
    leftOut(failed.length - shown.length, screen, ' failed'),
    ...(screen.all ? right : right.slice(0, SHOWN)).map((example) => rightLines(example, screen)),
    unprovenLines(book, screen),
  ];
}

/** `policy-en: 2,710 examples of 612 rules: all passed; 4 known to be wrong today`. */
function summaryLines({ packs, summary, examples, tool }: Rulebook, screen: ScreenOptions): string[] {
  const { passed, failed, wrongToday, rightNow } = summary;
  const files = [...new Set(packs.filter(({ builtIn }) => !builtIn).map(({ file }) => harmless(file)))];
  const name =
    files.length === 0 ? tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ') : files.join(', ');
  const counts = [
    failed === 0 && passed > 0 ? `${grouped(passed)} passed` : `${grouped(passed)} passed, ${grouped(failed)} failed`,
    ...(wrongToday > 0 ? [`${grouped(wrongToday)} known to be wrong today`] : []),
    ...(rightNow > 0 ? [`${grouped(rightNow)} no longer wrong`] : []),
  ];
  const paint = failed > 0 ? screen.paint.bad : screen.paint.good;
  const facts = [name, [...holdings(packs), counted(examples.length, 'example')].join(', '), counts.join(', ')];
  return listed(facts, ` ${sign('dot', screen)} `, screen.width).map(paint);
}

function failedLines(example: ProvenExample, screen: ScreenOptions): string[] {
  const { claim, expected, found, because, text } = example;
  const wanted = claim === 'ignores' ? ['nothing by this rule'] : expected;
  return [
    ...headLines('failed', example, screen),
    ...hang(`"${oneLine(text)}"`, screen.width, '   ', '    '),
    ...named('expected', wanted, screen),
    ...named('found', found.length === 0 ? ['nothing'] : found, screen),
    ...named('because', because, screen),
  ];
}

function rightLines(example: ProvenExample, screen: ScreenOptions): string[] {
  const { claim, text } = example;
  return [
    ...headLines('right now', example, screen),
    ...hang(`"${oneLine(text)}"`, screen.width, '   ', '    '),
    ...hang(`Move it from wrong-today to ${claim}.`, screen.width, '   ', '   '),
  ];
}

/** ` failed  finds of commitment/cut-waits  rules/mine.yaml:14:9`. */
function headLines(what: string, { rule, claim, place }: ProvenExample, { width, paint }: ScreenOptions): string[] {
  const facts = [what, `${claim} of ${harmless(rule)}`, ...(place === null ? [] : [placeWords(place)])];
  const lines = listed(facts, '  ', width - 2);
  return lines.map((line, at) => ` ${at === 0 ? (what === 'failed' ? paint.bad : paint.warn)(line) : `  ${line}`}`);
}

function named(name: string, values: readonly string[], { width, paint }: ScreenOptions): string[] {
  const indent = ' '.repeat(13);
  const lines = values.flatMap((value) => hang(oneLine(value), width, indent, `${indent} `));
  return lines.map((line, at) => (at === 0 ? `   ${paint.quiet(name.padEnd(10))}${line.slice(13)}` : line));
}

/** The lines of an example after one another, empty ones left out. */
const oneLine = (text: string): string =>
  harmless(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' / '),
  );

function unprovenLines({ unproven }: Rulebook, screen: ScreenOptions): string[] {
  if (unproven.length === 0) return [];
  const shown = screen.all ? unproven : unproven.slice(0, SHOWN);
  const left = unproven.length - shown.length;
  const names = [...shown.map((id) => harmless(id)), ...(left > 0 ? [`${left} more: --all`] : [])].join(', ');
  return hang(`No examples yet: ${names}`, screen.width, ' ', '   ').map(screen.paint.warn);
}
