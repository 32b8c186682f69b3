/** Commitments in groups: by who is bound, theme, section, year or strength. */
import { STRENGTH_LABELS } from '../../model/kinds.ts';
import type { ReportPart } from '../../model/part.ts';
import type { Commitment } from '../../model/report.ts';
import { harmless } from '../harmless.ts';
import type { Distinct } from './distinct.ts';

export const GROUPINGS = ['actor', 'theme', 'section', 'deadline', 'strength'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Commitments under one head. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Distinct[];
}

type Titles = (commitment: Commitment) => readonly string[];

/**
 * The groups with their rows, each in the order given. Actors and themes: the one with most first; sections as in the
 * document; years and strengths in their order; what has none comes last. A commitment stands under each of its themes.
 */
export function groupsOf(rows: readonly Distinct[], grouping: Grouping, part: ReportPart): readonly Group[] {
  const none = NONE[grouping];
  const titles = titlesBy(grouping, part);
  const groups = new Map<string, Distinct[]>();
  for (const title of fixedOrder(grouping, part)) groups.set(title, []);
  for (const row of rows) {
    const own = titles(row.commitment);
    for (const title of own.length === 0 ? [none] : own) {
      const group = groups.get(title);
      if (group === undefined) groups.set(title, [row]);
      else group.push(row);
    }
  }
  const filled = [...groups].filter(([, own]) => own.length > 0).map(([title, own]) => ({ title, rows: own }));
  const isLast = ({ title }: Group): number => Number(title === none);
  if (grouping === 'actor' || grouping === 'theme')
    return filled.sort((a, b) => isLast(a) - isLast(b) || b.rows.length - a.rows.length);
  if (grouping === 'deadline')
    return filled.sort((a, b) => isLast(a) - isLast(b) || (a.title < b.title ? -1 : Number(a.title > b.title)));
  return filled.sort((a, b) => isLast(a) - isLast(b));
}

const NONE: Readonly<Record<Grouping, string>> = {
  actor: 'not named',
  theme: 'no theme',
  section: 'before the first heading',
  deadline: 'no day',
  strength: 'no strength',
};

function titlesBy(grouping: Grouping, { document, themes }: ReportPart): Titles {
  switch (grouping) {
    case 'actor':
      return actorTitles();
    case 'theme': {
      const labels = new Map(themes.map(({ id, label }) => [id, harmless(label)]));
      return (commitment) => commitment.themes.map((id) => labels.get(id) ?? harmless(id));
    }
    case 'section': {
      const titles = sectionTitles(document);
      return ({ evidence }) => titles.get(evidence.sectionId ?? '') ?? [];
    }
    case 'deadline':
      return ({ deadline }) => (deadline?.end ? [deadline.end.slice(0, 4)] : []);
    case 'strength':
      return ({ strengthLabel }) => [strengthLabel];
  }
}

/** By name, whatever its case, as it is written first. */
export function actorTitles(): Titles {
  const names = new Map<string, string>();
  return ({ actor }) => {
    const name = actor.name ?? actor.text;
    if (name === null) return [];
    const key = name.toLowerCase().replace(/^the /, '');
    const known = names.get(key) ?? harmless(name);
    names.set(key, known);
    return [known];
  };
}

function fixedOrder(grouping: Grouping, { document }: ReportPart): readonly string[] {
  if (grouping === 'strength') return [...STRENGTH_LABELS].reverse();
  if (grouping === 'section') return [...sectionTitles(document).values()].flat();
  return [];
}

/** Title of each section by its id; two of the same title are one group. */
function sectionTitles(document: ReportPart['document']): ReadonlyMap<string, readonly string[]> {
  return new Map(document?.sections.map(({ id, title }) => [id, [harmless(title)]]));
}
