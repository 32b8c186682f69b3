/** What is wrong with files of settings as such (PMED-C301, exit code 2), each with what to do. */
import { PmedError } from '../../model/fault.ts';
import { siblings } from '../near-file.ts';

const refusal = (message: string, hint: string, cause?: unknown): PmedError =>
  new PmedError(message, { code: 'PMED-C301', exitCode: 2, hint, cause });

export function missingConfig(named: string): PmedError {
  return new PmedError(`cannot read '${named}': no such file.`, {
    code: 'PMED-C301',
    exitCode: 2,
    hint: 'Name the project file with --config or PMED_CONFIG; or go without:  --no-config',
    mistyped: { given: named, known: siblings(named) },
  });
}

export function notAFile(shown: string): PmedError {
  return refusal(`${shown} is no file, so it holds no settings.`, 'Call it otherwise, or give:  --no-config');
}

export function twoConfigs(first: string, second: string): PmedError {
  return refusal(
    `both ${first} and ${second} hold settings of pmed; only one of them can.`,
    `Keep one of the two, or say which:  --config ${first}`,
  );
}

export function brokenPackage(shown: string, cause: unknown): PmedError {
  return refusal(
    `${shown} speaks of pmed but is not JSON, so its settings cannot be read.`,
    'Mend it, or give:  --no-config',
    cause,
  );
}

export function unreadable(shown: string, cause: unknown): PmedError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const [why, remedy] =
    code === 'ELOOP'
      ? ['it is a link that leads back to itself', 'Mend the link']
      : [code === 'EACCES' ? 'permission denied' : 'the system refuses it', 'Check its permissions'];
  return refusal(`cannot read ${shown}: ${why}.`, `${remedy}, or give:  --no-config`, cause);
}

export function tooBig(shown: string): PmedError {
  return refusal(`${shown} is larger than 1 MB, so it is no file of settings.`, 'Name the right one:  --config <file>');
}
