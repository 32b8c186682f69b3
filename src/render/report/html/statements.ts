/** What else a document says that analysts look for: obligations, recommendations, needs, forecasts, denials … */
import { STATEMENT_KINDS } from '../../../model/kinds.ts';
import type { Statement, StatementKind } from '../../../model/report.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { foreign, wherePage } from '../../html/where.ts';
import { grouped } from '../../numbers.ts';
import { placeId, type SectionInput } from './input.ts';
import { placed, section } from './section.ts';

/** What a kind is called, and what it takes to be one. */
const KINDS: Readonly<Record<StatementKind, readonly [name: string, meaning: string]>> = {
  obligation: ['Obligations', 'what others must do'],
  recommendation: ['Recommendations', 'what others should do'],
  need: ['Needs', 'what has to happen, whoever does it'],
  forecast: ['Forecasts', 'what is expected to happen'],
  achievement: ['Achievements', 'what has been done'],
  activity: ['Activities', 'what is being done'],
  denial: ['Denials', 'what will not be done, or is not promised'],
  question: ['Questions', 'what is asked of readers'],
};

/** Folded by kind; null where there are none. */
export function statementsSection(input: SectionInput): Markup | null {
  const { statements } = input;
  if (statements.length === 0) return null;
  const kinds = STATEMENT_KINDS.flatMap((kind) => {
    const own = statements.filter((statement) => statement.kind === kind);
    return own.length === 0 ? [] : [foldOf(kind, own, input)];
  });
  return section(
    input,
    { name: 'statements', title: 'Also said', count: statements.length },
    tag('p', { class: 'meaning' }, 'Sentences that look like commitments and are none, by what they are.'),
    ...kinds,
  );
}

function foldOf(kind: StatementKind, statements: readonly Statement[], input: SectionInput): Markup {
  const [name, meaning] = KINDS[kind];
  return tag(
    'details',
    { class: 'fold' },
    tag(
      'summary',
      {},
      tag('b', {}, name),
      ' ',
      tag('span', { class: 'count' }, grouped(statements.length)),
      ' ',
      tag('span', { class: 'quiet' }, meaning),
    ),
    tag(
      'ul',
      { class: 'quotes', lang: foreign(input.document.language) },
      ...statements.map(({ ref, evidence }) =>
        tag(
          'li',
          { id: ref },
          tag('span', { class: 'ref' }, ref),
          ' ',
          tag('q', {}, evidence.quote),
          ' ',
          placed(wherePage(evidence), placeId(evidence.start, input)),
        ),
      ),
    ),
  );
}
