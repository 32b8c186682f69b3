/** A browser for tests, where one is installed: Chromium without a window, spoken to by its own protocol through pipes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly hasScripts: boolean;
}

export interface Tab {
  /** The value of an expression in the page, which must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** What the page asked for and the browser complained of since it was opened. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export interface Browser {
  /** Opens a file, and waits until it is shown. */
  readonly open: (path: string, look: Look) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

type Fields = Readonly<Record<string, unknown>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a browser: `PMED_CHROMIUM`, else the first that `PATH` has; null where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const given = process.env.PMED_CHROMIUM;
  return (given === undefined ? paths : [given]).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser at a path. */
export function startBrowser(path: string): Browser {
  const folder = mkdtempSync(join(tmpdir(), 'pmed-browser-'));
  const flags = ['--headless', '--no-sandbox', '--no-first-run', '--disable-gpu', '--remote-debugging-pipe'];
  const child = spawn(path, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const { send, listen } = protocol(child);
  return {
    async open(file, look) {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      if (typeof sessionId !== 'string') throw new Error('the browser gave no session');
      return openTab(file, look, (method, params) => send(method, params, sessionId), listen(sessionId));
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

type Send = (method: string, params?: Fields) => Promise<Fields>;
type Hear = (method: string, what: (params: Fields) => void) => void;

async function openTab(file: string, { width, scheme, hasScripts }: Look, send: Send, hear: Hear): Promise<Tab> {
  const requests: string[] = [];
  const complaints: string[] = [];
  hear('Network.requestWillBeSent', ({ request }) => requests.push(field(request, 'url')));
  hear('Runtime.exceptionThrown', ({ exceptionDetails }) => complaints.push(field(exceptionDetails, 'text')));
  hear('Log.entryAdded', ({ entry }) => complaints.push(field(entry, 'text')));
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
  await send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false });
  await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  await send('Emulation.setScriptExecutionDisabled', { value: !hasScripts });
  const loaded = new Promise<void>((resolve) => hear('Page.loadEventFired', () => resolve()));
  await send('Page.navigate', { url: pathToFileURL(file).href });
  await loaded;
  return {
    requests,
    complaints,
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true });
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return isFields(result) ? result.value : undefined;
    },
  };
}

/** Messages of the Chrome DevTools Protocol: JSON, each ended by a zero byte, answers told by their number. */
function protocol(child: ChildProcess) {
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable && output instanceof Readable)) throw new Error('the browser has no pipes');
  const waiting = new Map<number, { resolve: (result: Fields) => void; reject: (error: Error) => void }>();
  const listeners: { session: string; method: string; what: (params: Fields) => void }[] = [];
  let rest = Buffer.alloc(0);
  let last = 0;
  output.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString('utf8')));
      rest = rest.subarray(end + 1);
    }
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
  });
  const receive = (message: unknown): void => {
    if (!isFields(message)) return;
    const { id, result, error, method, params, sessionId } = message;
    if (typeof id === 'number') {
      const asker = waiting.get(id);
      waiting.delete(id);
      if (error !== undefined) asker?.reject(new Error(JSON.stringify(error)));
      else asker?.resolve(isFields(result) ? result : {});
      return;
    }
    for (const one of listeners)
      if (one.session === sessionId && one.method === method) one.what(isFields(params) ? params : {});
  };
  return {
    send: (method: string, params: Fields = {}, sessionId?: string): Promise<Fields> =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    listen:
      (session: string): Hear =>
      (method, what) =>
        listeners.push({ session, method, what }),
  };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function field(value: unknown, name: string): string {
  return isFields(value) ? String(value[name]) : '';
}
