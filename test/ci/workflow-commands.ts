/** Reads lines as the runner of GitHub Actions reads them: commands, their properties and their message, unescaped. */

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

/** @param all whether colons and commas are escaped too, as in properties */
function unescaped(text: string, all: boolean): string {
  const known = all ? ESCAPES : ESCAPES.filter(([code]) => code !== '%3A' && code !== '%2C');
  return known.reduce((rest, [code, character]) => rest.replaceAll(code, character), text);
}

/** The command of a line; null where the runner takes it for output like any other. */
export function commandOf(line: string): Command | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const info = text.slice(2, end);
  const space = info.indexOf(' ');
  const properties = (space < 0 ? '' : info.slice(space + 1)).split(',').filter((each) => each !== '');
  return {
    name: space < 0 ? info : info.slice(0, space),
    properties: Object.fromEntries(
      properties.map((each) => {
        const equals = each.indexOf('=');
        return [each.slice(0, equals), unescaped(each.slice(equals + 1), true)];
      }),
    ),
    message: unescaped(text.slice(end + 2), false),
  };
}

/** The lines of a log as the runner splits them. */
export const linesOf = (log: string): string[] => log.replace(/\n$/, '').split(/\r\n|\r|\n/);
