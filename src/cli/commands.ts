/** The commands of pmed, in the order of the help. */
import { analyseCommand } from './analyse.ts';
import type { CommandDefinition } from './command.ts';
import { diffCommand } from './diff.ts';
import { inspectCommand } from './inspect.ts';
import { schemaCommand } from './schema.ts';
import { textCommand } from './text.ts';
import { timelineCommand } from './timeline.ts';

export const commands: readonly CommandDefinition[] = [
  analyseCommand,
  timelineCommand,
  diffCommand,
  inspectCommand,
  textCommand,
  schemaCommand,
];
