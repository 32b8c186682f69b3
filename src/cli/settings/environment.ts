/** What the variables of the environment set. */
import { PmedError } from '../../model/fault.ts';
import type { Layer, Setting } from './setting.ts';

/**
 * The layer of a setting's variable; an empty variable is none.
 * @throws PmedError PMED-U004 (exit 2) that names the variable, where its value is none of its own
 */
export function environmentLayer(
  { flag, variable }: Setting,
  env: Readonly<Record<string, string | undefined>>,
): Layer | null {
  const given = variable === null ? '' : (env[variable] ?? '');
  if (variable === null || given === '') return null;
  try {
    flag.read([given]);
  } catch (error) {
    if (!(error instanceof PmedError)) throw error;
    const { code, exitCode, hint, mistyped } = error;
    const message = error.message.replace(flag.long, variable);
    throw new PmedError(message, hint === null ? { code, exitCode, mistyped } : { code, exitCode, mistyped, hint });
  }
  return { origin: { kind: 'environment', name: variable }, values: [given] };
}
