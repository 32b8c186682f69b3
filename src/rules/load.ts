/** Loads the compiled rule packs that ship with pmed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompiledPack } from './pack.ts';

/** In the bundle the packs lie beside the code; in the sources they lie where the build puts them. */
const FOLDER = import.meta.url.endsWith('.ts') ? '../../dist/packs/' : './packs/';

/** The compiled pack of a language, as data. */
export function loadPack(language = 'en'): CompiledPack {
  const file = fileURLToPath(new URL(`${FOLDER}${language}.json`, import.meta.url));
  const pack: CompiledPack = JSON.parse(readFileSync(file, 'utf8'));
  return pack;
}
