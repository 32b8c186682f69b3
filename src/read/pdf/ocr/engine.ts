/**
 * tesseract.js at work in the thread that calls it: pictures of pages to what is written on them. Only the part of the
 * package is used that works inside its threads, so that what it may do is settled here: it cannot use the network nor
 * write a file, and it calculates alike on all machines.
 */
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { languageFolder } from './packages.ts';

const require = createRequire(import.meta.url);

/** An engine that is ready. */
export interface Engine {
  /**
   * @param image a PNG
   * @param dpi its pixels to the inch of paper
   * @returns blocks of lines of words as tesseract.js gives them
   * @throws Error where the picture cannot be read
   */
  readonly recognise: (image: Uint8Array, dpi: number) => Promise<unknown>;
}

/** What the inner part of tesseract.js is told, and what it answers. */
interface Packet {
  readonly workerId: string;
  readonly jobId: string;
  readonly action: 'load' | 'loadLanguage' | 'initialize' | 'setParameters' | 'recognize';
  readonly payload: object;
}
interface Message {
  readonly status: 'resolve' | 'reject' | 'progress';
  readonly data: unknown;
}
interface Inside {
  readonly setAdapter: (adapter: object) => void;
  readonly dispatchHandlers: (packet: Packet, send: (message: Message) => void) => void;
}

/** Recognition by neural nets alone. */
const LSTM_ONLY = 1;
/** The engine looks for columns and pictures itself. */
const WHOLE_PAGES = '3';

/** Starts the engine with the English data; the packages have been found to be there. */
export async function openEngine(): Promise<Engine> {
  const inside: Inside = require('tesseract.js/src/worker-script');
  const { readCache }: { readonly readCache: unknown } = require('tesseract.js/src/worker-script/node/cache');
  const refuse = (): never => {
    throw new Error('pmed uses no network and writes no file');
  };
  inside.setAdapter({ getCore, gunzip: gunzipSync, readCache, fetch: refuse, writeCache: refuse, deleteCache: refuse });
  let jobs = 0;
  const ask = (action: Packet['action'], payload: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const packet = { workerId: 'pmed', jobId: String(jobs++), action, payload };
      inside.dispatchHandlers(packet, ({ status, data }) => {
        if (status === 'resolve') resolve(data);
        else if (status === 'reject') reject(new Error(String(data)));
      });
    });
  await ask('load', { options: { lstmOnly: true, logging: false } });
  await ask('loadLanguage', {
    langs: 'eng',
    options: { langPath: languageFolder(), cacheMethod: 'none', gzip: true, lstmOnly: true },
  });
  await ask('initialize', { langs: 'eng', oem: LSTM_ONLY, config: {} });
  await ask('setParameters', { params: { tessedit_pageseg_mode: WHOLE_PAGES } });
  return {
    async recognise(image, dpi) {
      await ask('setParameters', { params: { user_defined_dpi: String(Math.round(dpi)) } });
      const read = await ask('recognize', { image, options: {}, output: { text: false, blocks: true } });
      return typeof read === 'object' && read !== null && 'blocks' in read ? read.blocks : null;
    },
  };
}

/** The build for 128-bit vectors. The one for relaxed vectors is a little faster and rounds as each processor likes. */
async function getCore(): Promise<unknown> {
  const core: unknown = createRequire(require.resolve('tesseract.js'))('tesseract.js-core/tesseract-core-simd-lstm');
  return core;
}
