/** A history as Markdown: a table of the versions, then what became of the commitments, status by status. */

import type { History, HistoryCommitment, HistoryStatus, HistoryStep } from '../../model/history.ts';
import { isQuietStep } from '../../model/history-steps.ts';
import { HISTORY_STATUSES } from '../../model/kinds.ts';
import type { Evidence } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { changeValues } from '../change-values.ts';
import { readableDate } from '../dates.ts';

import { markdownTable, markdownText } from '../markdown.ts';
import { grouped } from '../numbers.ts';
import { place } from '../place.ts';
import { versionName } from './versions.ts';

/** What the page shows besides the history itself. */
export interface HistoryPage {
  readonly verdict: Verdict | null;
  /** Whether what was only moved or reworded is told too. */
  readonly all: boolean;
}

const TITLES: Readonly<Record<HistoryStatus, string>> = {
  removed: 'Removed',
  reinstated: 'Reinstated',
  changed: 'Changed',
  merged: 'Merged into others',
  added: 'Added',
  kept: 'Kept',
};

/** The page; it begins with a mark by which pmed knows its own files. */
export function renderHistoryMarkdown(history: History, { verdict, all }: HistoryPage): string {
  const title = history.documents.findLast((one) => one.title !== null)?.title ?? 'Versions';
  const told = history.commitments.flatMap((one) => {
    const steps = all ? one.steps : one.steps.filter(({ kinds }) => !isQuietStep(kinds));
    return steps.length === 0 ? [] : [{ ...one, steps }];
  });
  const sections = HISTORY_STATUSES.flatMap((status) => {
    const its = told.filter((one) => one.status === status);
    return its.length === 0 ? [] : [`## ${TITLES[status]}\n`, ...its.map((one) => entry(one, history))];
  });
  const { summary } = history;
  const counts = HISTORY_STATUSES.flatMap((status) =>
    status === 'kept' || summary[status] === 0 ? [] : [`${grouped(summary[status])} ${status}`],
  );
  const result = verdict === null ? [] : [`**${words(verdict)}**\n`];
  return [
    `<!-- pmed:history -->\n# ${markdownText(title)}\n`,
    ...result,
    `${counts.length === 0 ? 'Nothing changed' : counts.join(', ')}; ${grouped(summary.kept)} kept.\n`,
    versionTable(history),
    ...sections,
  ].join('\n');
}

const words = ({ outcome, reason }: Verdict): string =>
  `${{ pass: 'Pass', fail: 'Fail', none: 'No verdict' }[outcome]}: ${markdownText(reason)}`;

function versionTable({ versions, documents }: History): string {
  const rows = versions.map((one) => {
    const document = documents[one.version - 1];
    const date = document?.date ? readableDate(document.date.value) : '';
    const changes = one.against === null ? ['', '', '', ''] : [one.removed, one.changed, one.reinstated, one.added];
    const aside = one.reason === null ? '' : `: set aside, ${markdownText(one.reason)}`;
    return [
      versionName(one.version),
      date,
      `${markdownText(document?.name ?? '')}${aside}`,
      grouped(one.commitments),
      ...changes.map(String),
    ];
  });
  return markdownTable(['', 'Published', 'Document', 'Found', 'Removed', 'Changed', 'Back', 'Added'], rows);
}

function entry(one: HistoryCommitment, history: History): string {
  const what = markdownText([one.who, one.what].filter(Boolean).join(' '));
  const [first] = one.steps;
  const before = first?.change?.before;
  const start = before && first ? [`- ${versionName(first.against)}${quoted(before.evidence)}`] : [];
  return [`**${one.ref}** ${what}\n`, ...start, ...one.steps.map((step) => told(step, history)), ''].join('\n');
}

function told(step: HistoryStep, history: History): string {
  const [old, now] = [history.documents[step.against - 1], history.documents[step.version - 1]];
  const kinds = step.kinds.map((kind) => {
    if (kind === 'reinstated') return `reinstated as in ${versionName(step.against)}`;
    const value = old && now && step.change ? changeValues(kind, step.change, [old, now], '→') : '';
    return `${kind.replaceAll('-', ' ')}${value === '' ? '' : ` ${markdownText(value)}`}`;
  });
  return `- ${versionName(step.version)} ${kinds.join(', ')} (${step.level})${step.evidence ? quoted(step.evidence) : ''}`;
}

const quoted = (evidence: Evidence): string => {
  const where = place(evidence);
  return ` “${markdownText(evidence.quote)}”${where === '' ? '' : ` (${where})`}`;
};
