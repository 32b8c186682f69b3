/** `pmed init`: writes a project file with every setting explained, and an example of rules of one's own. */
import { join } from 'node:path';
import type { CommandDefinition } from './command.ts';
import { flag } from './flag.ts';

const folder = flag(
  { long: '--dir', value: '<folder>', help: 'where to; made if there is none', shown: '.' },
  (raw) => raw.at(-1) ?? '.',
);

export const initCommand: CommandDefinition = {
  name: 'init',
  aliases: [],
  summary: 'write a commented pmed.config.yaml and an example of rules',
  purpose: 'Write pmed.config.yaml, with every setting explained, and rules/example.yaml, a pack to learn from.',
  operands: '',
  arity: [0, 0],
  readsStdin: false,
  ignoresConfig: true,
  examples: [
    ['pmed init', 'settings and rules of your own'],
    ['pmed init --dir strategy', 'in a folder of its own'],
  ],
  groups: [{ title: 'Where to', flags: [folder] }],
  notes: ['It asks nothing and overwrites nothing.'],
  async run(call) {
    const [{ CONFIG }, { examplePack }, { writeNew }] = await Promise.all([
      import('./starters/config.ts'),
      import('./starters/starters.ts'),
      import('./new-file.ts'),
    ]);
    const at = (name: string) => join(call.get(folder), name);
    const files = [
      { path: at('pmed.config.yaml'), text: CONFIG },
      { path: at('rules/example.yaml'), text: examplePack() },
    ];
    writeNew(files);
    for (const { path } of files) call.session.notices.remark(`wrote ${path}`);
    return 0;
  },
};
