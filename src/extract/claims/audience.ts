/** Whom the bare imperatives of a document bind: its author, or those whom it guides. */
import { Tag } from '../../annotate/tags.ts';
import { looseWords } from '../../annotate/tokens.ts';
import type { Annotated, Words } from '../../model/annotated.ts';
import type { Audience } from './claim.ts';
import type { ClaimRules } from './rules.ts';

/** How many words of address, and how many times those of undertaking, make a guide of a document with another title. */
const LEAST = 8;
const TIMES = 3;
/** How many times the words of undertaking "must" outnumbers in a standard, whatever its title. */
const TIMES_OF_STANDARD = 4;

/**
 * Judges a document as a whole. A guide says so in its title, unless it speaks more of what will be done than of what
 * should or must be; or it speaks to its reader ("you", "your"), or of what must be done, far more often than of what its
 * author does. Guidance that mostly says "must" requires; other guidance recommends.
 */
export function audienceOf(annotated: Annotated, rules: ClaimRules): Audience {
  let should = 0;
  let must = 0;
  /** What must be done, in so many words. */
  let bid = 0;
  let will = 0;
  let we = 0;
  let you = 0;
  for (const { tokens } of annotated.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      const { tags, lower } = token;
      if (tags & Tag.modal) {
        if (lower === 'should' || lower === 'ought') should++;
        else if (lower === 'must') bid++;
        else if (lower === 'shall') must++;
        else if (lower === 'will' || lower === "'ll") will++;
      } else if (tags & (Tag.pronoun | Tag.determiner)) {
        if (lower === 'you' || lower === 'your') you++;
        else if (lower === 'we' || lower === 'our') we++;
      } else if (tags & Tag.past && rules.words.requiring.has(lower) && tokens[i + 1]?.lower === 'to') must++;
    }
  }
  must += bid;
  const undertaking = will + we / 2;
  const isGuide = isCalledGuide(annotated, rules)
    ? should + must + you >= undertaking / 2
    : (you >= LEAST && you > TIMES * undertaking) || (bid >= LEAST && bid > TIMES_OF_STANDARD * undertaking);
  if (!isGuide) return 'own';
  return must > should + you ? 'required' : 'recommended';
}

/** Whether the document's title or its first heading calls it guidance. */
function isCalledGuide({ document, sections, sentences }: Annotated, { headings, facts }: ClaimRules): boolean {
  const first = sections[0] && sentences[sections[0].heading];
  const titles: Words[] = [looseWords(document.title ?? '')];
  if (first) titles.push(first);
  return titles.some((words) =>
    headings.match(words, new Map()).some(({ rule }) => facts.get(rule.key)?.run === 'recommended'),
  );
}
