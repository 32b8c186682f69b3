/** How the page came about: what is read out of sentences, by which rules, how to cite it, and how to make it again. */
import { STRENGTH_LABELS } from '../../../model/kinds.ts';
import type { Commitment, DocumentRecord } from '../../../model/report.ts';
import { type Content, type Markup, tag } from '../../html/markup.ts';
import { grouped } from '../../numbers.ts';
import { strengthMeanings } from '../../strength-meanings.ts';
import type { PageSettings } from './input.ts';

const CHECKS: readonly (readonly [string, string])[] = [
  ['checkable', 'says who, by when, and something that can be counted or measured'],
  ['reported', 'somebody else’s commitment, told by the document'],
  ['undated', 'neither its sentence nor what introduces it says when'],
];

/** How often each rule found something. */
export type RuleCounts = ReadonlyMap<string, number>;

/** Adds what rules found to the counts. */
export function countRules(counts: Map<string, number>, records: readonly Pick<Commitment, 'rules'>[]): void {
  for (const { rules } of records) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
}

/** What stands on the page besides what every page says of itself. */
export function aboutReport(
  counts: RuleCounts,
  documents: readonly DocumentRecord[],
  { tool, rules, sections }: PageSettings,
): Content[] {
  const [first] = documents;
  return [
    sections.has('commitments') || sections.has('summary')
      ? [
          tag('h3', {}, 'What the words mean'),
          terms([
            ...[...STRENGTH_LABELS].reverse().map((label) => [label, strengthMeanings[label]] as const),
            ...CHECKS,
          ]),
        ]
      : null,
    tag('h3', {}, 'How to cite'),
    first === undefined || documents.length > 1
      ? null
      : tag(
          'p',
          {},
          `${citation(first)} Read with pmed ${tool.version}, ${tool.packs.map(({ id, version }) => `${id} ${version}`).join(', ')}.`,
        ),
    tag(
      'p',
      {},
      'Cite the document, not this page: every finding has its quote and place. The same findings with their offsets, ids and rules are in the JSON (',
      tag('code', {}, '-o report.json'),
      '); ',
      tag('code', {}, 'pmed schema report'),
      ' describes it, and ',
      tag('code', {}, 'pmed explain'),
      ' says of every id why it was found.',
    ),
    counts.size === 0 ? null : rulesTable(counts, rules),
  ];
}

/** Publisher, year and title. */
function citation({ publisher, date, title, name }: DocumentRecord): string {
  const year = date === null ? 'no date' : date.value.slice(0, 4);
  return `${publisher ?? 'No publisher'} (${year}), ${title ?? name}.`;
}

function terms(pairs: readonly (readonly [name: string, words: string])[]): Markup {
  return tag(
    'dl',
    { class: 'terms' },
    ...pairs.flatMap(([name, words]) => [tag('dt', {}, name), tag('dd', {}, words)]),
  );
}

/** Folded: the rules that found something, the commonest first. */
function rulesTable(counts: RuleCounts, rules: PageSettings['rules']): Markup {
  const ranked = [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
  return tag(
    'details',
    { class: 'fold' },
    tag('summary', {}, tag('b', {}, 'Rules that found something'), ' ', tag('span', { class: 'count' }, ranked.length)),
    tag(
      'table',
      { class: 'rules' },
      tag(
        'thead',
        {},
        tag(
          'tr',
          {},
          tag('th', { scope: 'col' }, 'Rule'),
          tag('th', { scope: 'col' }, 'What it finds'),
          tag('th', { scope: 'col', class: 'number' }, 'Found'),
        ),
      ),
      tag(
        'tbody',
        {},
        ...ranked.map(([rule, count]) =>
          tag(
            'tr',
            {},
            tag('th', { scope: 'row' }, tag('code', {}, rule)),
            tag('td', {}, rules.get(rule) ?? ''),
            tag('td', { class: 'number' }, grouped(count)),
          ),
        ),
      ),
    ),
  );
}
