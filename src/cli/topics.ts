/** Topics of help that are no commands: `pmed help changes`. Each is printed from the data that the code goes by. */

import type { CommandDefinition } from './command.ts';

/** A topic: its name, what it is about in a few words, and its lines, loaded when it is asked for. */
export interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly lines: (commands: readonly CommandDefinition[]) => Promise<readonly string[]>;
}

/** In the order of the help. */
export const topics: readonly Topic[] = [
  {
    name: 'changes',
    summary: 'kinds of change and their levels',
    lines: async () => (await import('./topics/changes.ts')).changesTopic(),
  },
  {
    name: 'dates',
    summary: 'how dates are read, and what you can tell',
    lines: async () => (await import('./topics/dates.ts')).datesTopic(),
  },
  {
    name: 'environment',
    summary: 'the variables that are read',
    lines: async () => (await import('./topics/environment.ts')).environmentTopic(),
  },
  {
    name: 'exit-codes',
    summary: 'what the exit codes mean',
    lines: async () => (await import('./topics/exit-codes.ts')).exitCodesTopic(),
  },
  {
    name: 'formats',
    summary: 'how results are written, by command',
    lines: async (commands) => (await import('./topics/formats.ts')).formatsTopic(commands),
  },
  {
    name: 'privacy',
    summary: 'what is read and written',
    lines: async () => (await import('./topics/privacy.ts')).privacyTopic(),
  },
  {
    name: 'where',
    summary: 'which commitments are shown',
    lines: async () => (await import('./topics/where.ts')).whereTopic(),
  },
];
