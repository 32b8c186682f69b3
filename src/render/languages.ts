/** Languages by name, for the screen. */

const names: Readonly<Record<string, string>> = { en: 'English', cy: 'Welsh', fr: 'French', de: 'German' };

/** `en` as `English`; a tag without a name as it is. */
export function languageOf(tag: string): string {
  return names[tag] ?? tag;
}
