/** One change of an HTML page: who promises what, each kind with its values and level, and both quotes. */

import { groupOf } from '../../../model/change-groups.ts';
import type { ChangeKind, Diff } from '../../../model/diff.ts';
import type { Level } from '../../../model/fault.ts';
import { lag, valuesOf } from '../../change-values.ts';
import { capital } from '../../html/capital.ts';
import { levelBadge } from '../../html/level.ts';
import { fragment, type Markup, tag } from '../../html/markup.ts';
import { what, who } from '../../undertaking.ts';
import { type AnyChange, actorOf, isOfCommitment } from '../any-change.ts';
import type { DiffContext, DiffOptions } from '../options.ts';
import { kindsOf, levelIn } from '../told.ts';
import { groupWords } from './groups.ts';
import { quotePair } from './quotes.ts';

/** What changes are shown with. */
export interface ChangeLook {
  readonly documents: Diff['documents'];
  readonly context: DiffContext;
  readonly options: DiffOptions;
}

/**
 * An article that can be linked to by the id of the change. Those of commitments are filtered by group and level.
 * @param accepted why it is no reason for anything; then no filter touches it
 */
export function changeArticle(change: AnyChange, look: ChangeLook, accepted: string | null = null): Markup {
  const { documents, context, options } = look;
  const group = groupOf(change.kinds);
  const { sign, title } = groupWords[group];
  // What there is only the one thing to say of is said by the group that it stands in.
  const isPlain = change.kinds.every((kind) => valuesOf(kind, change, documents) === null);
  const isCounted = accepted === null && isOfCommitment(change);
  return tag(
    'article',
    {
      class: `card ${group}`,
      id: change.id,
      'data-group': isCounted ? group : null,
      'data-level': isCounted ? change.level : null,
    },
    tag(
      'div',
      { class: 'card-head' },
      tag('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      tag(
        'h3',
        {},
        tag('span', { class: 'unseen' }, `${title}: `),
        titleOf(change, documents[1].publisher ?? documents[0].publisher),
      ),
      isPlain ? levelBadge(change.level) : null,
      tag('a', { class: 'permalink', href: `#${change.id}` }, tag('span', { class: 'unseen' }, 'Link to '), change.id),
    ),
    isPlain
      ? null
      : tag(
          'ul',
          { class: 'facts' },
          ...kindsOf(change, options).map((kind) => fact(kind, levelIn(change, kind, options), change, documents)),
        ),
    quotePair(change, documents, context),
    accepted === null ? null : tag('p', { class: 'accepted' }, accepted),
  );
}

/** Who undertakes what; of a duty who is to do it, and what kind of duty it is. */
function titleOf(change: AnyChange, publisher: string | null): Markup {
  const named = (name: string): Markup => tag('span', { class: 'who' }, capital(name));
  if (isOfCommitment(change)) {
    const record = change.before ?? change.after;
    return record === null ? fragment() : fragment(named(who(record, publisher)), ' ', what(record));
  }
  const name = actorOf(change);
  return fragment(named(name === '' ? 'not named' : name), ` (${(change.before ?? change.after)?.kind ?? 'duty'})`);
}

function fact(kind: ChangeKind, level: Level, change: AnyChange, documents: Diff['documents']): Markup {
  return tag(
    'li',
    {},
    tag('span', { class: 'kind' }, capital(kind.replaceAll('-', ' '))),
    ' ',
    tag('span', { class: 'values' }, values(kind, change, documents)),
    ' ',
    levelBadge(level),
  );
}

function values(kind: ChangeKind, change: AnyChange, documents: Diff['documents']): Markup | string {
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
