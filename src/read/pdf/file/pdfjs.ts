/** pdfjs, loaded when the first PDF is read, and kept quiet. */
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** The library and the folder that its character maps and standard fonts are in. */
export interface LoadedPdfjs {
  readonly pdfjs: Pdfjs;
  readonly folder: string;
}

let loading: Promise<LoadedPdfjs> | undefined;

/** The way that arrays grow, as Node has it. */
const nativePush = Array.prototype.push;

/** From the sources, as tests run them, one thread both reads and draws. */
const IN_SOURCES = import.meta.url.endsWith('.ts');

/**
 * pdfjs-dist, imported once in a thread.
 * @param draws whether pages will be drawn in this thread, and not only read
 */
export function loadPdfjs(draws = IN_SOURCES): Promise<LoadedPdfjs> {
  loading ??= load(draws);
  return loading;
}

async function load(draws: boolean): Promise<LoadedPdfjs> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  prepareGlobals(createRequire(entry), draws);
  return {
    pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs'),
    folder: dirname(require.resolve('pdfjs-dist/package.json')),
  };
}

/**
 * pdfjs makes a `DOMMatrix` while it loads, and takes the class from the optional canvas package, which may be absent, and
 * which takes a tenth of a second and 28 MB to load. Nothing that is only read needs it: it finds an empty one in its place.
 */
function prepareGlobals(require: NodeJS.Require, draws: boolean): void {
  if ('DOMMatrix' in globalThis) return;
  try {
    if (draws) {
      require('@napi-rs/canvas');
      return;
    }
    const place = require.resolve('@napi-rs/canvas');
    require.cache[place] ??= Object.assign(new Module(place), { loaded: true });
  } catch {
    // There is none.
  }
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
  }
}

/**
 * Gives arrays Node's own `push` back. The legacy build puts one written in JavaScript in its place, for the sake of
 * lengths that cannot be written, which nobody has; all that is then pushed anywhere takes several times as long: a tenth
 * of the reading of a document. It does so twice, the second time when the first document is opened.
 */
export function restorePush(): void {
  if (Array.prototype.push === nativePush) return;
  Object.defineProperty(Array.prototype, 'push', { value: nativePush, configurable: true, writable: true });
}

let quietCalls = 0;
let loud: Partial<Console> = {};

/** Runs `work` with the console silenced: pdfjs prints warnings of its own, and stdout belongs to the result. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  if (quietCalls++ === 0) {
    const { log, info, warn, error, debug } = console;
    loud = { log, info, warn, error, debug };
    const nothing = (): void => {};
    Object.assign(console, { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing });
  }
  try {
    return await work();
  } finally {
    if (--quietCalls === 0) Object.assign(console, loud);
  }
}
