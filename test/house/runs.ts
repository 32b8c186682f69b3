/** Whether a regular expression takes time that grows with the square of a run in the text, as far as its form shows. */

/** What stands in one place of a pattern: a set of characters, a group, or an edge that takes none (`^`, `\b`, `(?=…)`). */
interface Piece {
  readonly set: RegExp | null;
  readonly alternatives: readonly (readonly Piece[])[];
  /** As written; of edges only. */
  readonly edge: string | null;
  readonly min: number;
  readonly max: number;
}

/** Characters by which sets are compared. */
const SAMPLES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'\u00a0\u00adÉéß€£§¶©•·–—…’“”ΩлЖ中٣↑\u2028\uf0b7',
];
const ATOM =
  /(?<open>\((?:\?(?:<?[=!]|:|<\w+>))?)|(?<edge>[$^]|\\[bB]|\\\d|\\k<\w+>)|(?<set>\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\.|[^|)])/suy;
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

/**
 * Why a pattern may be slow; null where its form shows no reason. Three forms are: a run that the search begins anew in
 * at each of its characters (`\s+$`), two runs that share their characters (`\s*(?:and)?\s*$`), and a run of runs
 * (`(?:a+)+`), each where something must follow that may be missing. Runs within bounds count as constant.
 * @param source what stands between the slashes
 */
export function slowness(source: string, flags: string): string | null {
  let at = 0;
  const alternatives = readAlternatives();
  for (const each of alternatives) {
    const reason = slownessOf(each, [], false);
    if (reason !== null) return reason;
  }
  return null;

  function readAlternatives(): Piece[][] {
    const read: Piece[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        read.push([]);
      } else read.at(-1)?.push(readPiece());
    }
    return read;
  }

  function readPiece(): Piece {
    ATOM.lastIndex = at;
    const { open, edge, set } = ATOM.exec(source)?.groups ?? {};
    at = ATOM.lastIndex;
    let inner: Piece[][] = [];
    if (open !== undefined) {
      inner = readAlternatives();
      at++;
    }
    const around = open !== undefined && /[=!]/.test(open) ? open : null;
    TIMES.lastIndex = at;
    const times = TIMES.exec(source);
    if (times) at = TIMES.lastIndex;
    const [, sign, least, comma, most] = times ?? [];
    const min = sign === undefined ? Number(least ?? 1) : sign === '+' ? 1 : 0;
    const isOpen = sign === '*' || sign === '+' || (comma !== undefined && most === '');
    return {
      set: set === undefined ? null : new RegExp(`^(?:${set})$`, flags.replace(/[gymd]/g, '')),
      alternatives: inner,
      edge: edge ?? around,
      min,
      max: isOpen ? Number.POSITIVE_INFINITY : Number(sign === '?' ? 1 : most || least || 1),
    };
  }

  /** @param before what stands before the pieces, @param isFollowed whether something must come after them */
  function slownessOf(pieces: readonly Piece[], before: readonly Piece[], isFollowed: boolean): string | null {
    for (const [index, piece] of pieces.entries()) {
      const earlier = [...before, ...pieces.slice(0, index)];
      const mustFollow = isFollowed || pieces.slice(index + 1).some(isNeeded);
      const { set } = piece;
      if (set !== null && piece.max === Number.POSITIVE_INFINITY && mustFollow) {
        if (!flags.includes('y') && earlier.every((each) => isWithin(each, set)))
          return 'a search begins anew in a run';
        if (endsInRun(earlier, set)) return 'two runs share their characters';
      }
      const isLoop = piece.max === Number.POSITIVE_INFINITY;
      for (const each of piece.alternatives) {
        const isRunOfRuns = each.some(
          ({ set: own, max }) => max === Number.POSITIVE_INFINITY && own !== null && isAllWithin(each, own),
        );
        if (isLoop && isRunOfRuns && mustFollow) return 'a run of runs';
        const reason = slownessOf(each, earlier, piece.edge === null && mustFollow);
        if (reason !== null) return reason;
      }
    }
    return null;
  }

  /** Whether a place before a run can lie inside it: then it does not keep the search from beginning there. */
  function isWithin({ set, alternatives, edge, min }: Piece, run: RegExp): boolean {
    if (edge === '\\b') return sharesWords(run);
    if (edge === '^') return flags.includes('m') && run.test('\n');
    if (edge !== null) return !edge.startsWith('(?<');
    return min === 0 || (set === null ? alternatives.some((each) => isAllWithin(each, run)) : overlap(set, run));
  }

  function isAllWithin(pieces: readonly Piece[], run: RegExp): boolean {
    return pieces.every((piece) => isWithin(piece, run));
  }

  /**
   * Whether pieces may end in another run of some of the same characters, with nothing between the two that tells where
   * the one ends.
   */
  function endsInRun(pieces: readonly Piece[], run: RegExp, after: readonly Piece[] = []): boolean {
    for (const [index, piece] of [...pieces.entries()].reverse()) {
      const { set, alternatives, edge, max } = piece;
      const between = [...pieces.slice(index + 1), ...after];
      if (set !== null && max === Number.POSITIVE_INFINITY && overlap(set, run) && isAllWithin(between, set))
        return true;
      if (edge === null && alternatives.some((each) => endsInRun(each, run, between))) return true;
      if (!isWithin(piece, run)) return false;
    }
    return false;
  }
}

function isNeeded({ edge, min }: Piece): boolean {
  return edge !== null || min > 0;
}

function overlap(a: RegExp, b: RegExp): boolean {
  return SAMPLES.some((each) => a.test(each) && b.test(each));
}

/** Whether a set has both letters of words and other characters, so that words begin inside its runs. */
function sharesWords(set: RegExp): boolean {
  const own = SAMPLES.filter((each) => set.test(each));
  return own.some((each) => /\w/.test(each)) && own.some((each) => /\W/.test(each));
}
