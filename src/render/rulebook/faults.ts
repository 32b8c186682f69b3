/** What files of rules hold, and every fault in them with its place. */
import type { PackEntry, Rulebook } from '../../model/rulebook.ts';
import { harmless } from '../harmless.ts';
import { counted } from '../numbers.ts';
import type { ScreenOptions } from '../screen.ts';
import { hang } from '../wrap.ts';
import { placeWords } from './words.ts';

export function faultLines({ packs, faults }: Rulebook, screen: ScreenOptions): readonly (readonly string[])[] {
  const { paint, width } = screen;
  const files = [...new Set(packs.map(({ file }) => file))];
  return [
    faults.flatMap(({ place, message, code }) =>
      hang(`${placeWords(place)}: ${harmless(message)} [${code}]`, width, '', '  ').map((line, at) =>
        at === 0 ? paint.bad(line) : line,
      ),
    ),
    ...files.map((file) => fileLines(file, packs, screen)),
  ];
}

/** A sound file: its packs, what they add, replace and switch off. */
function fileLines(file: string, packs: readonly PackEntry[], { width, paint }: ScreenOptions): string[] {
  const own = packs.filter((its) => its.file === file);
  return [
    ...hang(`${harmless(file)}: sound`, width, '', '  ').map(paint.good),
    ...own.flatMap((its) => [
      ...hang(headOf(its), width, '  ', '    '),
      ...named('adds', its.adds, width),
      ...named('replaces', its.replaces, width),
    ]),
    ...named(
      'switches off',
      own.flatMap((its) => its.disables),
      width,
      2,
    ),
  ];
}

function headOf({ pack, scheme, rules, terms, lists }: PackEntry): string {
  const facts = [
    ...(rules > 0 ? [counted(rules, pack === 'themes' ? 'theme' : 'rule')] : []),
    ...(terms === null ? [] : [counted(terms, 'term')]),
    ...(lists.length === 0 ? [] : [`lists ${lists.map((name) => `@${harmless(name)}`).join(', ')}`]),
  ];
  return `${harmless(scheme === null ? pack : `${pack}, scheme ${scheme}`)}: ${facts.join(', ') || 'nothing'}`;
}

/** @param indent columns before the name */
function named(name: string, values: readonly string[], width: number, indent = 4): string[] {
  return values.length === 0
    ? []
    : hang(
        `${name} ${values.map((its) => harmless(its)).join(', ')}`,
        width,
        ' '.repeat(indent),
        ' '.repeat(indent + 2),
      );
}
