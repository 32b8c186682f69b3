/** `pmed rules`: what rules there are, one of them in full, and how packs of one's own are made, checked and tested. */
import { PmedError } from '../model/fault.ts';
import type { CommandDefinition } from './command.ts';
import { force, output, rules, showAll } from './flags.ts';
import { group, rulesFormat, starterKind } from './rules/rule-flags.ts';
import { nearest } from './suggest.ts';

const TASKS = ['list', 'show', 'validate', 'test', 'new'] as const;

export const rulesCommand: CommandDefinition = {
  name: 'rules',
  aliases: [],
  summary: 'the rules, and how packs of your own are made and tested',
  purpose: 'List and show rules; make, check and test packs of your own.',
  operands: '<list|show|validate|test|new> [what...]',
  words: TASKS,
  arity: [1, 1000],
  readsStdin: false,
  examples: [
    ['pmed rules list', 'what pmed goes by, pack by pack'],
    ['pmed rules list commitment', 'the rules of a pack'],
    ['pmed rules show commitment/will-action', 'a rule: patterns, lists, examples'],
    ['pmed rules show themes/ethics', 'the terms of a theme'],
    ['pmed rules show commitment/@plan', 'the words of a list'],
    ['pmed rules new mine.yaml', 'a pack to start from, with comments'],
    ['pmed rules validate mine.yaml', 'its faults; what it changes'],
    ['pmed rules test mine.yaml', 'exit 1 if an example fails'],
  ],
  groups: [
    { title: 'What comes out', flags: [rulesFormat, output, force, showAll] },
    { title: 'Which rules', flags: [rules, group, starterKind] },
  ],
  notes: [
    'Names of packs and files may follow list and test. Without files they go by rules.packs of the project file, and by what is built in.',
    'A file with / or ending in .yaml or .yml is a pack of your own. How packs are written: docs/rules.md',
  ],
  async run(call) {
    const [given = '', ...what] = call.operands;
    const task = TASKS.find((one) => one === given);
    switch (task) {
      case 'list':
        return (await import('./rules/list.ts')).listRules(call, what);
      case 'show':
        return (await import('./rules/show.ts')).showRules(call, what);
      case 'validate':
        return (await import('./rules/validate.ts')).validatePacks(call, what);
      case 'test':
        return (await import('./rules/test.ts')).testRules(call, what);
      case 'new':
        return (await import('./rules/new.ts')).newPack(call, what);
      case undefined: {
        const near = await nearest(given, TASKS);
        const meant = near === null ? '' : ` Did you mean: pmed rules ${[near, ...what].join(' ')}`;
        throw new PmedError(`pmed rules cannot '${given}'.${meant}`, {
          code: 'PMED-U004',
          exitCode: 2,
          hint: `It can: ${TASKS.join(', ')}`,
        });
      }
    }
  },
};
