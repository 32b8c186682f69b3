/** Which signs a terminal shows, as its locale says. */

/**
 * Whether the locale of POSIX variables is one without UTF-8: `C`, `POSIX`, or of another character set. Where none is
 * set nothing is said against it: terminals have shown UTF-8 for longer than containers and schedulers have set locales.
 */
export function isWithoutUtf8(env: Readonly<Record<string, string | undefined>>): boolean {
  // An empty variable counts as none.
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale !== '' && !/\.utf-?8(?:@|$)/i.test(locale);
}
