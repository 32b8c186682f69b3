/** How each format of a history is written, and which flags of `pmed diff` need exactly two versions. */

import type { ChangeKind } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { PmedError } from '../../model/fault.ts';
import type { History } from '../../model/history.ts';
import type { Verdict } from '../../model/verdict.ts';
import { whatIsAccepted } from '../accept/flags.ts';
import type { Call } from '../command.ts';
import { type Flag, type FormatFlag, flag } from '../flag.ts';
import { csvRaw, noBom, sarifText } from '../flags.ts';
import type { Place } from '../records/sinks.ts';
import { context, view } from './flags.ts';
import { format } from './writers.ts';

const FORMATS = ['text', 'json', 'ndjson', 'csv', 'tsv', 'md'] as const;
type HistoryFormat = (typeof FORMATS)[number];
const formatNamed = (name: string): HistoryFormat | undefined => FORMATS.find((one) => one === name);

/** The format of stdout, read from the flag of the command. */
export const historyFormat: FormatFlag<HistoryFormat> = {
  ...flag(format, (raw): HistoryFormat => {
    const given = raw.at(-1) ?? 'text';
    const named = formatNamed(given);
    if (named === undefined) throw needsTwo(`--format ${given}`);
    return named;
  }),
  formats: FORMATS,
  families: {},
};

/** What shows one change or one pair of texts. */
const ofTwo: readonly Flag<unknown>[] = [view, context, sarifText, ...whatIsAccepted.flags];

/** @throws PmedError (exit 2) for what a history has not, naming what it has */
export function checkHistoryFlags(call: Call): void {
  call.get(historyFormat);
  const typed = ofTwo.find((one) => call.given(one));
  if (typed) throw needsTwo(typed.long);
}

function needsTwo(what: string): PmedError {
  return new PmedError(`${what} needs exactly two versions.`, {
    code: 'PMED-U021',
    exitCode: 2,
    hint: `Formats of three or more: ${FORMATS.join(', ')}; for others give two of them:  pmed diff old.md new.md`,
  });
}

/** What a history is written from. */
export interface HistoryRun {
  /** With the steps that `--only` and `--level` leave. */
  readonly shown: History;
  readonly verdict: Verdict | null;
  readonly isNarrowed: boolean;
  readonly levels: Partial<Readonly<Record<ChangeKind, Level>>>;
  readonly call: Call;
}

export async function writeHistory(format: HistoryFormat, run: HistoryRun, { screen, isFile }: Place): Promise<string> {
  const { shown, verdict, isNarrowed, levels, call } = run;
  switch (format) {
    case 'text':
      if (screen.plain) return (await import('../../render/plain/changes.ts')).plainHistory(shown, verdict);
      return (await import('../../render/history-text.ts')).renderHistory(shown, {
        ...screen,
        verdict,
        isNarrowed,
        levels,
      });
    case 'json':
      return (await import('../../render/json.ts')).renderJson(shown);
    case 'ndjson':
      return (await import('../../render/history/ndjson.ts')).renderHistoryNdjson(shown);
    case 'csv':
    case 'tsv':
      return (await import('../../render/history/csv.ts')).renderHistoryTable(shown, {
        separator: format === 'csv' ? ',' : '\t',
        mark: isFile && !call.get(noBom),
        guard: isFile && !call.get(csvRaw),
      });
    case 'md':
      return (await import('../../render/history/md.ts')).renderHistoryMarkdown(shown, {
        verdict,
        all: screen.all || isNarrowed,
      });
  }
}
