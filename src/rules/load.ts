/** Loads the compiled rule packs that ship with pmed. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tool } from '../model/report.ts';
import type { CompiledPack, PackFile } from './pack.ts';

/** The rules of an analysis: the files of all packs in use, and what the report says of the packs. */
export interface Rules {
  readonly packs: Tool['packs'];
  readonly files: readonly PackFile[];
}

/** In the bundle the packs lie beside the code; in the sources they lie where the build puts them. */
const FOLDER = import.meta.url.endsWith('.ts') ? '../../dist/packs/' : './packs/';

/** The built-in rules of a language, as data; compiling them is the business of the steps that use them. */
export async function loadRules(language = 'en'): Promise<Rules> {
  const file = fileURLToPath(new URL(`${FOLDER}${language}.json`, import.meta.url));
  const { id, version, sha256, files }: CompiledPack = JSON.parse(await readFile(file, 'utf8'));
  return { packs: [{ id, version, sha256 }], files };
}
