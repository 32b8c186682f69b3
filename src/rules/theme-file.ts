/** Checks the form of theme packs. */
import * as v from 'valibot';
import { PmedError } from '../model/fault.ts';
import type { PackFile } from './pack.ts';
import { compileThemes, type ThemeFile, TIERS } from './themes.ts';

const termList = v.optional(v.array(v.string()), []);

const ThemeSourceSchema = v.strictObject({
  id: v.string(),
  label: v.string(),
  facet: v.picklist(['lens', 'sector']),
  description: v.string(),
  terms: v.strictObject({ strong: termList, medium: termList, weak: termList }),
  masks: termList,
  finds: termList,
  ignores: termList,
});

const ThemeFileSchema = v.object({
  file: v.string(),
  pack: v.literal('themes'),
  scheme: v.string(),
  masks: termList,
  themes: v.array(ThemeSourceSchema),
});

/**
 * A theme file of a pack in its typed form.
 * @throws {PmedError} PMED-C305 where it is not of the expected shape, a theme has no terms, an id is there twice or a
 *   term cannot be looked up
 */
export function readThemeFile(file: PackFile): ThemeFile {
  const refuse = (message: string) =>
    new PmedError(`${file.file}: ${message}`, {
      code: 'PMED-C305',
      exitCode: 2,
      hint: 'See the form of theme packs in CONTRIBUTING.md.',
    });
  const parsed = v.safeParse(ThemeFileSchema, file);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw refuse(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const seen = new Set<string>();
  for (const { id, terms } of parsed.output.themes) {
    if (seen.has(id)) throw refuse(`the theme '${id}' is there twice`);
    seen.add(id);
    if (TIERS.every((tier) => terms[tier].length === 0)) throw refuse(`the theme '${id}' has no terms`);
  }
  try {
    compileThemes([parsed.output]);
  } catch (error) {
    if (error instanceof RangeError) throw refuse(error.message);
    throw error;
  }
  return parsed.output;
}
