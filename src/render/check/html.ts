/** `pmed check -f html`: a page with what to mend, sentence by sentence, document by document. */

import type { Finding, Suppressed } from '../../model/findings.ts';
import { type FindingsPart, summariseFindings } from '../../model/findings-part.ts';
import { SCHEMA_VERSION } from '../../model/kinds.ts';
import type { DocumentRecord, Tool } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { documentFacts } from '../html/document-facts.ts';
import { filterBar, rowOf, tileOf } from '../html/facets.ts';
import { LEVELS_SHOWN } from '../html/level.ts';
import { type Content, type Markup, tag } from '../html/markup.ts';
import { aboutOf, problemsOf } from '../html/notes.ts';
import { htmlPage } from '../html/page.ts';
import { reportScript } from '../html/report-script.ts';
import { verdictOf } from '../html/verdict.ts';
import { counted, grouped } from '../numbers.ts';
import { acceptedFindings } from './html/accepted.ts';
import { bySentence, findingCard } from './html/card.ts';
import { type RuleWords, rulesOf } from './html/rules.ts';
import { checkStyle } from './html/style.ts';

/** What a page of findings shows besides them. */
export interface CheckPageOptions {
  readonly tool: Tool;
  readonly verdict: Verdict;
  readonly rules: readonly RuleWords[];
  /** What to type to get the same page. */
  readonly command: string;
  /** Every sentence, however many; otherwise the first, and how many are left out. */
  readonly all: boolean;
}

/** What was found in a document that could be read. */
export interface Checked {
  readonly document: DocumentRecord;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Pages of more sentences take a browser seconds to lay out. */
const MOST = 1_500;

const METHOD =
  'pmed looks at every commitment: whether it says who, what, how much and by when, in words that can be held against what was done.';

/** The page, ending in a newline. */
export function renderCheckHtml(parts: readonly FindingsPart[], options: CheckPageOptions): string {
  const checked = parts.flatMap(({ document, ...rest }): Checked[] =>
    document === null ? [] : [{ document, ...rest }],
  );
  const [first] = checked;
  const only = checked.length === 1 && first !== undefined ? first.document : null;
  const title = only === null ? counted(checked.length, 'document') : (only.title ?? only.name);
  const counts = countsOf(checked);
  return htmlPage({
    kind: 'findings',
    title: `What to mend: ${title}`,
    generator: `pmed ${options.tool.version}`,
    style: checkStyle([...counts.keys()].filter((rule) => /^[a-z][a-z0-9-]*$/.test(rule))),
    script: reportScript,
    skip: 'Skip to the findings',
    header: [
      tag('p', { class: 'overline' }, 'What to mend'),
      tag('h1', {}, title),
      ...(only === null ? [] : documentFacts(only, title)),
      verdictOf(options.verdict),
    ],
    main: mainOf(parts, checked, counts, options),
    footer: aboutOf({
      tool: options.tool,
      schemaVersion: SCHEMA_VERSION,
      files: checked.map(({ document }, index) => [only === null ? `File ${index + 1}` : 'File', document]),
      command: options.command,
      method: METHOD,
    }),
  });
}

/** How often each rule found something, the commonest first. */
function countsOf(checked: readonly Checked[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of checked) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return new Map([...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)));
}

function mainOf(
  parts: readonly FindingsPart[],
  checked: readonly Checked[],
  counts: ReadonlyMap<string, number>,
  { rules, all }: CheckPageOptions,
): Content[] {
  const summary = summariseFindings(checked);
  const total = summary.error + summary.warning + summary.note;
  const seen = new Set<string>();
  const isFree = (id: string): boolean => !seen.has(id) && seen.add(id).size > 0;
  let room = all ? Number.POSITIVE_INFINITY : MOST;
  let left = 0;
  const sections = checked.map((one, index) => {
    const sentences = bySentence(one.findings);
    const shown = sentences.slice(0, room);
    room -= shown.length;
    left += sentences.length - shown.length;
    const cards = shown.map((sentence) => findingCard(sentence, one.document, isFree));
    return cards.length === 0 ? null : documentSection(one, index + 1, cards, checked.length === 1);
  });
  return [
    filterBar({
      legend: 'Show only findings that are',
      tiles: [
        ...LEVELS_SHOWN.map((value) =>
          tileOf({
            facet: 'level',
            value,
            count: summary[value],
            name: summary[value] === 1 ? value : `${value}s`,
            sign: null,
          }),
        ),
        summary.suppressed === 0
          ? null
          : tag(
              'a',
              { class: 'tile', href: '#accepted' },
              tag('span', { class: 'figure' }, grouped(summary.suppressed)),
              tag('span', { class: 'name' }, 'accepted'),
            ),
      ],
      rows: counts.size === 0 ? [] : [rowOf('Rule', 'group', [...counts])],
      total,
      noun: 'finding',
    }),
    total === 0 ? tag('section', { class: 'notice' }, tag('p', {}, 'Nothing to mend was found.')) : null,
    ...sections,
    left === 0 ? null : tooMany(left),
    acceptedFindings(checked, isFree),
    rulesOf(rules.filter(({ id }) => counts.has(id))),
    problemsOf(
      parts.flatMap(({ diagnostics }) => diagnostics),
      (id) => (checked.length < 2 ? '' : (checked.find(({ document }) => document.id === id)?.document.name ?? '')),
    ),
  ];
}

function documentSection(
  { document, findings }: Checked,
  number: number,
  cards: readonly Markup[],
  isAlone: boolean,
): Markup {
  const id = `document-${number}`;
  return tag(
    'section',
    { id, class: 'group', 'aria-labelledby': `${id}-title` },
    tag(
      'h2',
      { id: `${id}-title` },
      `${isAlone ? 'Findings' : (document.title ?? document.name)} `,
      tag('span', { class: 'count' }, grouped(findings.length)),
    ),
    isAlone ? null : tag('p', { class: 'meaning' }, document.name),
    ...cards,
  );
}

function tooMany(left: number): Markup {
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, `${counted(left, 'more sentence')} with findings would make this page too long.`),
    tag('p', {}, 'Give --all to have them here, or read them as data:  -o findings.json'),
  );
}
