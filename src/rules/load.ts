/** Loads the rule packs that ship with pmed. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CompiledPack, PackFile } from './pack.ts';
import type { PackFault, RuleChoice, Rules, UserPack } from './rules.ts';

export type { PackFault, RuleChoice, Rules, UserPack };

/** In the bundle the packs lie beside the code, compiled; from the sources they are compiled when they are used. */
const IN_SOURCES = import.meta.url.endsWith('.ts');

const loaded = new Map<string, Promise<Rules>>();

/**
 * The rules of an analysis: the built-in ones, loaded once a process, and what users' packs add to them. What is
 * compiled and looked up serves every document. New rules of users stand before the built-in ones of their pack, since
 * of several rules that match alike the earliest wins; a rule that replaces another takes its place.
 * @throws {PmedError} PMED-C301 to PMED-C309 (exit 2) with every fault of the packs, each as `file:line:column: message`
 */
export async function loadRules({ language = 'en', packs = [], disable = [] }: RuleChoice = {}): Promise<Rules> {
  const rules = loaded.get(language) ?? load(language);
  loaded.set(language, rules);
  if (packs.length + disable.length === 0) return rules;
  const [{ rulesOf }, builtIn, whole] = await Promise.all([
    import('./user/load.ts'),
    rules,
    packs.length > 0 ? loadSources(language) : [],
  ]);
  return rulesOf(builtIn, whole, { packs, disable });
}

/**
 * All that is wrong with a pack file that a user wrote, in order of the places; empty where it can be used.
 * @param text the file as its bytes or text
 * @param name the file as messages shall name it
 * @param beside other packs that are used together with it, and which built-in rules they belong to
 */
export async function checkPack(
  text: UserPack['text'],
  name = 'pack.yaml',
  { language = 'en', packs = [] }: Omit<RuleChoice, 'disable'> = {},
): Promise<readonly PackFault[]> {
  const [{ joinRules }, builtIn, whole] = await Promise.all([
    import('./user/load.ts'),
    loadRules({ language }),
    loadSources(language),
  ]);
  return joinRules(builtIn, whole, { packs: [...packs, { name, text }] }).faults;
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
  if (pack.themes && ready)
    return { packs, files, themes: pack.themes, schemes: [], ready: new Map(Object.entries(ready)) };
  const { readThemeFile } = await import('./theme-file.ts');
  const themes = files.filter((its) => its.pack === 'themes').map(readThemeFile);
  return { packs, files, themes, schemes: [], ready: new Map() };
}
