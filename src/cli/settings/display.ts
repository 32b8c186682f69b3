/** How results look: what terminal, environment and files of settings say of width, colour and signs. */
import type { Flag, RawFlags } from '../flag.ts';
import { ascii, width } from '../flags.ts';
import type { Settings } from './effective.ts';
import { isWithoutUtf8 } from './locale.ts';
import type { Layer } from './setting.ts';

/** Least and most columns of a screen, as --width takes them. */
const [NARROWEST, WIDEST] = [40, 400];

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

/** Columns from `COLUMNS` or the terminal, else 80; never under 40 or over 400. */
export function terminalWidth(variable: string | undefined, ofTerminal: number | undefined): number {
  return columnsOf(variable) ?? (ofTerminal === undefined || ofTerminal <= 0 ? 80 : within(ofTerminal));
}

/** Columns as `COLUMNS` says them; null where it says none. */
function columnsOf(variable: string | undefined): number | null {
  const given = Number(variable);
  return Number.isInteger(given) && given > 0 ? within(given) : null;
}

type When = 'auto' | 'always' | 'never';

/** What was asked for in this call, and what is otherwise preferred: the user file gives way to the environment. */
export function whenOf(settings: Settings, asked: Flag<When>): Record<'flag' | 'preferred', When> {
  const isPreference = settings.originOf(asked.long)?.kind === 'user';
  const given = read(asked, settings.layersOf(asked.long).at(-1));
  return isPreference ? { flag: 'auto', preferred: given } : { flag: given, preferred: 'auto' };
}

/** Whether to draw with ASCII alone: where nobody says, as the locale of the terminal shows; pipes do not depend on it. */
export function isAscii(settings: Settings, env: Parameters<typeof isWithoutUtf8>[0], isTerminal: boolean): boolean {
  const said = settings.layersOf(ascii.long).at(-1);
  return said === undefined ? isTerminal && isWithoutUtf8(env) : read(ascii, said);
}

/** The raw values of a flag for files: of the command line or the project file, whoever runs the command. */
export function ofProject(settings: Settings, { long }: Flag<unknown>): RawFlags {
  const layer = settings.layersOf(long).findLast(({ origin }) => origin.kind === 'flag' || origin.kind === 'project');
  return new Map(layer === undefined || layer.values.length === 0 ? [] : [[long, layer.values]]);
}

const read = <T>(flag: Flag<T>, layer: Layer | undefined): T => flag.read(layer?.values ?? []);

const within = (columns: number): number => Math.min(Math.max(NARROWEST, columns), WIDEST);
