/** The flags of `pmed baseline` alone. */
import { formatFlag, switchFlag } from '../flag.ts';

export const ofDiff = switchFlag('--diff', 'record the changes between <old> and <new> instead of findings');
export const baselineFormat = formatFlag(['text', 'json']);
