#!/usr/bin/env node
/**
 * Builds `dist/`: rule packs (YAML to JSON), the bundled library and command, JSON Schemas, licences of what is bundled,
 * and types. `PMED_OUT=folder` builds everything but the types elsewhere (inside the checkout, so that imports resolve).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { declare, namedTypes } from './src/model/declare.mjs';
import { jsonSchema } from './src/model/json-schema.mjs';
import { compilePacks } from './src/packs/compile.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const out = resolve(root, process.env.PMED_OUT ?? 'dist');
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'schema'), { recursive: true });

compilePacks(join(root, 'src/packs'), join(out, 'packs'));

const result = await build({
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    cli: 'src/cli.ts',
    'read-worker': 'src/read/sandbox/worker.ts',
    'ocr-worker': 'src/read/pdf/ocr/thread.ts',
  },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.16',
  chunkNames: '[name]-[hash]',
  // Its modules for browsers are the same code, of which the bundle takes what is used, and look at no environment.
  alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
  external: Object.keys(dependencies ?? {}).flatMap((name) => [name, `${name}/*`]),
  define: { PMED_VERSION: JSON.stringify(version) },
  // Bundled CommonJS packages call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

await pressPackages(result.metafile.outputs);
await precompilePacks(join(out, 'packs'));
await writeManPages(join(out, 'man'));
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(result.metafile.inputs)));
const model = await loadModel([
  'report',
  'diff',
  'history',
  'findings',
  'text',
  'inspect',
  'explanation',
  'rulebook',
  'config',
  'kwic',
  'ignore',
  'baseline',
  'review',
  'evaluation',
]);
for (const name of Object.keys(model))
  writeFileSync(join(out, 'schema', `${name}-1.json`), `${JSON.stringify(jsonSchema(name, model), null, 2)}\n`);
if (out !== join(root, 'dist')) {
  writeFileSync(
    join(out, 'pmed.js'),
    `#!/usr/bin/env node\nimport { main } from './cli.js';\nawait main(process.argv);\n`,
  );
} else {
  const types = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
    { cwd: root, stdio: 'inherit' },
  );
  if (types.status !== 0) process.exitCode = 1;
  else publishTypes(join(out, 'types'));
}

/**
 * Compiles the rules of every pack in a folder: beside `en.json`, with all sources and examples, comes
 * `en.compiled.json`, with what an analysis needs and nothing to parse.
 */
async function precompilePacks(folder) {
  const file = join(folder, '.precompile.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { precompile } from './src/extract/compiled.ts'; export { compileChecks } from './src/check/check-rules.ts'; export { fromPack } from './src/rules/load.ts';",
      resolveDir: root,
    },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { precompile, compileChecks, fromPack } = await import(pathToFileURL(file).href);
  rmSync(file);
  for (const name of readdirSync(folder)) {
    const pack = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const rules = await fromPack(pack);
    precompile(rules);
    compileChecks(rules);
    const themes = rules.themes.map((file) => ({ ...file, themes: file.themes.map(withoutProofs) }));
    const files = pack.files.filter((file) => file.pack !== 'themes').map(slim);
    const compiled = { ...pack, files, themes, ready: Object.fromEntries(rules.ready) };
    writeFileSync(join(folder, name.replace('.json', '.compiled.json')), `${JSON.stringify(compiled)}\n`);
  }
}

/**
 * Takes the comments and the white space out of the bundled files that hold hardly anything but packages: nobody reads
 * them here. Our own code stays as it was written, so that the stack of a bug says where.
 */
async function pressPackages(outputs) {
  for (const [file, { inputs, bytes }] of Object.entries(outputs)) {
    const foreign = Object.entries(inputs).filter(([name]) => name.includes('node_modules/'));
    if (foreign.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) < 0.8 * bytes) continue;
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    const { code } = await transform(source, { minifyWhitespace: true, legalComments: 'none', format: 'esm' });
    // The names of the packages' files stay: by them the tests see what is bundled.
    writeFileSync(path, [...foreign.map(([name]) => `// ${name}`), code].join('\n'));
  }
}

/** Writes the manual pages into a folder. Their date is that of the newest release in the changelog,
 * before the first one the year of the licence; never today's. */
async function writeManPages(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.man.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { manPages } from './src/cli/man.ts'; export { commands } from './src/cli/commands.ts'; export { topics } from './src/cli/topics.ts';",
      resolveDir: root,
    },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: Object.keys(dependencies ?? {}).flatMap((name) => [name, `${name}/*`]),
    define: { PMED_VERSION: JSON.stringify(version) },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const { manPages, commands, topics } = await import(pathToFileURL(file).href);
  rmSync(file);
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const year = /\b\d{4}\b/.exec(readFileSync(join(root, 'LICENSE'), 'utf8'))?.[0];
  const date = /^## .*\b(\d{4}-\d{2}-\d{2})\b/m.exec(changes)?.[1] ?? `${year}-01-01`;
  for (const { file: name, text } of manPages(commands, topics, date)) writeFileSync(join(folder, name), text);
}

/** A pack file without what only compiling and testing need. */
function slim({ lists, rules, ...file }) {
  return {
    ...file,
    ...(isReadAsLists(file.pack) ? { lists } : {}),
    ...(rules ? { rules: rules.map((rule) => slimRule(rule, file.pack)) } : {}),
  };
}

/** Whether the lists of a pack are looked up as they are; those of the others are compiled into their rules. */
function isReadAsLists(pack) {
  return pack === 'agent' || pack === 'clause' || pack === 'column';
}

function slimRule({ match, except, unless, with: asked, description, 'wrong-today': wrong, ...rule }, pack) {
  // What a rule of `pmed check` is about stands in its results.
  return withoutProofs(pack === 'check' ? { ...rule, description } : rule);
}

/** Examples are proofs for tests; the fields stay, empty. */
function withoutProofs(entry) {
  return { ...entry, finds: [], ignores: [] };
}

/**
 * Files of `src/model` with all their schemas, exported or not, as one set of modules.
 * @returns {Promise<Record<string, { source: string, exports: Record<string, object>, main: string }>>} by file name;
 *   `main` is the constant of the schema that the file is about
 */
async function loadModel(names) {
  const sources = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(root, `src/model/${name}.ts`), 'utf8')]),
  );
  const file = join(out, 'schema', '.model.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents: names.map((name) => `export * as ${name} from './src/model/${name}.ts';`).join('\n'),
      resolveDir: root,
    },
    plugins: [
      {
        name: 'export-schemas',
        setup: ({ onLoad }) =>
          onLoad({ filter: /src\/model\/\w+\.ts$/ }, ({ path }) => {
            const source = readFileSync(path, 'utf8');
            const inner = [...source.matchAll(/^const (\w+Schema) =/gm)].map(([, name]) => name);
            return { contents: `${source}\nexport { ${inner.join(', ')} };\n`, loader: 'ts' };
          }),
      },
    ],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const modules = await import(pathToFileURL(file).href);
  rmSync(file);
  return Object.fromEntries(
    names.map((name) => [
      name,
      { source: sources[name], exports: modules[name], main: `${name[0].toUpperCase()}${name.slice(1)}Schema` },
    ]),
  );
}

/** Leaves in `folder` what `index.d.ts` needs, and nothing that asks for a package which users do not have. */
function publishTypes(folder) {
  const known = new Map();
  for (const [name, { source, exports }] of Object.entries(model))
    for (const { type, schema } of namedTypes(source)) known.set(exports[schema], { type, file: `${name}.ts` });
  for (const [name, { source, exports }] of Object.entries(model))
    writeFileSync(join(folder, `model/${name}.d.ts`), declare(source, exports, known, `${name}.ts`));

  const needed = new Set();
  const visit = (file) => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      if (specifier.startsWith('.')) visit(resolve(dirname(file), specifier.replace(/\.ts$/, '.d.ts')));
      else if (!specifier.startsWith('node:'))
        throw new Error(`${relative(root, file)} needs the types of ${specifier}`);
    }
  };
  visit(join(folder, 'index.d.ts'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !needed.has(file)) rmSync(file);
  }
}

/** The licence texts of every package that has code in the bundle, sorted by name. */
function licences(inputs) {
  /** By name, the folder: a package may lie within another's. */
  const packages = new Map();
  for (const input of inputs) {
    const match = /^(.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resolve(root, input));
    if (match) packages.set(match[2], match[0]);
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, folder]) => {
      const { version: its, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (!file) throw new Error(`${name} is bundled and says no licence`);
      const text = readFileSync(join(folder, file), 'utf8');
      return `${name} ${its} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
