/** How far a run is, as one or two lines for a terminal of any width. */
import { barOf } from './bar.ts';
import { harmless } from './harmless.ts';
import { grouped } from './numbers.ts';
import { type ScreenOptions, sign } from './screen.ts';
import { characters, displayWidth, pad } from './width.ts';

/** Where a run stands. */
export interface Standing {
  /** Inputs that are done. */
  readonly done: number;
  /** Inputs that there are; null where that is not known. */
  readonly total: number | null;
  /** Inputs that could not be read. */
  readonly failed: number;
  /** How much of the work is done, 0 to 1; null where that is not known. */
  readonly share: number | null;
  /** Seconds that are left; null where they are not worth saying. */
  readonly left: number | null;
  /** The input that is being read, as the user typed it. */
  readonly name: string | null;
  readonly page: PageRead | null;
}

/** The page that is being read, of so many. */
export interface PageRead {
  readonly page: number;
  readonly count: number;
  /** Whether it is read from its picture, which takes seconds. */
  readonly isPicture: boolean;
}

/** The bar is no longer than this. */
const LONGEST_BAR = 25;
/** A shorter bar says nothing. */
const SHORTEST_BAR = 5;
/** Columns from which a second line names the file. */
const TWO_LINES = 40;
/** Columns from which that line stands below the bar. */
const INDENTED = 60;
const LABEL = 'Reading';

type Look = Pick<ScreenOptions, 'width' | 'ascii'>;

/**
 * One line, or two with the file that is read; none where there is no room for anything.
 * @param look columns of the terminal, any number; each line leaves the last column free, in which some terminals wrap
 */
export function progressLines(standing: Standing, look: Look): readonly string[] {
  const room = look.width - 1;
  const { share, total, done, failed, left } = standing;
  const percent = share === null ? null : `${Math.min(99, Math.floor(100 * share))}%`;
  const count = total === null ? `${grouped(done)} read` : total === 1 ? null : `${grouped(done)}/${grouped(total)}`;
  const lost = failed === 0 ? null : `${grouped(failed)} failed`;
  const time = left === null ? null : `${clockOf(left)} left`;
  if (percent === null && count === null) return oneFile(standing, look);

  const facts = (...given: readonly (string | null)[]): string => given.filter((one) => one !== null).join('  ');
  const whole = facts(percent, count, lost, time);
  const bar = barLength(room - displayWidth(` ${LABEL}    ${whole}`));
  const bare = barLength(room - displayWidth(`   ${whole}`));
  const lines = [
    bar === null || share === null ? ` ${LABEL}  ${whole}` : ` ${LABEL}  ${drawn(share, bar, look)}  ${whole}`,
    bare === null || share === null ? whole : ` ${drawn(share, bare, look)}  ${whole}`,
    whole,
    facts(percent, count, lost),
    facts(percent, count),
    facts(count ?? percent),
    facts(percent),
  ];
  // Without a bar the label tells more than the percentage of something.
  const wanted = share === null || bar !== null ? lines : lines.slice(1);
  const first = wanted.find((line) => displayWidth(line) <= room) ?? '';
  if (first === '') return [];
  const second = look.width < TWO_LINES ? null : fileLine(standing, look, look.width < INDENTED ? 1 : 10);
  return second === null ? [first] : [first, second];
}

/** A single input of which nothing is known but its name. */
function oneFile(standing: Standing, look: Look): readonly string[] {
  const line = fileLine(standing, look, LABEL.length + 3);
  if (line !== null && look.width >= TWO_LINES) return [` ${LABEL}${line.slice(LABEL.length + 1)}`];
  return displayWidth(LABEL) < look.width ? [LABEL] : [];
}

/** The input that is read, its beginning left out where there is no room for all of it; null where there is for none. */
function fileLine({ name, page }: Standing, look: Look, indent: number): string | null {
  if (name === null) return null;
  const where = page === null ? '' : `  p. ${page.page} of ${page.count}${page.isPicture ? ', from its picture' : ''}`;
  const short = ending(harmless(name), look.width - 1 - indent - displayWidth(where), look);
  return short === null ? null : `${' '.repeat(indent)}${short}${where}`;
}

/** The text, or as much of its end as fits after an ellipsis: the end of a path says most. */
function ending(text: string, room: number, look: Look): string | null {
  if (displayWidth(text) <= room) return text;
  const mark = sign('ellipsis', look);
  const kept: string[] = [];
  let left = room - mark.length;
  for (const character of characters(text).reverse()) {
    left -= displayWidth(character);
    if (left < 0) break;
    kept.unshift(character);
  }
  return kept.length < 4 ? null : mark + kept.join('');
}

const barLength = (room: number): number | null => (room < SHORTEST_BAR ? null : Math.min(room, LONGEST_BAR));

/** A bar of exactly so many columns; in ASCII the brackets show where it ends. */
function drawn(share: number, length: number, { ascii }: Look): string {
  const full = ascii ? length - 2 : length;
  const bar = pad(barOf(Math.min(share, 1), full, ascii), full);
  return ascii ? `[${bar}]` : bar;
}

/** Seconds as `0:14`, `12:05` or `1:02:00`. */
function clockOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
