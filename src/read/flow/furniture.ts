/** Running heads, running feet and page numbers in a text: lines that come again on every page. */

/** A line of the document that is not blank. */
export interface LineAt {
  readonly start: number;
  readonly end: number;
}

/** The longest line that can be furniture. */
const LONGEST = 120;
/** How often a line must come again. */
const FEWEST = 3;
/** Page numbers stand at least this far apart, in characters; closer ones are a column of figures. */
const SHORTEST_PAGE = 400;
const LONGEST_PAGE = 15_000;

const NUMBER = /^(?:[-–—|[(]\s?)?(?:page\s)?(\d{1,4})(?:\s?(?:of|\/)\s?\d{1,4})?(?:\s?[-–—|\])])?$/i;

/**
 * The lines that are page furniture.
 * Three signs count: a page number that goes up by one or two from page to page, alone on its line; a line that comes
 * again at least three times with numbers that go up; a line that comes again at least three times, mostly right beside
 * one of these or a form feed.
 * @param text the document's text
 * @param lines its lines without surrounding space, blank lines left out
 * @returns the `start` of every line that is furniture
 */
export function findFurniture(text: string, lines: readonly LineAt[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (lines.length < 2 * FEWEST) return found;
  const numbers: { line: LineAt; value: number }[] = [];
  const counts = new Map<string, number>();
  const shapeOfLine = lines.map((line) => {
    if (line.end - line.start > LONGEST) return null;
    const printed = text.slice(line.start, line.end);
    const hasNumber = lastNumber(printed) >= 0;
    if (hasNumber && NUMBER.test(printed)) numbers.push({ line, value: Number(NUMBER.exec(printed)?.[1]) });
    const shape = hasNumber ? printed.replace(/\d+/g, '#').replace(/\s+/g, ' ') : printed;
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    return shape;
  });
  /** The places of the shapes that come again often enough; those of most lines do not. */
  const shapes = new Map<string, Place[]>();
  lines.forEach((line, index) => {
    const shape = shapeOfLine[index] ?? null;
    if (shape === null || (counts.get(shape) ?? 0) < FEWEST) return;
    group(shapes, shape).push({ line, index, value: lastNumber(text.slice(line.start, line.end)) });
  });
  const pages = withoutYears(text, numbers);
  for (const line of pageNumbers(pages)) found.add(line.start);
  for (const line of numbersAtEdges(text, pages, lines)) found.add(line.start);
  for (const [shape, places] of shapes) {
    if (!shape.includes('#') || !/[\p{L}]{3}/u.test(shape)) continue;
    if (ascends(places.map((place) => place.value)) && isSpread(places.map((place) => place.line.start))) {
      for (const place of places) found.add(place.line.start);
    }
  }
  const recurring = [...shapes].filter(([shape]) => shape.length >= 3);
  for (const [shape, places] of recurring.flatMap(([shape, all]) => alike(text, shape, all))) {
    if (places.length < FEWEST || shape.length < 3) continue;
    const beside = places.filter(({ index, line }) => {
      const before = lines[index - 1];
      const after = lines[index + 1];
      if (before !== undefined && (found.has(before.start) || text.slice(before.end, line.start).includes('\f')))
        return true;
      return after !== undefined && (found.has(after.start) || text.slice(line.end, after.start).includes('\f'));
    });
    if (beside.length >= FEWEST && beside.length * 3 >= places.length * 2) {
      for (const place of beside) found.add(place.line.start);
    }
  }
  return found;
}

const isYear = (value: number): boolean => value >= 1600 && value <= 2100;

/** Numbers without the years that head the sections of a chronicle: the text speaks of such years elsewhere, too. */
function withoutYears<N extends { readonly value: number }>(text: string, numbers: readonly N[]): readonly N[] {
  const years = numbers.filter(({ value }) => isYear(value));
  if (years.length === 0) return numbers;
  const counts = new Map<number, number>();
  for (const [word] of text.matchAll(/\b\d{4}\b/g)) counts.set(Number(word), (counts.get(Number(word)) ?? 0) + 1);
  const alone = new Map<number, number>();
  for (const { value } of years) alone.set(value, (alone.get(value) ?? 0) + 1);
  const told = years.filter(({ value }) => (counts.get(value) ?? 0) > (alone.get(value) ?? 0));
  return told.length * 2 >= years.length ? numbers.filter(({ value }) => !isYear(value)) : numbers;
}

/** The lines of the longest run of page numbers that go up by one or two at the distance of pages. */
export function pageNumbers(numbers: readonly { line: LineAt; value: number }[]): readonly LineAt[] {
  const best = numbers.map(() => 1);
  const previous = numbers.map(() => -1);
  let last = -1;
  numbers.forEach(({ line, value }, i) => {
    for (let j = i - 1; j >= 0 && j >= i - 40; j--) {
      const other = numbers[j];
      if (other === undefined) continue;
      const step = value - other.value;
      const distance = line.start - other.line.start;
      if (distance > 2 * LONGEST_PAGE) break;
      if (step < 1 || step > 2 || distance < SHORTEST_PAGE * step) continue;
      const length = (best[j] ?? 1) + 1;
      if (length <= (best[i] ?? 1)) continue;
      best[i] = length;
      previous[i] = j;
    }
    if ((best[i] ?? 0) > (best[last] ?? 0)) last = i;
  });
  if ((best[last] ?? 0) < FEWEST) return [];
  const lines: LineAt[] = [];
  for (let i = last; i >= 0; i = previous[i] ?? -1) {
    const number = numbers[i];
    if (number !== undefined) lines.push(number.line);
  }
  return lines;
}

/** A running head that text was run into has so many characters and words. */
const SHORTEST_HEAD = 15;
const FEWEST_WORDS = 3;

/**
 * Running heads that a converter has run into the first line of the page's text: a line that stands alone at least twice,
 * and begins at least three others, most of them right after furniture or a form feed.
 * @param furniture what `findFurniture` gives for the same lines
 * @returns for the `start` of each such line, how many characters the head has; all of them for the head alone at the top
 * of a page
 */
export function headsBeforeText(
  text: string,
  lines: readonly LineAt[],
  furniture: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const alone = new Map<string, number>();
  for (const { start, end } of lines) {
    if (end - start < SHORTEST_HEAD || end - start > LONGEST) continue;
    const printed = text.slice(start, end);
    alone.set(printed, (alone.get(printed) ?? 0) + 1);
  }
  const heads = new Set<string>();
  for (const [head, count] of alone) if (count > 1 && head.split(' ').length >= FEWEST_WORDS) heads.add(head);
  /** How heads begin: few other lines begin alike. */
  const beginnings = new Set([...heads].map((head) => head.slice(0, SHORTEST_HEAD)));
  const found = new Map<string, { readonly start: number; readonly isAtTop: boolean }[]>();
  const tops = new Map<string, number[]>();
  lines.forEach(({ start, end }, index) => {
    if (!beginnings.has(text.slice(start, start + SHORTEST_HEAD))) return;
    const head = longestHead(text.slice(start, Math.min(end, start + LONGEST + 1)), heads);
    if (head === null) return;
    const before = lines[index - 1];
    const isAtTop = before === undefined || furniture.has(before.start) || text.slice(before.end, start).includes('\f');
    if (end - start > head.length) group(found, head).push({ start, isAtTop });
    else if (isAtTop && before !== undefined) group(tops, head).push(start);
  });
  const lengths = new Map<number, number>();
  for (const [head, places] of found) {
    const atTop = places.filter(({ isAtTop }) => isAtTop).length;
    if (atTop < FEWEST || atTop * 2 < places.length || !isSpread(places.map(({ start }) => start))) continue;
    for (const { start } of places) lengths.set(start, head.length);
    for (const start of tops.get(head) ?? []) lengths.set(start, head.length);
  }
  return lengths;
}

/** The longest of the heads that a line is, or begins with before a space; null for none. */
function longestHead(line: string, heads: ReadonlySet<string>): string | null {
  let end = line.length;
  while (end >= SHORTEST_HEAD) {
    const head = line.slice(0, end);
    if (heads.has(head)) return head;
    end = line.lastIndexOf(' ', end - 1);
  }
  return null;
}

/** The list of a key, a new one where there is none. */
function group<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

/** A line that comes again and where it stands. */
interface Place {
  readonly line: LineAt;
  readonly index: number;
  readonly value: number;
}

/** The places of a shape, by what is printed there: `Plan 2025/26` comes again with its numbers as they are. */
function alike(text: string, shape: string, places: readonly Place[]): (readonly [string, readonly Place[]])[] {
  if (!shape.includes('#')) return [[shape, places]];
  const same = new Map<string, Place[]>();
  for (const place of places) {
    const printed = text.slice(place.line.start, place.line.end);
    if (!/\p{L}{3}/u.test(printed)) continue;
    const known = same.get(printed);
    if (known === undefined) same.set(printed, [place]);
    else known.push(place);
  }
  return [...same];
}

/** Numbers alone on the first or last line between form feeds that go up with the pages. */
function numbersAtEdges(
  text: string,
  numbers: readonly { line: LineAt; value: number }[],
  lines: readonly LineAt[],
): readonly LineAt[] {
  if (!text.includes('\f')) return [];
  const edges = new Map<number, number>();
  let page = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && text.slice(before.end, line.start).includes('\f')) {
      edges.set(before.start, page);
      page++;
      edges.set(line.start, page);
    }
  });
  const last = lines.at(-1);
  if (last !== undefined) edges.set(last.start, page);
  /** By how far the number is ahead of the page, the lines. */
  const ahead = new Map<number, LineAt[]>();
  for (const { line, value } of numbers) {
    const own = edges.get(line.start);
    if (own === undefined) continue;
    const same = ahead.get(value - own);
    if (same === undefined) ahead.set(value - own, [line]);
    else same.push(line);
  }
  return [...ahead.values()].filter((same) => same.length >= FEWEST).flat();
}

/** Whether the numbers of a line that comes again go up like page numbers. */
function ascends(values: readonly number[]): boolean {
  let up = 0;
  for (let i = 1; i < values.length; i++) {
    const step = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (step >= 1 && step <= 4) up++;
  }
  return up * 5 >= (values.length - 1) * 4;
}

/** Whether places lie as far apart as pages do. */
function isSpread(places: readonly number[]): boolean {
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  return last - first >= SHORTEST_PAGE * (places.length - 1);
}

/** The last number in a line, or -1. */
function lastNumber(printed: string): number {
  let end = printed.length;
  while (end > 0 && !isDigit(printed.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isDigit(printed.charCodeAt(start - 1))) start--;
  return start === end ? -1 : Number(printed.slice(Math.max(start, end - 6), end));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
