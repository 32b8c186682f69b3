/** Where a sentence belongs in the other version, judged by the matched sentences around it. */

/** What the matches so far say about where the others belong. */
export interface Context {
  /** 1 where the pair stands just between the same neighbours, falling to 0 four sentences off. */
  readonly nearness: (left: number, right: number) => number;
  /** Where in the new version an old unit is expected, judged by the matched neighbour before and after it. */
  readonly expected: (left: number) => readonly number[];
}

/** Reads the matches so far. @param found the new unit of each matched old one; @param olds, news how many units there are */
export function contextOf(found: ReadonlyMap<number, number>, olds: number, news: number): Context {
  const forth = neighbours(found, olds, news);
  const back = neighbours(new Map([...found].map(([left, right]) => [right, left])), news, olds);
  const near = (expected: readonly number[], at: number) =>
    Math.max(0, ...expected.map((place) => 1 - Math.abs(place - at) / 4));
  return {
    nearness: (left, right) => (near(forth[left] ?? [], right) + near(back[right] ?? [], left)) / 2,
    expected: (left) => forth[left] ?? [],
  };
}

/** For each unit of one side, its place on the other side if it kept its distance to the matched unit before and after it. */
function neighbours(found: ReadonlyMap<number, number>, length: number, other: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length }, () => []);
  let at = -1;
  let to = -1;
  for (let index = 0; index < length; index++) {
    const match = found.get(index);
    if (match === undefined) places[index]?.push(to + (index - at));
    else {
      at = index;
      to = match;
    }
  }
  at = length;
  to = other;
  for (let index = length - 1; index >= 0; index--) {
    const match = found.get(index);
    if (match === undefined) places[index]?.push(to - (at - index));
    else {
      at = index;
      to = match;
    }
  }
  return places;
}
