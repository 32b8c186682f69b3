/** Compiles rule packs: every folder of YAML files becomes one JSON file, with the hash of its sources. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * @param {string} from folder with one folder a language (`en/*.yaml`)
 * @param {string} to folder for `<language>.json`: `{ id, version, sha256, files: [{ file, ...pack }] }`
 */
export function compilePacks(from, to) {
  mkdirSync(to, { recursive: true });
  for (const language of readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = join(from, language.name);
    const hash = createHash('sha256');
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const source = readFileSync(join(folder, name), 'utf8');
        hash.update(`${name}\n${source}\n`);
        const pack = parse(source, { schema: 'core', maxAliasCount: 0, customTags: [] });
        return { file: name, ...pack };
      });
    const compiled = { id: `policy-${language.name}`, version: '1.0.0', sha256: hash.digest('hex'), files };
    writeFileSync(join(to, `${language.name}.json`), `${JSON.stringify(compiled)}\n`);
  }
}
