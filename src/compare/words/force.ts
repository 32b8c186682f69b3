/** Words of force, by the strength that a sentence has at most by one of them (as the guideline ranks them): data only. */
export const HEDGES: ReadonlyMap<string, number> = new Map([
  ...'may might could would should can consider explore hope want wish aspire possibly ideally look'
    .split(' ')
    .map((word) => [word, 1] as const),
  ...'aim seek strive endeavour ambition try'.split(' ').map((word) => [word, 2] as const),
  ...'plan intend propose expect due scheduled'.split(' ').map((word) => [word, 3] as const),
]);
