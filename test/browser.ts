/** A browser for tests and pictures: an installed Chromium without a window, driven by playwright. Nothing is downloaded. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  /** Of the window, in pixels of the screen. */
  readonly width: number;
  readonly height?: number;
  readonly scheme: 'light' | 'dark';
  readonly hasScripts: boolean;
  /** How far the page is zoomed in, as by Ctrl +: 2 is 200 %. */
  readonly zoom?: number;
  /** Whether the system puts its own few colours in place of the page's, as Windows' high contrast does. */
  readonly hasForcedColours?: boolean;
  /** Whether it is laid out as if printed. */
  readonly isPrinted?: boolean;
}

export interface Tab {
  /** Looks at the same page in another window and by other colours; what it holds and whether scripts run stays. */
  readonly resize: (look: Pick<Look, 'width' | 'height' | 'scheme'>) => Promise<void>;
  /** The value of an expression in the page, which must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Clicks, with the mouse, the first element that a CSS selector finds; fails where it cannot be reached. */
  readonly click: (selector: string) => Promise<void>;
  /** Puts words into a field, as if typed. */
  readonly fill: (selector: string, words: string) => Promise<void>;
  /** Presses a key of the keyboard, such as `Enter`, `Tab` or `Alt+ArrowLeft`. */
  readonly press: (key: string) => Promise<void>;
  /** Goes back to where the page was before the last link. */
  readonly back: () => Promise<void>;
  /** A PNG of the window, or of the whole page. */
  readonly screenshot: (of?: 'window' | 'page') => Promise<Uint8Array>;
  /** A PDF of the page as printed on A4. */
  readonly pdf: () => Promise<Uint8Array>;
  /** What the page asked for and the browser complained of since it was opened. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Browser {
  /** Opens a file, and waits until it is shown. */
  readonly open: (path: string, look: Look) => Promise<Tab>;
  readonly close: () => Promise<void>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a browser: `PMED_CHROMIUM`, else the first that `PATH` has; null, told on stderr, where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const given = process.env.PMED_CHROMIUM;
  const found = (given === undefined ? paths : [given]).find(isProgram) ?? null;
  if (found === null)
    process.stderr.write('Not tried in a browser: no Chromium on PATH. PMED_CHROMIUM may say where one is.\n');
  return found;
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
export async function startBrowser(path: string): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: path, args: ['--font-render-hinting=none'] });
  return {
    async open(file, { width, height = 800, scheme, hasScripts, zoom = 1, hasForcedColours, isPrinted }) {
      const context = await browser.newContext({
        viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
        deviceScaleFactor: zoom,
        colorScheme: scheme,
        javaScriptEnabled: hasScripts,
        forcedColors: hasForcedColours ? 'active' : 'none',
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      const page = await context.newPage();
      if (isPrinted) await page.emulateMedia({ media: 'print' });
      return openTab(page, file);
    },
    close: () => browser.close(),
  };
}

async function openTab(page: Page, file: string): Promise<Tab> {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
  return {
    async resize({ width, height = 800, scheme }) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
    },
    requests,
    complaints,
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector, { timeout: 10_000 }),
    fill: (selector, words) => page.fill(selector, words, { timeout: 10_000 }),
    press: (key) => page.keyboard.press(key),
    back: async () => void (await page.goBack()),
    screenshot: (of = 'window') => page.screenshot({ fullPage: of === 'page', scale: 'device' }),
    pdf: () => page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
    close: () => page.context().close(),
  };
}
