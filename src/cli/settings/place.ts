/** Faults that a command finds in what a file of settings says, told with the place in the file. */
import { PmedError } from '../../model/fault.ts';
import type { Settings } from './effective.ts';
import { originLabel } from './origin.ts';
import { SETTINGS } from './table.ts';

/** Settings whose values name rules, themes and files that only the analysis looks up. */
const NAMING = ['rules.packs', 'rules.disable', 'themes.schemes'];

/**
 * The fault, where it is about a value that a file gives, with the place in the file before it: where it begins with the
 * name of the flag, the key stands there instead; else it quotes the value.
 */
export function placed(fault: unknown, settings: Settings): unknown {
  if (!(fault instanceof PmedError)) return fault;
  for (const setting of SETTINGS) {
    const { key, flag } = setting;
    const origin = settings.layersOfSetting(setting).at(-1)?.origin ?? null;
    const { message, code } = fault;
    if (origin !== null && 'file' in origin && message.startsWith(`${flag.long} `))
      return reworded(fault, 'PMED-C303', `${originLabel(origin)}: ${key}${message.slice(flag.long.length)}`);
    if (!NAMING.includes(key)) continue;
    const layers = settings.layersOfSetting(setting).filter((layer) => 'file' in layer.origin);
    const blamed = layers.find(({ values }) => values.some((value) => quotesOne(message, value)));
    if (blamed !== undefined && !/^\S+:\d+:\d+: /.test(message))
      return reworded(fault, code, `${originLabel(blamed.origin)}: ${message}`);
  }
  return fault;
}

/** Whether a message quotes a value, or an item of a value with commas. */
const quotesOne = (message: string, value: string): boolean =>
  [value, ...value.split(',')].some((one) => message.includes(`'${one}'`));

function reworded(fault: PmedError, code: string, message: string): PmedError {
  const details = { code, exitCode: fault.exitCode, cause: fault, mistyped: fault.mistyped };
  return new PmedError(message, fault.hint === null ? details : { ...details, hint: fault.hint });
}
