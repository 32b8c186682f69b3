/** `pmed --version --json`: the version, and what it is built on. */
import { SCHEMA_VERSION } from '../model/kinds.ts';
import { loadRules } from '../rules/load.ts';
import { version } from '../version.ts';

/** JSON with pmed's version, Node's, the rule packs with their hashes, and the schema's version. */
export async function versions(): Promise<string> {
  const { packs } = await loadRules();
  const facts = { name: 'pmed', version, node: process.version, packs, schemas: { report: SCHEMA_VERSION } };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
