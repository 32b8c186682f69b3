/** A line or two on stderr that say how far the work is. They are taken away before anything else is said. */

export interface StatusLine {
  /** Draws the lines over those before. The cursor waits at their start, so that whatever is printed stands over them. */
  readonly show: (lines: readonly string[]) => void;
  /** Takes them away. */
  readonly clear: () => void;
  /** To be called before a text is printed on the same terminal: nothing is drawn behind an unfinished line. */
  readonly make: (printed: string) => void;
}

const START_OF_LINE = '\r';
const ERASE_REST_OF_LINE = '\u001b[K';
const ERASE_REST_OF_SCREEN = '\u001b[J';

/** @param write to the terminal */
export function statusLine(write: (text: string) => void): StatusLine {
  let isShown = false;
  let isHeld = false;
  const clear = (): void => {
    if (isShown) write(START_OF_LINE + ERASE_REST_OF_SCREEN);
    isShown = false;
  };
  return {
    show(lines) {
      if (isHeld || lines.length === 0) return;
      const drawn = lines.map((line) => line + ERASE_REST_OF_LINE).join('\r\n');
      const back = lines.length > 1 ? `\u001b[${lines.length - 1}A` : '';
      write(`${START_OF_LINE}${drawn}${ERASE_REST_OF_SCREEN}${START_OF_LINE}${back}`);
      isShown = true;
    },
    clear,
    make(printed) {
      clear();
      if (printed !== '') isHeld = !printed.endsWith('\n');
    },
  };
}

/** That of this process. */
export const stderrLine: StatusLine = statusLine((text) => process.stderr.write(text));

/** Writes a text to stderr where nothing is drawn. */
export function say(text: string): void {
  stderrLine.clear();
  process.stderr.write(text);
}
