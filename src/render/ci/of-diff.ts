/** Annotations of a diff: what changed, told at its place in the new version, with that of the old one beside it. */
import { LEVELS, levelOf } from '../../model/change-levels.ts';
import { CHANGE_MEANINGS } from '../../model/change-meanings.ts';
import type { Change, ChangeKind, Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import type { Commitment, Evidence } from '../../model/report.ts';
import { changeValues } from '../change-values.ts';
import { counted, grouped } from '../numbers.ts';
import { place } from '../place.ts';
import type { AnnotatedPlace, Annotation, CiDocument, CiRule, RelatedPlace } from './annotation.ts';
import { placeOf, subjectOf, wholeDocument } from './places.ts';
import { capital, oneLine, quoted, sentence } from './wording.ts';

/** What annotations of a diff need besides the diff itself. */
export interface OfDiffOptions {
  /** Paths of the old and the new version as they were typed, with forward slashes. */
  readonly paths: readonly [old: string, now: string];
  /** Ids of the changes that the gate fails on. */
  readonly failing: ReadonlySet<string>;
  /** Levels of kinds that differ from the defaults. */
  readonly levels?: Partial<Record<ChangeKind, Level>>;
}

/** One annotation a change, in the order of the diff; those that are accepted last. */
export function annotationsOfDiff(diff: Diff, options: OfDiffOptions): Annotation[] {
  return [
    ...diff.changes.map((change) => annotationOf(change, diff, options)),
    ...diff.suppressed.map(({ change, by, reason, until }) => ({
      ...annotationOf(change, diff, options),
      fails: false,
      suppressed: { by, reason, until },
    })),
  ];
}

/** Every kind of change as a rule, in the order of the contract. */
export function rulesOfDiff({ levels }: Pick<OfDiffOptions, 'levels'> = {}): CiRule[] {
  return CHANGE_KINDS.map((id) => ({
    id,
    level: levels?.[id] ?? LEVELS[id],
    short: capital(`${id.replaceAll('-', ' ')}: ${CHANGE_MEANINGS[id]}`),
    help: 'Compare the quotes of both versions. If the change is meant, accept it; if not, restore what the old version said. All kinds and their levels: pmed help changes',
  }));
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

function annotationOf(change: Change, diff: Diff, { paths, failing, levels }: OfDiffOptions): Annotation {
  const { before, after, statement } = change;
  const [oldDocument, nowDocument] = diff.documents;
  const [old, now] = [before?.evidence ?? otherSide(after, statement), after?.evidence ?? otherSide(before, statement)];
  const ids = { changeId: change.id, oldId: change.oldId, newId: change.newId };
  return {
    id: change.id,
    rule: foremost(change, { ...LEVELS, ...levels }),
    rules: change.kinds,
    level: change.level,
    subject: subjectOf(before ?? after, isAlone(change)),
    what: whatOf(change, diff),
    message: messageOf(change, diff, old, now),
    place: now === null ? wholeDocument(paths[1]) : placeOf(now, nowDocument, paths[1]),
    related: old === null ? [] : [relatedTo(placeOf(old, oldDocument, paths[0]), old, oldDocument.name)],
    ids: Object.fromEntries(Object.entries(ids).flatMap(([key, id]) => (id === null ? [] : [[key, id]]))),
    fails: failing.has(change.id),
    suppressed: null,
  };
}

/** Where the sentence stands in the version that makes no commitment of it: null where that does not say it at all. */
const otherSide = (hasCommitment: Commitment | null, statement: Change['statement']): Evidence | null =>
  hasCommitment === null ? null : (statement?.evidence ?? null);

const isAlone = ({ kinds }: Change): boolean => kinds.some((kind) => kind === 'removed' || kind === 'added');

/** The kind that a change is first of all: the first of those that give it its level. */
function foremost({ kinds }: Change, levels: Readonly<Record<ChangeKind, Level>>): ChangeKind {
  const worst = levelOf(kinds, levels);
  return kinds.find((kind) => levels[kind] === worst) ?? 'reworded';
}

/** `Deadline slipped: 2026 → 2028 (+24 months); weakened: will reduce → aim to reduce.` */
function whatOf(change: Change, { documents }: Diff): string {
  const told = change.kinds.filter((kind) => kind !== 'moved' || change.kinds.length === 1);
  const what = told.map((kind) => {
    const values = oneLine(changeValues(kind, change, documents, '→'));
    return `${kind.replaceAll('-', ' ')}${values === '' ? '' : `: ${values}`}`;
  });
  return sentence(what.join('; '));
}

/** `Deadline slipped: 2026 → 2028 (+24 months). Was "…" (p. 14). Now "…" (p. 11).` */
function messageOf(change: Change, diff: Diff, old: Evidence | null, now: Evidence | null): string {
  const stems = [change.before?.stem?.quote, change.after?.stem?.quote];
  const showsStem = old !== null && now !== null && old.quote === now.quote && stems[0] !== stems[1];
  const said = (evidence: Evidence, side: 0 | 1): string =>
    showsStem && stems[side] !== undefined ? `${stems[side]} ${evidence.quote}` : evidence.quote;
  const { quote } = change.fields;
  const parts = [whatOf(change, diff)];
  if (old !== null) parts.push(cited('Was', said(old, 0), old));
  else if (quote?.before) parts.push(`Was ${quoted(String(quote.before))}.`);
  if (now !== null) parts.push(cited('Now', said(now, 1), now));
  else if (quote?.after) parts.push(`Now ${quoted(String(quote.after))}.`);
  else if (change.kinds.includes('removed')) parts.push('The new version does not say it.');
  return parts.join(' ');
}

function cited(word: string, quote: string, evidence: Evidence): string {
  const where = place(evidence);
  return `${word} ${quoted(quote)}${where === '' ? '' : ` (${oneLine(where)})`}.`;
}

/** `Old version, p. 14`; by name where that tells more than the path, as of a version from git. */
function relatedTo(where: AnnotatedPlace, evidence: Evidence, name: string): RelatedPlace {
  const at = place(evidence);
  const which = where.path === name || where.path.endsWith(`/${name}`) ? '' : ` (${name})`;
  return { ...where, message: oneLine(`Old version${which}${at === '' ? '' : `, ${at}`}`) };
}

/** `2 errors, 1 warning; 39 unchanged`, or why nothing was compared. */
export function summaryOfDiff({ changes, suppressed, unchanged, comparable, diagnostics }: Diff): string {
  if (!comparable) return diagnostics.find(({ code }) => code === 'PMED-V501')?.message ?? 'not compared';
  const counts = (['error', 'warning', 'note'] as const).flatMap((level) => {
    const count = changes.filter((change) => change.level === level).length;
    return count === 0 ? [] : [counted(count, level)];
  });
  const accepted = suppressed.length === 0 ? '' : `, ${counted(suppressed.length, 'accepted change')}`;
  return `${counts.join(', ') || 'nothing changed'}; ${grouped(unchanged)} unchanged${accepted}`;
}
