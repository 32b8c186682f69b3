/** Which themes took more or less of the text than before, told by the passages that came, went or were rewritten. */
import type { Diff } from '../model/diff.ts';
import type { DocumentRecord, Theme } from '../model/report.ts';
import { themeKey } from '../model/themes.ts';
import type { Version } from '../model/version.ts';
import type { Match } from './align.ts';
import { lettersOf, type Quoted, type Said } from './said.ts';
import { shareChange } from './themes.ts';

type ThemeChange = Diff['themeChanges'][number];
type Aligned = NonNullable<ThemeChange['aligned']>;
type Passage = Theme['evidence'][number];

/** A passage without one is a number that stands alone. */
const WORD = /\p{L}{2}/u;
/** How many passages are quoted for each way in which a theme came or went. */
const QUOTED = 3;

/**
 * Themes whose share of passages differs because passages came, went or were rewritten. What was only cut in other
 * places, moved, or read with another heading is no change of theme, whatever it does to the number of passages. The
 * test of `significant` is that of shares (`shareChange`), on the passages counted that way.
 * @param matches sentences that are versions of one another
 * @param said what each version says, wherever it says it
 */
export function themeChanges(before: Version, after: Version, matches: readonly Match[], said: Said): ThemeChange[] {
  const [old, now] = [before.documents[0], after.documents[0]];
  if (!old || !now) return [];
  const [olds, news] = [themesOf(before, old), themesOf(after, now)];
  const keys = [...new Set([...olds.keys(), ...news.keys()])].sort();
  const partners = partnersOf(matches);
  const [copiesOld, copiesNew] = [copiesIn(before), copiesIn(after)];
  const went = <T extends Quoted>(list: readonly T[]) => changedAmong(list, copiesNew, said.inNew);
  const came = <T extends Quoted>(list: readonly T[]) => changedAmong(list, copiesOld, said.inOld);
  const passages = passagesLeft(before, after, { went, came });
  return keys.flatMap((key): ThemeChange[] => {
    const [one, two] = [olds.get(key), news.get(key)];
    const id = (two ?? one)?.id ?? key;
    const shares = shareChange(one, two, [old, now]);
    const aligned = isWhole(one) && isWhole(two) ? alignedOf(one, two, partners, { went, came }) : null;
    if (aligned === null) return shares.before === shares.after ? [] : [{ id, ...shares, aligned }];
    const { gained, lost, added, removed } = aligned;
    if (gained + lost + added + removed === 0) return [];
    const carrying = Math.max(0, (one?.passages ?? 0) + gained + added - lost - removed);
    const of = Math.max(carrying, passages ?? now.passages ?? 0);
    const share = of === 0 ? 0 : carrying / of;
    const model = two ?? one;
    const { significant } = shareChange(one, model && { ...model, share }, [old, { ...now, passages: of }]);
    return [{ id, before: shares.before, after: shares.after, significant, aligned }];
  });
}

function themesOf({ themes }: Version, { id }: DocumentRecord): ReadonlyMap<string, Theme> {
  return new Map(themes.filter(({ documentId }) => documentId === id).map((theme) => [themeKey(theme), theme]));
}

/** Whether every passage that carries the theme is known. */
const isWhole = (theme: Theme | undefined): boolean => theme === undefined || theme.evidence.length === theme.passages;

/** Where each matched sentence stands in the other version, by where it begins. */
interface Partners {
  readonly ofOld: ReadonlyMap<number, number>;
  readonly ofNew: ReadonlyMap<number, number>;
}

function partnersOf(matches: readonly Match[]): Partners {
  return {
    ofOld: new Map(matches.map(({ before, after }) => [before.start, after.start])),
    ofNew: new Map(matches.map(({ before, after }) => [after.start, before.start])),
  };
}

/** Those of some passages that the other version does not have. */
interface Changed {
  readonly went: <T extends Quoted>(olds: readonly T[]) => readonly T[];
  readonly came: <T extends Quoted>(news: readonly T[]) => readonly T[];
}

/** How often each passage stands in a version, by its words; of a saved report, of those that it quotes. */
function copiesIn({ wording, themes }: Version): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  const count = (text: string) => {
    const key = lettersOf(text);
    copies.set(key, (copies.get(key) ?? 0) + 1);
  };
  if (wording) for (const { text } of wording.passages) count(text);
  else
    for (const [, quote] of new Map(themes.flatMap(({ evidence }) => evidence.map((one) => [one.start, one.quote]))))
      count(quote);
  return copies;
}

/** Passages that stand more often than in the other version, or of which it says nothing. */
function changedAmong<T extends Quoted>(
  list: readonly T[],
  copies: ReadonlyMap<string, number>,
  isSaid: (one: Quoted) => boolean,
): readonly T[] {
  const used = new Map<string, number>();
  return list.filter((one) => {
    if (!WORD.test(one.quote)) return false;
    const key = lettersOf(one.quote);
    const there = copies.get(key);
    if (there === undefined) return !isSaid(one);
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    return times > there;
  });
}

/** How many passages the new version has if what only was cut elsewhere counts as before; null where they are unknown. */
function passagesLeft(before: Version, after: Version, { went, came }: Changed): number | null {
  if (!before.wording || !after.wording) return null;
  const quotes = ({ passages }: NonNullable<Version['wording']>) =>
    passages.flatMap(({ kind, text, start, end }) => (kind === 'heading' ? [] : { quote: text, start, end }));
  const [olds, news] = [quotes(before.wording), quotes(after.wording)];
  return olds.length - went(olds).length + came(news).length;
}

function alignedOf(one: Theme | undefined, two: Theme | undefined, partners: Partners, changed: Changed): Aligned {
  const [olds, news] = [one?.evidence ?? [], two?.evidence ?? []];
  const [startsOld, startsNew] = [startsOf(olds), startsOf(news)];
  const { ofOld, ofNew } = partners;
  const went = changed.went(olds).filter((passage) => !isIn(startsNew, ofOld.get(passage.start)));
  const came = changed.came(news).filter((passage) => !isIn(startsOld, ofNew.get(passage.start)));
  const [lost, removed] = parted(went, ({ start }) => ofOld.has(start));
  const [gained, added] = parted(came, ({ start }) => ofNew.has(start));
  const counts = { gained: gained.length, lost: lost.length, added: added.length, removed: removed.length };
  const evidence = [
    ...quoted('gained', gained),
    ...quoted('added', added),
    ...quoted('lost', lost),
    ...quoted('removed', removed),
  ];
  return { kept: Math.max(0, news.length - gained.length - added.length), ...counts, evidence };
}

const startsOf = (passages: readonly Passage[]): ReadonlySet<number> => new Set(passages.map(({ start }) => start));

const isIn = (starts: ReadonlySet<number>, start: number | undefined): boolean =>
  start !== undefined && starts.has(start);

function parted<T>(list: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))];
}

/** The passages that speak most closely of the theme. */
function quoted(change: Aligned['evidence'][number]['change'], passages: readonly Passage[]): Aligned['evidence'] {
  const best = [...passages].sort((a, b) => b.score - a.score || a.start - b.start).slice(0, QUOTED);
  return best.map(({ quote, start, end, line, page, pageLabel }) => ({
    change,
    quote,
    start,
    end,
    line,
    page,
    pageLabel,
  }));
}
