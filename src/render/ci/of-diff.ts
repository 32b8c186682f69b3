/** Annotations of a diff: what changed, told at its place in the new version, with that of the old one beside it. */
import { LEVELS, levelOf } from '../../model/change-levels.ts';
import { CHANGE_MEANINGS } from '../../model/change-meanings.ts';
import type { ChangeKind, Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import type { Evidence } from '../../model/report.ts';
import { changeValues } from '../change-values.ts';
import { type AnyChange, actorOf, isOfCommitment, whatOf } from '../diff/any-change.ts';
import type { DiffContext } from '../diff/options.ts';
import { bothSaid, type Said } from '../diff/said.ts';
import { counted, grouped } from '../numbers.ts';
import { place } from '../place.ts';
import type { AnnotatedPlace, Annotation, CiDocument, CiRule, RelatedPlace } from './annotation.ts';
import { placeOf, shortSubject, wholeDocument } from './places.ts';
import { capital, oneLine, quoted, sentence } from './wording.ts';

/** What annotations of a diff need besides the diff itself. */
export interface OfDiffOptions {
  /** Paths of the old and the new version as they were typed, with forward slashes. */
  readonly paths: readonly [old: string, now: string];
  /** Ids of the changes that the gate fails on. */
  readonly failing: ReadonlySet<string>;
  /** Levels of kinds that differ from the defaults. */
  readonly levels?: Partial<Record<ChangeKind, Level>>;
  /** The commitments of both versions, where the parts of a sentence that was split or merged are looked up. */
  readonly context?: DiffContext;
}

/**
 * One annotation a change: those of commitments in the order of the diff, then those of the duties of others, then those
 * that are accepted.
 */
export function annotationsOfDiff(diff: Diff, options: OfDiffOptions): Annotation[] {
  return [
    ...[...diff.changes, ...diff.dutyChanges].map((change) => annotationOf(change, diff, options)),
    ...diff.suppressed.map(({ change, by, reason, until }) => ({
      ...annotationOf(change, diff, options),
      fails: false,
      suppressed: { by, reason, until },
    })),
  ];
}

/** Every kind of change as a rule, in the order of the contract; what became of duties of others, where anything did. */
export function rulesOfDiff({ dutyChanges }: Diff, { levels }: Pick<OfDiffOptions, 'levels'> = {}): CiRule[] {
  const rules = CHANGE_KINDS.map((id) => ruleOf(id, id, levels?.[id] ?? LEVELS[id]));
  const duties = CHANGE_KINDS.filter((kind) => dutyChanges.some(({ kinds }) => kinds.includes(kind)));
  return [...rules, ...duties.map((kind) => ruleOf(`duty-${kind}`, kind, 'note'))];
}

function ruleOf(id: string, kind: ChangeKind, level: Level): CiRule {
  return {
    id,
    level,
    short: capital(`${id.replaceAll('-', ' ')}: ${CHANGE_MEANINGS[kind]}`),
    help: 'Compare the quotes of both versions. If the change is meant, accept it; if not, restore what the old version said. All kinds and their levels: pmed help changes',
  };
}

/** The two versions; annotations are about the new one. */
export function documentsOfDiff({ documents }: Diff, paths: OfDiffOptions['paths']): CiDocument[] {
  return documents.map(({ id, sha256, mediaType, bytes }, index) => ({
    id,
    path: paths[index === 0 ? 0 : 1],
    sha256,
    mediaType,
    bytes,
    isSubject: index === 1,
  }));
}

function annotationOf(change: AnyChange, diff: Diff, { paths, failing, levels, context }: OfDiffOptions): Annotation {
  const [oldDocument, nowDocument] = diff.documents;
  const [old, now] = [evidenceOf(change, 'before'), evidenceOf(change, 'after')];
  const duty = isOfCommitment(change) ? '' : 'duty-';
  const what = factOf(change, diff);
  return {
    id: change.id,
    rule: duty + foremost(change, { ...LEVELS, ...levels }),
    rules: change.kinds.map((kind) => duty + kind),
    level: change.level,
    // A duty is told by its sentence, which the message quotes.
    subject: duty !== '' ? null : shortSubject(`${isAlone(change) ? actorOf(change) : ''} ${whatOf(change)}`),
    what,
    message: [what, ...quotesOf(change, context)].join(' '),
    place: now === null ? wholeDocument(paths[1]) : placeOf(now, nowDocument, paths[1]),
    related: old === null ? [] : [relatedTo(placeOf(old, oldDocument, paths[0]), old, oldDocument.name)],
    ids: idsOf(change),
    fails: failing.has(change.id),
    suppressed: null,
  };
}

/** Where a side says it, be it as a commitment or as anything else; null where it does not. */
function evidenceOf(change: AnyChange, side: 'before' | 'after'): Evidence | null {
  const its = change[side];
  if (its !== null) return its.evidence;
  return isOfCommitment(change) ? (change.statement?.evidence ?? null) : null;
}

function idsOf(change: AnyChange): Readonly<Record<string, string>> {
  const [oldId, newId] = isOfCommitment(change)
    ? [change.oldId, change.newId]
    : [change.before?.id ?? null, change.after?.id ?? null];
  return {
    changeId: change.id,
    ...(oldId === null ? {} : { oldId }),
    ...(newId === null ? {} : { newId }),
  };
}

const isAlone = ({ kinds }: AnyChange): boolean => kinds.some((kind) => kind === 'removed' || kind === 'added');

/** The kind that a change is first of all: the first of those that give it its level. */
function foremost({ kinds }: AnyChange, levels: Readonly<Record<ChangeKind, Level>>): ChangeKind {
  const worst = levelOf(kinds, levels);
  return kinds.find((kind) => levels[kind] === worst) ?? 'reworded';
}

/** `Deadline slipped: 2026 → 2028 (+24 months); weakened: will reduce → aim to reduce.` */
function factOf(change: AnyChange, { documents }: Diff): string {
  const told = change.kinds.filter((kind) => kind !== 'moved' || change.kinds.length === 1);
  const facts = told.map((kind) => {
    const values = oneLine(changeValues(kind, change, documents, '→'));
    return `${kind.replaceAll('-', ' ')}${values === '' ? '' : `: ${values}`}`;
  });
  return sentence(`${isOfCommitment(change) ? '' : 'duty of others: '}${facts.join('; ')}`);
}

/** `Was "…" (p. 14).` and `Now "…" (p. 11).` */
function quotesOf(change: AnyChange, context: DiffContext | undefined): string[] {
  const { old, now } = bothSaid(change, context);
  const told = (word: string, said: readonly Said[]): string[] =>
    said.length === 0 ? [] : [`${word} ${said.map(cited).join(' and ')}.`];
  const isGone = change.kinds.includes('removed') && now.length === 0;
  return [...told('Was', old), ...told('Now', now), ...(isGone ? ['The new version does not say it.'] : [])];
}

function cited({ where, marks }: Said): string {
  const quote = quoted(marks.map(({ text }) => text).join(''));
  return where === '' ? quote : `${quote} (${oneLine(where)})`;
}

/** `Old version, p. 14`; by name where that tells more than the path, as of a version from git. */
function relatedTo(where: AnnotatedPlace, evidence: Evidence, name: string): RelatedPlace {
  const at = place(evidence);
  const which = where.path === name || where.path.endsWith(`/${name}`) ? '' : ` (${name})`;
  return { ...where, message: oneLine(`Old version${which}${at === '' ? '' : `, ${at}`}`) };
}

/** `2 errors, 1 warning; 39 unchanged`, or why nothing was compared. */
export function summaryOfDiff(diff: Diff): string {
  const { changes, dutyChanges, suppressed, unchanged, comparable, diagnostics } = diff;
  if (!comparable) return diagnostics.find(({ code }) => code === 'PMED-V501')?.message ?? 'not compared';
  const counts = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const count = changes.filter((change) => change.level === level).length;
    return count === 0 ? [] : [counted(count, level)];
  });
  const parts = [
    `${counts.join(', ') || 'nothing changed'}; ${grouped(unchanged)} unchanged`,
    dutyChanges.length === 0 ? '' : `${counted(dutyChanges.length, 'change')} of duties of others`,
    suppressed.length === 0 ? '' : `${counted(suppressed.length, 'change')} accepted`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
