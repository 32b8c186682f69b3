/** The one function that `distance.ts` takes from natural, which ships no types for its parts. */
declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  interface Options {
    readonly restricted?: boolean;
  }
  const distances: { DamerauLevenshteinDistance(one: string, other: string, options?: Options): number };
  export default distances;
}
