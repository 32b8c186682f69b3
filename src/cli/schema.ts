/** `pmed schema`: prints the JSON Schema of a result. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PmedError } from '../model/fault.ts';
import type { Call, CommandDefinition } from './command.ts';
import { nearest } from './suggest.ts';

const names = [
  'report',
  'text',
  'diff',
  'history',
  'findings',
  'inspect',
  'explanation',
  'kwic',
  'rulebook',
  'config',
  'ignore',
  'baseline',
  'review',
  'evaluation',
] as const;

export const schemaCommand: CommandDefinition = {
  name: 'schema',
  aliases: [],
  summary: 'JSON Schemas of results, and of files that you write',
  purpose: 'Print the JSON Schema that a result of pmed, or a file that you write for it, keeps to.',
  operands: '<name>',
  words: names,
  arity: [1, 1],
  readsStdin: false,
  ignoresConfig: true,
  examples: [['pmed schema report > report.schema.json', 'for a validator or an editor']],
  groups: [],
  notes: [`Names: ${names.join(', ')}`, 'The same files are in the package: pmed/schema/report-1.json'],
  async run(call: Call) {
    const [given = ''] = call.operands;
    const name = names.find((one) => one === given);
    if (name === undefined) {
      const near = await nearest(given, names);
      const meant = near === null ? '' : ` Did you mean '${near}'?`;
      throw new PmedError(`pmed has no schema called '${given}'.${meant}`, {
        code: 'PMED-U004',
        exitCode: 2,
        hint: `Schemas: ${names.join(', ')}`,
      });
    }
    await call.session.stdout.write(readFileSync(schemaPath(name), 'utf8'));
    return 0;
  },
};

/** Beside the built program; the build also makes them for those who import the package. */
function schemaPath(name: string): string {
  return fileURLToPath(new URL(`./schema/${name}-1.json`, import.meta.url));
}
