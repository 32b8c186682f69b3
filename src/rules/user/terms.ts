/** Checks the themes of users' packs: each has terms, all of them can be looked up, and there are not too many. */
import type { YamlFault } from '../../yaml/fault.ts';
import type { Path } from '../../yaml/places.ts';
import { compileTerms } from '../terms.ts';
import { TIERS } from '../themes.ts';
import { MAX_ALL_TERMS, MAX_TERM, MAX_TERMS } from './limits.ts';
import type { UserPart } from './read.ts';
import { faultOfSigns } from './term-signs.ts';

/** The faults of the themes of users' parts. */
export function termFaults(parts: readonly UserPart[]): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  let left = MAX_ALL_TERMS;
  for (const part of parts) {
    const { themes } = part;
    if (!themes) continue;
    const say = (path: Path, code: string, message: string) =>
      faults.push({ file: part.file.file, ...part.place(path), code, message });
    const look = (terms: readonly string[], path: Path): void => {
      if (left < 0) return;
      left -= terms.length;
      if (left < 0) {
        say(path, 'PMED-C306', `there are more than ${MAX_ALL_TERMS} terms in all files.`);
        return;
      }
      for (const [i, term] of terms.entries()) {
        const message = faultOfTerm(term);
        if (message !== null) say([...path, i], 'PMED-C305', message);
      }
    };
    look(themes.masks, ['masks']);
    for (const [i, { id, terms, masks }] of themes.themes.entries()) {
      const path = ['themes', i];
      const count = TIERS.reduce((sum, tier) => sum + terms[tier].length, 0);
      if (count === 0)
        say([...path, 'terms'], 'PMED-C303', `the theme '${id}' has no terms. Put some under strong, medium or weak.`);
      if (count + masks.length > MAX_TERMS) {
        say([...path, 'terms'], 'PMED-C306', `the theme '${id}' has more than ${MAX_TERMS} terms. Make several of it.`);
        continue;
      }
      look(masks, [...path, 'masks']);
      for (const tier of TIERS) look(terms[tier], [...path, 'terms', tier]);
    }
  }
  return faults;
}

/** Why a term cannot be looked up; null where it can. */
function faultOfTerm(term: string): string | null {
  if (term.length > MAX_TERM) return `a term is longer than ${MAX_TERM} characters.`;
  const strange = faultOfSigns(term);
  if (strange !== null) return strange;
  if (/~/.test(term) && !/^[^~]+ ~[1-9] [^~]+$/.test(term))
    return "a term of two words near each other is written with a space, '~' and the most words between them, as in waiting ~3 list.";
  if (/\*[^\s/]/.test(term)) return "'*' may stand only at the end of a word.";
  if (/^\s|\s$|\s\s/.test(term)) return 'the words of a term stand one space apart.';
  try {
    compileTerms([{ pattern: term, id: 0 }]);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return `${error.message}.`;
    throw error;
  }
}
