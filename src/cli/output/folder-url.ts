/** Where one file lies as seen from another, for links that go on working when both are moved together. */
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';

/**
 * The URL of the folder of `path` as seen from that of `from`: empty for the same folder, else ending in `/`. Null where it
 * is not known, and for files that have but the root of the disk in common: such a link would tell of this machine alone.
 */
export function folderUrl(path: string | undefined, from: string | undefined): string | null {
  if (path === undefined || from === undefined) return null;
  const [target, base] = [dirname(resolve(path)), dirname(resolve(from))];
  const between = relative(base, target);
  if (between === '') return '';
  const steps = between.split(sep);
  const ups = steps.filter((step) => step === '..').length;
  const depth = base.slice(parse(base).root.length).split(sep).length;
  if (isAbsolute(between) || (ups > 0 && ups >= depth)) return null;
  return `${steps.map((step) => encodeURIComponent(step.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/')}/`;
}
