/** One commitment on the screen of a history: what it is, how it first stood, what happened in which version, how it stands. */
import type { ChangeKind } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import type { History, HistoryCommitment, HistoryKind, HistoryStatus, HistoryStep } from '../../model/history.ts';
import type { Evidence } from '../../model/report.ts';
import { changeValues } from '../change-values.ts';
import { edge, edged, paintOf } from '../diff/edge.ts';
import { harmless } from '../harmless.ts';
import { place } from '../place.ts';
import { type ScreenOptions, sign } from '../screen.ts';
import { displayWidth, pad } from '../width.ts';
import { hang, wrap } from '../wrap.ts';
import { versionName } from './versions.ts';

const SIGNS: Readonly<Record<HistoryStatus, string>> = {
  removed: '-',
  reinstated: '+',
  changed: '~',
  merged: '~',
  added: '+',
  kept: '=',
};
const INDENT = 5;
/** Columns of a version's name and of a kind's. */
const VERSION = 5;
const KIND = 19;

/** How a block is drawn: `levels` has those of all kinds. */
export interface BlockScreen extends ScreenOptions {
  readonly levels: Readonly<Record<ChangeKind, Level>>;
}

/** The lines of a commitment. With `all`, every wording is quoted, else the first and the last. */
export function historyBlock(one: HistoryCommitment, history: History, screen: BlockScreen): string[] {
  const { paint } = screen;
  const tone = { removed: paint.bad, changed: paint.warn, merged: paint.warn, kept: paint.quiet };
  const toned = one.status === 'added' || one.status === 'reinstated' ? paint.good : tone[one.status];
  const head = ` ${SIGNS[one.status]} ${pad(one.status, 10)} ${pad(one.ref, 4)} `;
  const what = harmless([one.who, one.what].filter(Boolean).join(' '));
  const [first = '', ...rest] = hang(what, screen.width, head, ' '.repeat(head.length));
  const painted = `${toned(first.slice(0, 13))}${paint.id(first.slice(13, head.length))}${first.slice(head.length)}`;
  return [painted, ...rest, ...wordings(one, history, screen)];
}

/** A wording and where it stands; empty where that is not known. */
interface Wording {
  readonly quote: string;
  readonly where: string;
}

function wordings(one: HistoryCommitment, history: History, screen: BlockScreen): string[] {
  const lines: string[] = [];
  let quoted = '';
  let named = 0;
  const quote = (version: number, wording: Wording | null): string[] => {
    if (wording === null || levelled(wording.quote) === quoted) return [];
    quoted = levelled(wording.quote);
    const label = version === named ? '' : versionName(version);
    named = version;
    return cited(label, wording, screen);
  };
  for (const [index, step] of one.steps.entries()) {
    const isLast = index === one.steps.length - 1;
    if (index === 0) lines.push(...quote(step.against, wordingBefore(step)));
    const isPlain = step.version === one.first && step.kinds.every((kind) => kind === 'added');
    if (!isPlain) {
      lines.push(...happened(one, step, history, screen));
      named = step.version;
    }
    if (!isPlain && !isLast && !screen.all) continue;
    const its = quote(step.version, wordingAfter(step));
    const paint = paintOf(step.level, screen.paint);
    lines.push(...(isPlain && its.length > 0 ? edged(its, step.level, screen.width, paint) : its));
  }
  // Later versions may have reworded it.
  const isThere = one.status !== 'removed' && one.status !== 'merged' && one.steps.at(-1)?.change?.after !== null;
  if (isThere) lines.push(...quote(one.last, wordingOf(one.evidence)));
  return lines;
}

const wordingOf = (evidence: Evidence): Wording => ({ quote: evidence.quote, where: place(evidence) });

/** What the version says that a step was compared with. */
function wordingBefore({ change }: HistoryStep): Wording | null {
  if (change?.before) return wordingOf(change.before.evidence);
  if (change?.after && change.statement) return wordingOf(change.statement.evidence);
  const quote = change?.fields.quote?.before;
  return typeof quote === 'string' ? { quote, where: '' } : null;
}

/** What the version of a step says. */
function wordingAfter({ evidence, change }: HistoryStep): Wording | null {
  if (evidence) return wordingOf(evidence);
  const quote = change?.fields.quote?.after;
  return typeof quote === 'string' ? { quote, where: '' } : null;
}

/** A wording without what only the setting of a text changes. */
const levelled = (quote: string): string =>
  quote.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, '-').replace(/\s+/g, ' ');

/** A line for each kind of a step, the first with its version. */
function happened(one: HistoryCommitment, step: HistoryStep, history: History, screen: BlockScreen): string[] {
  const kinds = step.kinds.filter((kind) => screen.all || kind !== 'moved' || step.kinds.length === 1);
  return kinds.flatMap((kind, index) => {
    const label = index === 0 ? versionName(step.version) : '';
    const level = kind === 'reinstated' ? 'note' : screen.levels[kind];
    return kindLines(
      `${' '.repeat(INDENT)}${pad(label, VERSION)}`,
      kind,
      valueShown(kind, one, step, history, screen),
      level,
      screen,
    );
  });
}

function valueShown(
  kind: HistoryKind,
  one: HistoryCommitment,
  step: HistoryStep,
  history: History,
  screen: ScreenOptions,
): string {
  if (kind === 'reinstated') return `as in ${versionName(step.against)}`;
  if (kind === 'merged' && one.into !== null) return `into ${refOf(one.into, history)}`;
  const [old, now] = [history.documents[step.against - 1], history.documents[step.version - 1]];
  if (!old || !now || step.change === null) return '';
  return harmless(changeValues(kind, step.change, [old, now], sign('arrow', screen)));
}

/** How the commitment that another was merged into is called, where the screen may show it. */
function refOf(id: string, { commitments }: History): string {
  const other = commitments.find((one) => one.id === id);
  return other ? `${other.ref} of ${versionName(other.last)}` : 'another';
}

/** `     v3   deadline slipped   2025 → 2027  (+24 months)      error`. */
function kindLines(start: string, kind: HistoryKind, value: string, level: Level, screen: ScreenOptions): string[] {
  const paint = paintOf(level, screen.paint);
  const label = kind.replaceAll('-', ' ');
  const room = screen.width - start.length - KIND - 9;
  if (room < 20) {
    const indent = ' '.repeat(start.length + 2);
    const head = edge(`${start}${label}`, level, screen.width, paint);
    return value === '' ? [head] : [head, ...hang(value, screen.width, indent, indent)];
  }
  const fits = displayWidth(label) < KIND;
  const [first = '', ...rest] = value === '' ? [''] : wrap(value, room);
  const line = fits ? `${start}${pad(label, KIND)}${first}` : `${start}${label}`;
  const indent = ' '.repeat(start.length + KIND);
  return [edge(line, level, screen.width, paint), ...(fits ? rest : [first, ...rest]).map((each) => indent + each)];
}

function cited(label: string, { quote, where }: Wording, screen: ScreenOptions): string[] {
  const head = `${' '.repeat(INDENT)}${pad(label, VERSION)}${pad(where, 6)} `;
  return hang(`"${harmless(quote)}"`, screen.width, head, ' '.repeat(head.length));
}
