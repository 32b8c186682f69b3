/** `pmed rules new`: writes a pack to start from, with comments, which is sound and whose examples come out. */
import type { ExitCode } from '../../model/fault.ts';
import type { Call } from '../command.ts';
import { writeNew } from '../new-file.ts';
import { starterFile } from '../starters/starter.ts';
import { badOperand, wrongOperands } from '../usage.ts';
import { starterKind } from './rule-flags.ts';
import { isFile } from './shelf.ts';

/** @throws {PmedError} (exit 2) where there is such a file already, or it cannot be written */
export async function newPack(call: Call, what: readonly string[]): Promise<ExitCode> {
  const [path, ...more] = what;
  if (path === undefined || more.length > 0)
    throw wrongOperands('pmed rules new', '<file>, such as mine.yaml, or - for stdout', what.length);
  if (path !== '-' && !/\.ya?ml$/i.test(path)) {
    const better = isFile(path) ? `${path.replace(/\.\w+$/, '')}.yaml` : `${path}.yaml`;
    throw badOperand(`the name of a pack ends in .yaml; '${path}' does not.`, `pmed rules new ${better}`);
  }
  const { starters } = await import('../starters/starters.ts');
  const text = starterFile(starters[call.get(starterKind)], path === '-' ? 'mine.yaml' : path);
  if (path === '-') await call.session.stdout.write(text);
  else {
    writeNew([{ path, text }]);
    call.session.notices.remark(`wrote ${path}`);
  }
  return 0;
}
