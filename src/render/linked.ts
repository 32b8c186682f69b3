/** Places on the screen that link to where they are, on terminals that can. */
import type { Evidence } from '../model/report.ts';
import { place, placesIn } from './place.ts';
import type { ScreenOptions, Spot } from './screen.ts';

type Placed = Pick<Evidence, 'page' | 'pageLabel' | 'line'>;
/** Null where there is nothing to link to. */
export type Source = Spot['document'] | null;
type Linking = Pick<ScreenOptions, 'link'>;

/** Words that link to where evidence stands. */
export function linked(words: string, { page }: Pick<Placed, 'page'>, source: Source, { link }: Linking): string {
  return source === null ? words : link(words, { document: source, page });
}

/** `p. 12` or `l. 17`, as `place` has it. */
export const linkedPlace = (evidence: Placed, source: Source, screen: Linking): string =>
  linked(place(evidence), evidence, source, screen);

/** `p. 3, 7, 12 and 4 more`, each of them a link. */
export const linkedPlaces = (evidence: readonly Placed[], most: number, source: Source, screen: Linking): string =>
  placesIn(evidence, most, (words, own) => linked(words, own, source, screen));
