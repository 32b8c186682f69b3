/** Faults that a command finds in what a file of settings says, told with the place in the file. */
import { PmedError } from '../../model/fault.ts';
import type { Settings } from './effective.ts';
import { originLabel } from './origin.ts';
import { SETTINGS } from './table.ts';

/** The fault, where it begins with the name of a flag whose value a file gives, with the place and key instead. */
export function placed(fault: unknown, settings: Settings): unknown {
  if (!(fault instanceof PmedError)) return fault;
  for (const { key, flag } of SETTINGS) {
    const origin = settings.originOf(flag.long);
    if (origin === null || !('file' in origin) || !fault.message.startsWith(`${flag.long} `)) continue;
    const message = `${originLabel(origin)}: ${key}${fault.message.slice(flag.long.length)}`;
    const details = { code: 'PMED-C303', exitCode: fault.exitCode, cause: fault };
    return new PmedError(message, fault.hint === null ? details : { ...details, hint: fault.hint });
  }
  return fault;
}
