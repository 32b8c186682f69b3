/** Levels as pages show them. */
import type { Level } from '../../model/fault.ts';
import { type Markup, tag } from './markup.ts';

/** Worst first. */
export const LEVELS_SHOWN = ['error', 'warning', 'note'] as const satisfies readonly Level[];

/** The word, in a frame by which it is found. */
export const levelBadge = (level: Level): Markup => tag('span', { class: `level ${level}` }, level);
