/** pdfjs, loaded when the first PDF is read, and kept quiet. */
import { createRequire } from 'node:module';
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

/** pdfjs-dist, imported once. */
export function loadPdfjs(): Promise<LoadedPdfjs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LoadedPdfjs> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  prepareGlobals(createRequire(entry));
  return {
    pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs'),
    folder: dirname(require.resolve('pdfjs-dist/package.json')),
  };
}

/** pdfjs makes a `DOMMatrix` while it loads, and takes the class from the optional canvas package, which may be absent. */
function prepareGlobals(require: NodeJS.Require): void {
  if ('DOMMatrix' in globalThis) return;
  try {
    require('@napi-rs/canvas');
  } catch {
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
      if (!(name in globalThis))
        Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
    }
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
