/** Paths as services compare them with those of a repository, and as URIs. */

/**
 * A path without what says nothing: `.` segments, doubled slashes, and `..` after a folder's name.
 * @param path with forward slashes; `./docs//plan.md` gives `docs/plan.md`
 */
export function tidyPath(path: string): string {
  const root = /^\/{0,2}/.exec(path)?.[0] ?? '';
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (segment !== '..' || root === '') kept.push(segment);
  }
  return root + kept.join('/');
}

/** Whether a path is one below the folder that it is taken from. */
export const isBelow = (path: string): boolean => !isAbsolute(path) && path !== '..' && !path.startsWith('../');

/**
 * A path as a URI reference (RFC 3986): relative stays relative, everything else that has a meaning in a URI is
 * percent-encoded. A path from the root becomes a `file:` URI.
 */
export function uriOf(path: string): string {
  const encoded = path.split('/').map(encodedSegment).join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  if (path.startsWith('/')) return `file://${encoded}`;
  // The colon of a drive is part of the path, and encoded in no other place.
  if (isAbsolute(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return encoded;
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:\//.test(path);

const encodedSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
