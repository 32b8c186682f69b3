/** How results look: what terminal, environment and files of settings say of width, colour and signs. */
import type { Flag, RawFlags } from '../flag.ts';
import { color, width } from '../flags.ts';
import type { Settings } from './effective.ts';
import type { Layer } from './setting.ts';

/** Least columns of a screen. */
const NARROWEST = 40;

/**
 * Columns of screens: command line, environment (`PMED_WIDTH`, then `COLUMNS`), project file, user file, terminal; else 80.
 * @param variable what `COLUMNS` holds; what is no number of columns is passed over
 * @param ofTerminal columns of the terminal; undefined where there is none
 */
export function screenWidth(settings: Settings, variable: string | undefined, ofTerminal: number | undefined): number {
  const given = read(width, settings.layersOf(width.long).at(-1));
  const isFromFile = ['project', 'user'].includes(settings.originOf(width.long)?.kind ?? '');
  if (given !== null && !isFromFile) return given;
  return columnsOf(variable) ?? given ?? terminalWidth(undefined, ofTerminal);
}

/** Columns from `COLUMNS` or the terminal, else 80; never under 40. */
export function terminalWidth(variable: string | undefined, ofTerminal: number | undefined): number {
  return columnsOf(variable) ?? (ofTerminal === undefined || ofTerminal <= 0 ? 80 : atLeast(ofTerminal));
}

/** Columns as `COLUMNS` says them; null where it says none. */
function columnsOf(variable: string | undefined): number | null {
  const given = Number(variable);
  return Number.isInteger(given) && given > 0 ? atLeast(given) : null;
}

/** What was asked for in this call, and what is otherwise preferred: the user file gives way to the environment. */
export function colourOf(settings: Settings): Record<'flag' | 'preferred', 'auto' | 'always' | 'never'> {
  const isPreference = settings.originOf(color.long)?.kind === 'user';
  const given = read(color, settings.layersOf(color.long).at(-1));
  return isPreference ? { flag: 'auto', preferred: given } : { flag: given, preferred: 'auto' };
}

/** The raw values of a flag for files: of the command line or the project file, whoever runs the command. */
export function ofProject(settings: Settings, { long }: Flag<unknown>): RawFlags {
  const layer = settings.layersOf(long).findLast(({ origin }) => origin.kind === 'flag' || origin.kind === 'project');
  return new Map(layer === undefined || layer.values.length === 0 ? [] : [[long, layer.values]]);
}

const read = <T>(flag: Flag<T>, layer: Layer | undefined): T => flag.read(layer?.values ?? []);

const atLeast = (columns: number): number => Math.max(NARROWEST, columns);
