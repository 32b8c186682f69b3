/** Makes the definition of a command that shows records of documents from what is its own. */
import type { CommandDefinition } from '../command.ts';
import { INPUTS_NOTE } from '../flag-groups.ts';
import type { RecordCommand } from './record-run.ts';
import type { Part } from './sinks.ts';

/** The command: inputs of every kind, stdout and files in its formats, and what to do next for a person. */
export function recordCommand<F extends string, P extends Part>(own: RecordCommand<F, P>): CommandDefinition {
  const { name, summary, purpose, examples, groups, notes, aliases = [], before = [] } = own;
  return {
    name,
    aliases,
    summary,
    purpose,
    operands: [...before, '[files...]'].join(' '),
    arity: [before.length, Number.POSITIVE_INFINITY],
    readsStdin: true,
    examples,
    groups,
    notes: [INPUTS_NOTE, ...notes],
    async run(call) {
      const { writeRecords } = await import('./write-records.ts');
      return writeRecords(call, own);
    },
  };
}
