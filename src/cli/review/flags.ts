/** The flags of `pmed review` alone. */
import { formatFlag } from '../flag.ts';

/** The format of a sheet on stdout. */
export const sheetFormat = formatFlag(['csv', 'tsv', 'xlsx']);
