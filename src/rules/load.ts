/** Loads the rule packs that ship with pmed. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tool } from '../model/report.ts';
import type { ReadyRules } from './engine.ts';
import type { CompiledPack, PackFile } from './pack.ts';
import type { ThemeFile } from './themes.ts';

/** The rules of an analysis. */
export interface Rules {
  /** What the report says of the packs. */
  readonly packs: Tool['packs'];
  readonly files: readonly PackFile[];
  readonly themes: readonly ThemeFile[];
  /** What is compiled already; filled by the steps that use the rules. */
  readonly ready: ReadyRules;
}

/** In the bundle the packs lie beside the code, compiled; from the sources they are compiled when they are used. */
const IN_SOURCES = import.meta.url.endsWith('.ts');

const loaded = new Map<string, Promise<Rules>>();

/** The built-in rules of a language, loaded once a process: what is compiled and looked up serves every document. */
export function loadRules(language = 'en'): Promise<Rules> {
  const rules = loaded.get(language) ?? load(language);
  loaded.set(language, rules);
  return rules;
}

/** The built-in rules as their packs write them, with patterns, lists and descriptions: for explanations. */
export async function loadSources(language = 'en'): Promise<readonly PackFile[]> {
  const pack = await readPack(`${language}.json`);
  return pack.files;
}

async function load(language: string): Promise<Rules> {
  return fromPack(await readPack(IN_SOURCES ? `${language}.json` : `${language}.compiled.json`));
}

async function readPack(name: string): Promise<CompiledPack> {
  const path = fileURLToPath(new URL(`${IN_SOURCES ? '../../dist' : '.'}/packs/${name}`, import.meta.url));
  return JSON.parse(await readFile(path, 'utf8'));
}

/**
 * The rules of a pack as data, compiled or not.
 * @public called by the build
 * @throws {PmedError} PMED-C305 where a theme file is not of the expected form
 */
export async function fromPack(pack: CompiledPack): Promise<Rules> {
  const { id, version, sha256, files, ready } = pack;
  const packs = [{ id, version, sha256 }];
  if (pack.themes && ready) return { packs, files, themes: pack.themes, ready: new Map(Object.entries(ready)) };
  const { readThemeFile } = await import('./theme-file.ts');
  const themes = files.filter((its) => its.pack === 'themes').map(readThemeFile);
  return { packs, files, themes, ready: new Map() };
}
