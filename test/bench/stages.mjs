/** Single stages of an analysis, from the sources: for measuring one alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const CONTENTS = `
export { annotate } from './src/annotate/annotate.ts';
export { compileTimeRules } from './src/extract/times/rules.ts';
export { findThemes } from './src/extract/themes.ts';
export { findTimes } from './src/extract/times/find.ts';
export { compileThemes } from './src/rules/themes.ts';
export { fromPack } from './src/rules/load.ts';
`;

/**
 * Functions of the sources, for measuring.
 * @param {string} root the checkout
 * @param {string} folder where to put the bundle
 * @param {string} contents exports of the functions, by paths from the root
 */
export async function fromSources(root, folder, contents) {
  const outfile = join(folder, 'sources.mjs');
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/**
 * @param {string} root the checkout, built
 * @param {string} folder where to put the bundle
 * @returns `annotate`, a document's sentences and words; `times`, the time expressions of an annotated document;
 *   `schemes`, the built-in theme files by name; `themesOf`, makes of theme files what finds the themes of an annotated
 *   document: its words, scores and records
 */
export async function stages(root, folder) {
  const { annotate, compileThemes, compileTimeRules, findThemes, findTimes, fromPack } = await fromSources(
    root,
    folder,
    CONTENTS,
  );
  const pack = JSON.parse(readFileSync(join(root, 'dist/packs/en.compiled.json'), 'utf8'));
  const loaded = await fromPack(pack);
  const rules = compileTimeRules(loaded);
  const options = { docDate: '2024-05-06', fiscalYear: '04-01', dateOrder: 'dmy' };
  return {
    annotate,
    times: (annotated) => findTimes(annotated, rules, options),
    schemes: Object.fromEntries(loaded.themes.map((file) => [file.scheme, file])),
    themesOf: (files) => {
      const compiled = compileThemes(files);
      return (annotated) => findThemes(annotated, compiled, { documentId: 'd' });
    },
  };
}
