/** One change of an HTML page: who promises what, each kind with its values and level, and both quotes. */

import { groupOf } from '../../../model/change-groups.ts';
import type { Change, ChangeKind, Diff } from '../../../model/diff.ts';
import type { Level } from '../../../model/fault.ts';
import { lag, valuesOf } from '../../change-values.ts';
import { fragment, type Markup, tag } from '../../html/markup.ts';
import { what, who } from '../../undertaking.ts';
import { groupWords } from './groups.ts';
import { type ById, quotePair } from './quotes.ts';

/** What changes are shown with. */
export interface ChangeLook {
  readonly documents: Diff['documents'];
  readonly byId: readonly [old: ById, now: ById];
  readonly levels: Readonly<Record<ChangeKind, Level>>;
}

/**
 * An article that can be linked to by the id of the change, and is filtered by its group and level.
 * @param accepted why it is no reason for anything; then it is left out of filters
 */
export function changeArticle(change: Change, look: ChangeLook, accepted: string | null = null): Markup {
  const { documents, byId, levels } = look;
  const group = groupOf(change.kinds);
  const { sign, title } = groupWords[group];
  const record = change.before ?? change.after;
  // What there is only the one thing to say of is said by the group that it stands in.
  const isPlain = change.kinds.every((kind) => valuesOf(kind, change, documents) === null);
  const publisher = documents[1].publisher ?? documents[0].publisher;
  return tag(
    'article',
    {
      class: `change ${group}`,
      id: change.id,
      'data-group': accepted === null ? group : null,
      'data-level': accepted === null ? change.level : null,
    },
    tag(
      'div',
      { class: 'change-head' },
      tag('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      tag(
        'h3',
        {},
        tag('span', { class: 'unseen' }, `${title}: `),
        ...(record === null ? [] : [tag('span', { class: 'who' }, capital(who(record, publisher))), ' ', what(record)]),
      ),
      isPlain ? levelOf(change.level) : null,
      tag('a', { class: 'permalink', href: `#${change.id}` }, tag('span', { class: 'unseen' }, 'Link to '), change.id),
    ),
    isPlain
      ? null
      : tag('ul', { class: 'facts' }, ...change.kinds.map((kind) => fact(kind, levels[kind], change, documents))),
    quotePair(change, documents, byId),
    accepted === null ? null : tag('p', { class: 'accepted' }, accepted),
  );
}

const levelOf = (level: Level): Markup => tag('span', { class: `level ${level}` }, level);

function fact(kind: ChangeKind, level: Level, change: Change, documents: Diff['documents']): Markup {
  return tag(
    'li',
    {},
    tag('span', { class: 'kind' }, capital(kind.replaceAll('-', ' '))),
    ' ',
    tag('span', { class: 'values' }, values(kind, change, documents)),
    ' ',
    levelOf(level),
  );
}

function values(kind: ChangeKind, change: Change, documents: Diff['documents']): Markup | string {
  const found = valuesOf(kind, change, documents);
  if (found === null) return '';
  if (found.kind === 'words') return found.words;
  return fragment(
    tag('span', {}, found.before),
    tag('span', { class: 'arrow', 'aria-hidden': 'true' }, ' → '),
    tag('span', { class: 'unseen' }, ' became '),
    tag('b', {}, found.after),
    found.days === 0 ? null : tag('span', { class: 'lag' }, ` ${lateness(found.days)}`),
  );
}

/** `+24 months (731 days)`, or `+30 days`. */
function lateness(days: number): string {
  const told = lag(days);
  return told.includes('day') ? told : `${told} (${Math.abs(days)} days)`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
