/** Page numbers as people list them: `3, 17-26`. */

/** @param pages ascending */
export function listPages(pages: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < pages.length; at++) {
    const from = pages[at] ?? 0;
    while (pages[at + 1] === (pages[at] ?? 0) + 1) at++;
    const to = pages[at] ?? 0;
    parts.push(to === from ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}-${to}`);
  }
  return parts.length > 40 ? `${parts.slice(0, 40).join(', ')}, ...` : parts.join(', ');
}
