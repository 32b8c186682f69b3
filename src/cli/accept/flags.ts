/** Flags for what has been accepted: a baseline and an ignore file; and for what people said in a review. */
import type { FlagGroup } from '../command.ts';
import { switchFlag, textFlag } from '../flag.ts';

export const baseline = textFlag('--baseline', '<file>', 'accepted before, of pmed baseline; or --no-baseline');
export const noBaseline = switchFlag('--no-baseline', 'go by no baseline');
export const ignoreFile = textFlag('--ignore-file', '<file>', 'accepted, with reasons; or --no-ignore-file');
export const noIgnoreFile = switchFlag('--no-ignore-file', 'go by no ignore file');
export const noUnused = switchFlag('--no-report-unused-ignores', 'say nothing of ignores that hide nothing');
export const review = textFlag('--review', '<file>', 'verdicts of people, of pmed review; or --no-review');
export const noReview = switchFlag('--no-review', 'go by no review file');

/** What the help of `check` and `diff` says of all this. */
export const whatIsAccepted: FlagGroup = {
  title: 'What is accepted',
  flags: [baseline, noBaseline, ignoreFile, noIgnoreFile, noUnused],
};
