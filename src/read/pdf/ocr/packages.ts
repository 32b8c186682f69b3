/** The packages that pages are read from their pictures with: whether they are there, and what to do where they are not. */
import { createRequire } from 'node:module';
import { PmedError } from '../../../model/fault.ts';

const require = createRequire(import.meta.url);

const INSTALL = 'Install them beside pmed (with -g if pmed was):  npm install tesseract.js@7 @tesseract.js-data/eng';

/**
 * Sees to it that pages can be read from their pictures. The packages are not part of a plain installation: they weigh
 * 64 MB, two thirds of all the rest, and few documents are scans.
 * @throws PmedError (exit 2) PMED-U013 that says what to install
 */
export function checkOcr(): void {
  const missing = [
    ...(finds(() => require.resolve('tesseract.js/package.json')) ? [] : ['tesseract.js']),
    ...(finds(() => require.resolve('@tesseract.js-data/eng/package.json')) ? [] : ['@tesseract.js-data/eng']),
  ];
  if (missing.length > 0) {
    const are = missing.length === 1 ? 'is' : 'are';
    throw unready(
      `reading pages from their pictures (--ocr) needs ${missing.join(' and ')}, which ${are} not installed.`,
      INSTALL,
    );
  }
  const { version }: { readonly version: unknown } = require('tesseract.js/package.json');
  if (!String(version).startsWith('7.')) {
    throw unready(`reading pages from their pictures (--ocr) needs tesseract.js 7; installed is ${version}.`, INSTALL);
  }
  if (!finds(loadCanvas)) {
    throw unready(
      'reading pages from their pictures (--ocr) needs the binary part of @napi-rs/canvas, which is not installed.',
      'It comes with pmed unless optional packages are left out:  npm install pmed --include=optional',
    );
  }
}

/** What draws pages: a part of what pdf-parse needs, with a binary for each platform. @throws Error where it is absent */
export function loadCanvas(): typeof import('@napi-rs/canvas') {
  return createRequire(require.resolve('pdf-parse'))('@napi-rs/canvas');
}

/** The folder of the English data: the small and exact set, which recognition by neural nets needs alone. */
export function languageFolder(): string {
  return require.resolve('@tesseract.js-data/eng/package.json').replace(/package\.json$/, '4.0.0_best_int');
}

function finds(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch {
    return false;
  }
}

function unready(message: string, hint: string): PmedError {
  return new PmedError(message, { code: 'PMED-U013', exitCode: 2, hint });
}
