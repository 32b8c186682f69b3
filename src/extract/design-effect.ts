/** How much less sure a theme's share is than that of independent passages: neighbours speak of the same. */

/** Passages a run: about as far as a text keeps to one thing. */
const RUN = 30;
/** Short texts are cut into at least so many runs. */
const FEWEST = 6;

/**
 * The design effect of a share: its variance over runs of passages, divided by that of as many independent passages; at
 * least 1, two decimals. Dividing numbers of passages by it gives those of independent ones that say as much. Linear.
 * Source: J. N. K. Rao and A. J. Scott, A simple method for the analysis of clustered binary data, Biometrics 48 (1992).
 * @param carrying which passages carry the theme, counted from 0 among those of the document
 * @param passages how many the document has
 */
export function designEffect(carrying: readonly number[], passages: number): number {
  const runs = Math.min(passages, Math.max(FEWEST, Math.round(passages / RUN)));
  const share = carrying.length / passages;
  if (runs < 2 || share <= 0 || share >= 1) return 1;
  const counts = new Float64Array(runs);
  for (const passage of carrying) {
    const run = Math.floor((passage * runs) / passages);
    counts[run] = (counts[run] ?? 0) + 1;
  }
  let squares = 0;
  counts.forEach((count, run) => {
    const length = Math.ceil(((run + 1) * passages) / runs) - Math.ceil((run * passages) / runs);
    squares += (count - share * length) ** 2;
  });
  const ofRuns = (squares * runs) / (runs - 1);
  return Math.max(1, Math.round((100 * ofRuns) / (passages * share * (1 - share))) / 100);
}
