/** `pmed help changes`: every kind of change by level, and how to give it another. */
import { LEVELS } from '../../model/change-levels.ts';
import { CHANGE_MEANINGS } from '../../model/change-meanings.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import { wrap } from '../../render/wrap.ts';
import { LEVEL_NAMES } from '../gate.ts';
import { entry, WIDTH } from '../help-lines.ts';

const COLUMN = Math.max(...CHANGE_KINDS.map((kind) => kind.length)) + 2;

export function changesTopic(): readonly string[] {
  return [
    ...wrap(
      'What pmed diff calls a change. One sentence in its two versions is one change, which may be of several kinds; its level is the highest of theirs.',
      WIDTH,
    ),
    '',
    ...LEVEL_NAMES.flatMap((level) => [
      level,
      ...Object.entries(CHANGE_MEANINGS)
        .filter(([kind]) => CHANGE_KINDS.some((known) => known === kind && LEVELS[known] === level))
        .flatMap(([kind, meaning]) => entry(kind, meaning, COLUMN)),
      '',
    ]),
    ...wrap(
      'Whether more or less is better is read from the verb (reduce, increase); where it does not say, a figure is target-changed. Moved and reworded are no reason to fail unless they are named or have another level, and are not on the screen without --all.',
      WIDTH,
    ),
    '',
    'To fail on, or show, a level and those above it (any is note), or kinds:',
    '',
    '  pmed diff old.pdf new.pdf --fail-on warning',
    '  pmed diff old.pdf new.pdf --fail-on removed,deadline-slipped --only removed',
    '',
    'Other levels are set in pmed.config.yaml (pmed init writes one):',
    '',
    '  diff:',
    '    levels:',
    '      added: warning',
    '      actor-changed: error',
  ];
}
