/** Names of packs as they are typed: `commitment`, `themes/sdg`, a scheme, or all that is built in. */
import { existsSync } from 'node:fs';
import { PmedError } from '../../model/fault.ts';
import type { Shelved } from '../../rules/catalogue.ts';
import { nearest } from '../suggest.ts';
import type { Shelf } from './shelf.ts';

/** The packs of these names; without names all that are the user's own, or where there are none all. */
export function chosenPacks(names: readonly string[], { packs, rules }: Shelf, isOwn: boolean): readonly Shelved[] {
  const own = isOwn ? packs.filter(({ version }) => version === null) : packs;
  const asked = names.filter((name) => name !== rules.packs[0]?.id);
  return asked.length === 0 ? own : own.filter((its) => asked.some((name) => isCalled(its, name)));
}

const isCalled = ({ file }: Shelved, name: string): boolean =>
  file.pack === name || file.scheme === name || `${file.pack}/${String(file.scheme)}` === name || file.file === name;

/** @throws {PmedError} PMED-U017 (exit 2) for a name that no pack has */
export async function checkNames(names: readonly string[], { packs, rules }: Shelf): Promise<void> {
  const all = rules.packs[0]?.id;
  const unknown = names.find((name) => name !== all && !packs.some((its) => isCalled(its, name)));
  if (unknown === undefined) return;
  const kinds = [...new Set(packs.map(({ file }) => file.pack))];
  const schemes = [...new Set(packs.flatMap(({ file }) => (typeof file.scheme === 'string' ? [file.scheme] : [])))];
  const near = await nearest(unknown, [...kinds, ...schemes]);
  const file = ['.yaml', '.yml'].map((ending) => unknown + ending).find((path) => existsSync(path));
  const meant = file ?? near;
  throw new PmedError(`no pack is called '${unknown}'.${meant === null ? '' : ` Did you mean '${meant}'?`}`, {
    code: 'PMED-U017',
    exitCode: 2,
    hint: unknown.includes('/')
      ? `For one rule:  pmed rules show ${unknown}`
      : `Packs: ${[...kinds, ...schemes].join(', ')}. A file of your own ends in .yaml or has a / in its name.`,
  });
}
