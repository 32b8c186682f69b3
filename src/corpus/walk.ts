/** The documents in a folder, and the files that a pattern with `*` and `?` names. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Extensions of the files that a folder stands for. */
const DOCUMENTS = new Set(['.pdf', '.docx', '.odt', '.fodt', '.epub', '.html', '.htm', '.md', '.markdown', '.txt']);

/**
 * All documents below a folder, sorted by path. Hidden files and folders, `node_modules`, and links are left out.
 * @throws what the disk throws for the folder itself; folders below it that cannot be read are reported to `unread`
 */
export function documentsIn(folder: string, unread: (path: string) => void): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of sorted(path)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const below = join(path, entry.name);
      if (entry.isFile() && DOCUMENTS.has(extension(entry.name))) found.push(below);
      if (!entry.isDirectory()) continue;
      try {
        visit(below);
      } catch {
        unread(below);
      }
    }
  };
  visit(folder);
  return found;
}

/** Whether the text has a wildcard: `*`, `?` or `**`. */
export function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Files that a pattern names, sorted; `**` stands for any number of folders, and hidden names need their dot typed. */
export function filesMatching(pattern: string): string[] {
  const parts = pattern.split(/[\\/]/);
  const isRooted = parts[0] === '';
  const found = new Set<string>();
  const visit = (folder: string, at: number): void => {
    const part = parts[at];
    if (part === undefined) return;
    const isLast = at === parts.length - 1;
    if (part === '' || part === '.' || part === '..' || !isPattern(part)) {
      const next = part === '' || part === '.' ? folder : join(folder, part);
      if (isLast) {
        if (sortedOrNone(folder).some((entry) => entry.name === part && !entry.isDirectory())) found.add(next);
      } else visit(next, at + 1);
      return;
    }
    if (part === '**') visit(folder, at + 1);
    for (const entry of sortedOrNone(folder)) {
      if (entry.name.startsWith('.') && !part.startsWith('.')) continue;
      const below = folder === '.' ? entry.name : join(folder, entry.name);
      if (part === '**') {
        if (entry.isDirectory()) visit(below, at);
        else if (isLast) found.add(below);
      } else if (matches(entry.name, part)) {
        if (isLast && !entry.isDirectory()) found.add(below);
        if (!isLast && entry.isDirectory()) visit(below, at + 1);
      }
    }
  };
  visit(isRooted ? '/' : '.', isRooted ? 1 : 0);
  return [...found].sort(byCodeUnit);
}

/** Whether a name is of a pattern with `*` and `?`: linear in practice, since only the last `*` is ever tried again. */
export function matches(name: string, pattern: string): boolean {
  let at = 0;
  let of = 0;
  let star = -1;
  let resume = 0;
  while (at < name.length) {
    if (of < pattern.length && (pattern[of] === '?' || pattern[of] === name[at]) && pattern[of] !== '*') {
      at++;
      of++;
    } else if (pattern[of] === '*') {
      star = of++;
      resume = at;
    } else if (star >= 0) {
      of = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[of] === '*') of++;
  return of === pattern.length;
}

function sorted(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
}

function sortedOrNone(folder: string) {
  try {
    return sorted(folder);
  } catch {
    return [];
  }
}

function extension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot).toLowerCase();
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
