/**
 * Takes the pictures of docs/gallery: pages that pmed writes of the fixtures, in a browser of a given size. Run by `npm run
 * gallery` after `npm run build`. Needs Chromium; with ImageMagick's `convert` colours go into a palette; with `pdftoppm`
 * there are pictures of paper, with LibreOffice of a workbook. What is missing is said, and its pictures stay as they are.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, findBrowser, type Look, startBrowser, type Tab } from './browser.ts';

const OLD = 'fixtures/northshire-2024.pdf';
const NEW = 'fixtures/northshire-2026.pdf';
const FOLDER = 'docs/gallery';

interface Picture {
  readonly name: string;
  readonly args: readonly string[];
  readonly look: Look;
  /** What is done before the picture is taken. */
  readonly prepare?: (tab: Tab) => Promise<unknown>;
}

const desk = { width: 1280, height: 1120, scheme: 'light', hasScripts: true } as const;
const dark = { ...desk, scheme: 'dark' } as const;
const phone = { width: 780, height: 1688, zoom: 2, scheme: 'light', hasScripts: true } as const;

const PICTURES: readonly Picture[] = [
  { name: 'report', args: ['analyse', OLD], look: desk },
  { name: 'report-dark', args: ['analyse', OLD], look: dark },
  { name: 'report-phone', args: ['analyse', OLD], look: phone },
  {
    name: 'report-table',
    args: ['analyse', OLD],
    look: { ...desk, height: 900 },
    prepare: async (tab) => {
      await tab.click('#commitments input[value=firm]');
      await tab.click('#C8 summary');
      await tab.evaluate("document.getElementById('commitments').scrollIntoView()");
    },
  },
  {
    name: 'report-text',
    args: ['analyse', OLD],
    look: { ...desk, height: 900 },
    prepare: async (tab) => {
      await tab.click('#C8 a[href="#C8-text"]:visible');
      await tab.evaluate('scrollBy(0, -380)');
    },
  },
  { name: 'diff', args: ['diff', OLD, NEW], look: desk },
  { name: 'diff-dark', args: ['diff', OLD, NEW], look: dark },
  { name: 'check', args: ['check', OLD], look: desk },
];

const work = mkdtempSync(join(tmpdir(), 'pmed-gallery-'));
const path = findBrowser();
if (path === null) process.exitCode = 1;
else {
  const browser = await startBrowser(path);
  try {
    for (const picture of PICTURES) await take(browser, picture);
    await takePaper(browser);
    takeWorkbook();
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function take(browser: Browser, { name, args, look, prepare }: Picture): Promise<void> {
  const tab = await browser.open(written([...args, '-f', 'html'], `${name}.html`), look);
  await prepare?.(tab);
  keep(name, await tab.screenshot());
  await tab.close();
}

/** A page of the report as it comes out of a printer. */
async function takePaper(browser: Browser): Promise<void> {
  const tab = await browser.open(written(['analyse', OLD, '-f', 'html'], 'paper.html'), desk);
  const pdf = join(work, 'paper.pdf');
  writeFileSync(pdf, await tab.pdf());
  await tab.close();
  const out = join(work, 'paper');
  if (has('pdftoppm', ['-png', '-r', '90', '-f', '1', '-l', '1', '-singlefile', pdf, out]))
    keep('report-paper', readFileSync(`${out}.png`));
}

/** The first sheet of a workbook, as LibreOffice shows it on paper. */
function takeWorkbook(): void {
  const sheet = join(work, 'northshire-2024.xlsx');
  const made = spawnSync(process.execPath, ['bin/pmed.js', 'analyse', OLD, '-qo', sheet], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const settings = `-env:UserInstallation=file://${join(work, 'office')}`;
  if (!has('soffice', [settings, '--headless', '--convert-to', 'pdf', '--outdir', work, sheet])) return;
  const pages = join(work, 'sheet');
  const first = [
    '-png',
    '-r',
    '90',
    '-f',
    '1',
    '-l',
    '1',
    '-H',
    '850',
    '-singlefile',
    sheet.replace(/xlsx$/, 'pdf'),
    pages,
  ];
  if (has('pdftoppm', first)) keep('workbook', readFileSync(`${pages}.png`));
}

/** Runs pmed, and keeps what it prints in a file; the path of that. */
function written(args: readonly string[], name: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/pmed.js', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pmed ${args.join(' ')} ended with ${status}: ${stderr}`);
  const file = join(work, name);
  writeFileSync(file, stdout);
  return file;
}

/** Runs another program; false, told, where it is not installed. */
function has(program: string, args: readonly string[]): boolean {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error === undefined && status === 0) return true;
  console.log(`${program}: ${error === undefined ? stderr : 'not installed; its pictures stay as they are'}`);
  return false;
}

/** Puts a picture into the gallery, in as few bytes as can be. */
function keep(name: string, png: Uint8Array): void {
  const file = join(FOLDER, `${name}.png`);
  const large = join(work, `${name}-large.png`);
  const small = join(work, `${name}-small.png`);
  writeFileSync(large, png);
  const args = ['-strip', '+dither', '-colors', '96', '-define', 'png:compression-level=9', `PNG8:${small}`];
  has('convert', [large, ...args]);
  writeFileSync(file, readFileSync(existsSync(small) ? small : large));
  console.log(`${file}  ${Math.round(statSync(file).size / 1024)} kB`);
}
