/** What else a document says that analysts look for: obligations, recommendations, needs, forecasts, denials … */
import { STATEMENT_KINDS } from '../../../model/kinds.ts';
import type { StatementKind } from '../../../model/report.ts';
import { capital } from '../../html/capital.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { foreign, wherePage } from '../../html/where.ts';
import { placeId, type SectionInput, sectionId } from './input.ts';

const plural: Readonly<Record<StatementKind, string>> = {
  obligation: 'obligations',
  recommendation: 'recommendations',
  need: 'needs',
  forecast: 'forecasts',
  achievement: 'achievements',
  activity: 'activities',
  denial: 'denials',
  question: 'questions',
};

/** Folded by kind; null where there are none. */
export function statementsSection(input: SectionInput): Markup | null {
  const { statements, document } = input;
  if (statements.length === 0) return null;
  const id = sectionId('statements', input);
  const kinds = STATEMENT_KINDS.flatMap((kind) => {
    const own = statements.filter((statement) => statement.kind === kind);
    if (own.length === 0) return [];
    return [
      tag(
        'details',
        {},
        tag('summary', {}, capital(plural[kind]), ' ', tag('span', { class: 'count' }, own.length)),
        tag(
          'ul',
          { class: 'quotes', lang: foreign(document.language) },
          ...own.map(({ ref, evidence }) => {
            const target = placeId(evidence.start, input);
            return tag(
              'li',
              { id: ref },
              tag('b', {}, ref),
              ' ',
              tag('q', {}, evidence.quote),
              ' ',
              target === null
                ? tag('span', { class: 'where' }, wherePage(evidence))
                : tag('a', { class: 'where', href: `#${target}` }, wherePage(evidence)),
            );
          }),
        ),
      ),
    ];
  });
  return tag(
    'section',
    { id },
    tag('h2', { id: `${id}-title` }, 'Also said ', tag('span', { class: 'count' }, statements.length)),
    ...kinds,
  );
}
