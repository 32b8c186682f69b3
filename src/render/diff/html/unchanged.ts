/** Commitments that stand as they were: folded, with their quotes and where they stand in both versions. */
import type { Diff } from '../../../model/diff.ts';
import type { Commitment } from '../../../model/report.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { foreign, wherePage } from '../../html/where.ts';
import { counted, grouped } from '../../numbers.ts';

/** More are counted and not listed, so that the page stays one that a browser opens at once. */
const MOST = 1_000;

/**
 * @param diff with all of its changes
 * @param old the commitments of the old version
 * @param now those of the new one
 */
export function unchangedOf(diff: Diff, old: readonly Commitment[], now: readonly Commitment[]): Markup {
  const all = [...diff.changes, ...diff.suppressed.map(({ change }) => change)];
  const changed = new Set(all.flatMap(({ oldId, also }) => [oldId, ...also.map((other) => other.oldId)]));
  const same = old.filter(({ id }) => !changed.has(id));
  const left = same.length - MOST;
  const find = finder(now);
  return tag(
    'section',
    { id: 'unchanged', 'aria-labelledby': 'unchanged-title' },
    tag('h2', { id: 'unchanged-title' }, 'Unchanged ', tag('span', { class: 'count' }, grouped(diff.unchanged))),
    same.length === 0
      ? tag('p', { class: 'meaning' }, 'No commitment stands as it was.')
      : tag(
          'details',
          {},
          tag('summary', {}, `${counted(same.length, 'commitment')} as before`),
          tag(
            'table',
            {},
            tag(
              'thead',
              {},
              tag('tr', {}, ...['Ref', 'Quote', 'Was', 'Now'].map((name) => tag('th', { scope: 'col' }, name))),
            ),
            tag('tbody', {}, ...same.slice(0, MOST).map((each) => row(each, find(each), diff.documents[0].language))),
          ),
          left > 0
            ? tag(
                'p',
                {},
                `${counted(left, 'more commitment')}:  `,
                tag('code', {}, 'pmed commitments'),
                ' lists them.',
              )
            : null,
        ),
  );
}

/** Finds a commitment again by its id, or by its words where the sections are called otherwise. */
function finder(commitments: readonly Commitment[]): (old: Commitment) => Commitment | undefined {
  const ids = new Map(commitments.map((each) => [each.id, each]));
  const quotes = new Map(commitments.map((each) => [each.evidence.quote, each]));
  return ({ id, evidence }) => ids.get(id) ?? quotes.get(evidence.quote);
}

function row(each: Commitment, now: Commitment | undefined, language: string | null): Markup {
  const stem = each.stem === null ? null : [tag('span', { class: 'quiet' }, each.stem.quote), ' '];
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, each.ref),
    tag('td', { class: 'quoted', lang: foreign(language) }, stem, each.evidence.quote),
    tag('td', { class: 'where' }, wherePage(each.evidence)),
    tag('td', { class: 'where' }, now === undefined ? '' : wherePage(now.evidence)),
  );
}
