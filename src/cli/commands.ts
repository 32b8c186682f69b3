/** The commands of pmed, in the order of the help. */
import { analyseCommand } from './analyse.ts';
import { baselineCommand } from './baseline.ts';
import { checkCommand } from './check.ts';
import type { CommandDefinition } from './command.ts';
import { commitmentsCommand } from './commitments.ts';
import { completionCommand } from './completion.ts';
import { configCommand } from './config.ts';
import { diffCommand } from './diff.ts';
import { evalCommand } from './eval.ts';
import { explainCommand } from './explain.ts';
import { initCommand } from './init.ts';
import { inspectCommand } from './inspect.ts';
import { kwicCommand } from './kwic.ts';
import { reviewCommand } from './review.ts';
import { rulesCommand } from './rules.ts';
import { schemaCommand } from './schema.ts';
import { textCommand } from './text.ts';
import { themesCommand } from './themes.ts';
import { timelineCommand } from './timeline.ts';

export const commands: readonly CommandDefinition[] = [
  analyseCommand,
  commitmentsCommand,
  timelineCommand,
  themesCommand,
  kwicCommand,
  diffCommand,
  checkCommand,
  baselineCommand,
  reviewCommand,
  evalCommand,
  explainCommand,
  inspectCommand,
  textCommand,
  rulesCommand,
  initCommand,
  configCommand,
  schemaCommand,
  completionCommand(() => commands),
];
