/** File names in commands to paste: hints say the name that the user knows, in a form that a shell takes as one word. */

/** Stands for the file in hints of readers, which do not know what it is called. */
export const THIS_FILE = '{file}';

/** Characters that no shell acts on. */
const PLAIN = /^[\p{L}\p{N}_.,:@%+=/\\-]+$/u;
/** Characters that shells act on within double quotes. */
const ACTIVE = /["$`\\!]/;

/** A file name as one word of a command: quoted where it must be, and never taken for an option. */
export function shellWord(name: string): string {
  const legible = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  const safe = legible.startsWith('-') ? `./${legible}` : legible;
  if (PLAIN.test(safe)) return safe;
  return ACTIVE.test(safe) ? `'${safe.replaceAll("'", "'\\''")}'` : `"${safe}"`;
}

/** A hint with the file's name in its commands. */
export function hintFor(hint: string | null, name: string): string | null {
  return hint?.replaceAll(THIS_FILE, () => shellWord(name)) ?? null;
}

/**
 * A hint that names the file as the user typed it, for messages; results name it without its folders.
 * @param typed with folders, as `reports/2024.pdf`
 */
export function hintTyped(hint: string | null, typed: string): string | null {
  const bare = shellWord(typed.replace(/^.*[/\\]/s, ''));
  const whole = shellWord(typed);
  if (hint === null || bare === whole) return hint;
  // A command stands after two spaces, and the name in it is a word of its own.
  const [prose = '', ...commands] = hint.split('  ');
  return [prose, ...commands.map((command) => ` ${command} `.replaceAll(` ${bare} `, () => ` ${whole} `).trim())].join(
    '  ',
  );
}
