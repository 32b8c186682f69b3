/** The command that makes the same result again, for those who find the result without it. */
import { shellWord } from '../model/shell-word.ts';
import type { Call } from './command.ts';
import type { Flag } from './flag.ts';

/**
 * A command line to paste. Files are named as they were typed, but without the folders of this machine.
 * @param start of the command: `pmed diff`
 * @param flags those that decide what comes out, in the order of the help
 */
export function commandOf(start: string, call: Call, flags: readonly Flag<unknown>[]): string {
  const given = flags.flatMap(({ long, value }) =>
    (call.settings.raw.get(long) ?? []).map((raw) =>
      value === null ? long : raw.startsWith('-') ? `${long}=${raw}` : `${long} ${shellWord(portable(raw))}`,
    ),
  );
  return [start, ...call.operands.map((operand) => shellWord(portable(operand))), ...given].join(' ');
}

/** A path from the root of a disk by its last part; anything else as it is. */
function portable(typed: string): string {
  return /^(?:[A-Za-z]:)?[/\\]/.test(typed) ? typed.replace(/^.*[/\\]/s, '') : typed;
}
