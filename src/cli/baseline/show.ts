/** `pmed baseline show`: what a baseline holds. */
import type { ExitCode } from '../../model/fault.ts';
import { renderBaseline } from '../../render/baseline.ts';
import { renderBaselineScreen } from '../../render/baseline-text.ts';
import { plainScreen, UNWRAPPED } from '../../render/plain/line.ts';
import { readBaseline } from '../accept/baseline-file.ts';
import type { Call } from '../command.ts';
import { baselineFormat } from './flags.ts';

/** @throws PmedError (exit 2) for what is no baseline */
export async function show(call: Call, path: string): Promise<ExitCode> {
  const { stdout, screen } = call.session;
  const baseline = await readBaseline(path);
  const isJson = call.get(baselineFormat) === 'json';
  const wide = screen.plain ? { ...screen, width: UNWRAPPED } : screen;
  const text = isJson ? renderBaseline(baseline) : renderBaselineScreen(baseline, path, wide);
  await stdout.write(screen.plain && !isJson ? plainScreen('accepted', path, text) : text);
  return 0;
}
