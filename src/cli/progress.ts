/** One line on stderr that says how far the work is, for a person who waits. It is taken away before anything else is said. */

const START_OF_EMPTY_LINE = '\r\u001b[2K';
let isShown = false;

/** @param text shorter than a line of the terminal */
export function showProgress(text: string): void {
  process.stderr.write(`${START_OF_EMPTY_LINE}${text}`);
  isShown = true;
}

export function clearProgress(): void {
  if (isShown) process.stderr.write(START_OF_EMPTY_LINE);
  isShown = false;
}
