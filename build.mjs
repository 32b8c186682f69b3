#!/usr/bin/env node
/**
 * Builds `dist/`: rule packs (YAML to JSON), the bundled library and command, JSON Schemas, licences of what is bundled,
 * and types. `PMED_OUT=folder` builds everything but the types elsewhere (inside the checkout, so that imports resolve).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { compilePacks } from './src/packs/compile.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const out = resolve(root, process.env.PMED_OUT ?? 'dist');
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'schema'), { recursive: true });

compilePacks(join(root, 'src/packs'), join(out, 'packs'));

const result = await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts' },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.16',
  chunkNames: '[name]-[hash]',
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

writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(result.metafile.inputs)));
for (const [name, schema] of Object.entries(await schemas())) {
  const json = toJsonSchema(schema, { ignoreActions: ['readonly'] });
  const titled = { ...json, $id: `urn:pmed:schema:${name}:1`, title: `pmed ${name}` };
  writeFileSync(join(out, 'schema', `${name}-1.json`), `${JSON.stringify(titled, null, 2)}\n`);
}
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
}

/** The valibot schemas of the public JSON, by name, loaded from their TypeScript source. */
async function schemas() {
  const file = join(out, 'schema', '.schemas.mjs');
  await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { ReportSchema as report } from './src/model/report.ts'; export { DiffSchema as diff } from './src/model/diff.ts'; export { TextSchema as text } from './src/model/text.ts';",
      resolveDir: root,
    },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { report, diff, text } = await import(pathToFileURL(file).href);
  rmSync(file);
  return { report, diff, text };
}

/** The licence texts of every package that has code in the bundle, sorted by name. */
function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(relative(root, resolve(root, input)));
    if (match) packages.add(match[1]);
  }
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const { version: its, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      let text = '';
      for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE', 'README.md']) {
        try {
          text = readFileSync(join(folder, file), 'utf8');
          if (file === 'README.md') text = /#+ *licen[sc]e[\s\S]*$/i.exec(text)?.[0] ?? '';
          break;
        } catch {}
      }
      return `${name} ${its} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
