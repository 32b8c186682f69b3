/** `pmed review export`: a sheet in which people say what is right. */
import { statSync } from 'node:fs';
import type { DocumentBody } from '../../model/document.ts';
import type { ExitCode } from '../../model/fault.ts';
import type { Evidence } from '../../model/report.ts';
import { counted } from '../../render/numbers.ts';
import type { MissedRow, ReviewRow } from '../../render/review/columns.ts';
import { sectionTitles } from '../../render/sections.ts';
import { valuesOf } from '../../review/correct.ts';
import { CHOICES } from '../../review/typed.ts';
import { version } from '../../version.ts';
import type { Call } from '../command.ts';
import { csvRaw, force, noBom, output } from '../flags.ts';
import { joined } from '../output/bytes.ts';
import { checkTargets } from '../output/check.ts';
import type { Piece } from '../output/draft.ts';
import { attempt } from '../output/refusal.ts';
import { save } from '../output/save.ts';
import { checkStdout } from '../output/stdout.ts';
import { outputTargets } from '../output/target.ts';
import { guidingFiles } from '../rule-files.ts';
import { cannotWrite } from '../usage.ts';
import { sheetFormat } from './flags.ts';
import { type GatheredReview, gatherReview } from './gather.ts';

type SheetFormat = (typeof sheetFormat.formats)[number];

/** @throws PmedError (exit 2) for a sheet that is there: somebody may have filled it in */
export async function exportReview(call: Call, inputs: readonly string[]): Promise<ExitCode> {
  const { session } = call;
  const targets = outputTargets(call.get(output), sheetFormat.formats);
  for (const { typed } of targets.flatMap(({ files }) => files))
    if (!call.get(force) && attempt(typed, () => statSync(typed, { throwIfNoEntry: false }))?.isFile() === true)
      throw cannotWrite(
        typed,
        'it exists, and somebody may have filled it in.',
        `Import what is in it first:  pmed review import ${typed}    Then overwrite it with --force, or use another name.`,
      );
  checkTargets(targets, [...inputs, ...guidingFiles(call)], true);
  if (targets.length === 0) checkStdout(call, sheetFormat, targets);
  const gathered = await gatherReview(call, inputs, true);
  checkTargets(targets, [...gathered.paths, ...guidingFiles(call)], true);
  const rows = gathered.parts.flatMap(rowsOf);
  const missed = gathered.parts.flatMap(({ document, missed: entries }) =>
    entries.map((entry): MissedRow => ({ document: document.name, entry })),
  );
  const render = async (format: SheetFormat, isFile: boolean): Promise<Piece> => {
    if (format === 'xlsx') {
      const { reviewWorkbook } = await import('../../render/review/workbook.ts');
      const documents = gathered.parts.map(({ document }) => document);
      return joined(reviewWorkbook({ rows, missed, documents, folderOf: () => null, version, choices: CHOICES }));
    }
    const { reviewTable } = await import('../../render/review/csv.ts');
    const separator = format === 'tsv' ? '\t' : ',';
    const look = { separator, mark: isFile && !call.get(noBom), guard: isFile && !call.get(csvRaw) } as const;
    return [...reviewTable(rows, missed, look)].join('');
  };
  if (targets.length === 0) {
    await session.stdout.write(await render(call.get(sheetFormat), false));
    return 0;
  }
  const made = new Map<SheetFormat, Piece>();
  for (const { format } of targets) if (!made.has(format)) made.set(format, await render(format, true));
  const judged = rows.filter(({ entry }) => entry !== null).length;
  save(
    targets,
    (format) => made.get(format) ?? '',
    (said) => session.notices.remark(`${said}: ${counted(rows.length, 'row')}, ${judged} with a verdict`),
  );
  const [first] = targets[0]?.files ?? [];
  if (session.isWatched && first !== undefined)
    session.notices.remark(`next: fill in the yellow cells, then  pmed review import ${first.typed}`);
  return 0;
}

function rowsOf({ document, part, matching }: GatheredReview['parts'][number]): ReviewRow[] {
  const titleOf = sectionTitles(document);
  return part.commitments.map((its) => ({
    its,
    document,
    section: titleOf(its.evidence),
    context: part.body === undefined ? '' : contextOf(part.body, its.evidence),
    found: valuesOf(its),
    entry: matching.matched.get(its)?.entry ?? null,
  }));
}

/** Characters on each side of a quote. */
const AROUND = 200;

/** The words before and after a quote, which stands between them as three dots in brackets. */
function contextOf({ text }: DocumentBody, { start, end }: Evidence): string {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/\s+/g, ' ');
  const after = text.slice(end, end + AROUND).replace(/\s+/g, ' ');
  const from = start > AROUND ? before.replace(/^\S*\s/, '… ') : before;
  const to = end + AROUND < text.length ? after.replace(/\s\S*$/, ' …') : after;
  return `${from.trimStart()}[…]${to.trimEnd()}`;
}
