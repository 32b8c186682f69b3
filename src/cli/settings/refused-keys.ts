/** Keys that a file of settings may not have, with the reason: those of later versions, and what users may not set. */
import { fieldOf } from '../../model/plain.ts';

/** A key at the top of the settings that is refused. */
export interface RefusedKey {
  readonly key: string;
  readonly message: string;
}

/** Keys of the user file that change nothing yet. */
/** What pmed leaves to others: it starts no program that a file or a variable names. */
const PAGER: RefusedKey = {
  key: 'pager',
  message:
    "'pager' is no key: pmed starts no other program. Pipe the screen into one:  pmed ... --color always | less -R",
};

/** Keys by which a project says what is found; they have no place in the file of a user. */
const PROJECTS = [
  'inputs',
  'exclude',
  'rules',
  'document',
  'input',
  'commitments',
  'timeline',
  'themes',
  'check',
  'diff',
  'ignore',
  'review',
  'output',
];

/** What stands for a key of the same meaning. */
const CUSTOM: RefusedKey = {
  key: 'themes.custom',
  message:
    "'themes.custom' is written as 'rules: { packs: [./themes.yaml] }', which looks for the themes of the file too.",
};

/** @param value the settings as the file has them, whatever they are */
export function refusedKeys(value: unknown, kind: 'project' | 'user'): readonly RefusedKey[] {
  const refused = (keys: readonly string[], why: string): RefusedKey[] =>
    keys.flatMap((key) => (fieldOf(value, key) === undefined ? [] : [{ key, message: `'${key}' ${why}` }]));
  if (kind === 'project') return fieldOf(fieldOf(value, 'themes'), 'custom') === undefined ? [] : [CUSTOM];
  const others =
    'may not be set here: what is found must not depend on who runs pmed. Set it in the pmed.config.yaml of the project.';
  const pager = fieldOf(value, PAGER.key) === undefined ? [] : [PAGER];
  return [...pager, ...refused(PROJECTS, others)];
}
