/** The Wilson score interval of a share. */

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/**
 * 95 % interval of the share `successes / trials`, rounded to six decimals; [0, 1] where there are no trials. Unlike the
 * normal one it stays within 0 and 1 and holds for shares near them. It takes the trials as independent; passages are not
 * quite, see `designEffect`. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22 (1927), 209-212.
 */
export function wilson(successes: number, trials: number): [number, number] {
  if (trials === 0) return [0, 1];
  const share = successes / trials;
  const square = Z * Z;
  const centre = share + square / (2 * trials);
  const half = Z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const whole = 1 + square / trials;
  const round = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1_000_000) / 1_000_000;
  return [round((centre - half) / whole), round((centre + half) / whole)];
}
