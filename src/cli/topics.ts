/** Topics of help that are no commands: `pmed help changes`. Each is printed from the data that the code goes by. */

/** A topic: its name, what it is about in a few words, and its lines, loaded when it is asked for. */
export interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly lines: () => Promise<readonly string[]>;
}

/** In the order of the help. */
export const topics: readonly Topic[] = [
  {
    name: 'changes',
    summary: 'kinds of change and their levels',
    lines: async () => (await import('./topics/changes.ts')).changesTopic(),
  },
  {
    name: 'exit-codes',
    summary: 'what the exit codes mean',
    lines: async () => (await import('./topics/exit-codes.ts')).exitCodesTopic(),
  },
];
