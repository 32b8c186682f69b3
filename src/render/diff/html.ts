/** `pmed diff -f html`: a page with both versions side by side, change by change, worst first. */

import { CHANGE_GROUPS, type ChangeGroup, groupOf } from '../../model/change-groups.ts';
import { LEVELS } from '../../model/change-levels.ts';
import type { Change, ChangeKind, Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import type { Commitment } from '../../model/report.ts';
import { type Content, fragment, type Markup, tag } from '../html/markup.ts';
import { htmlPage } from '../html/page.ts';
import { counted, grouped } from '../numbers.ts';
import { acceptedOf } from './html/accepted.ts';
import { type ChangeLook, changeArticle } from './html/change.ts';
import { filtersOf } from './html/filters.ts';
import { groupWords } from './html/groups.ts';
import { headOf, titleOf } from './html/head.ts';
import { aboutOf, problemsOf } from './html/notes.ts';
import type { ById } from './html/quotes.ts';
import { diffScript } from './html/script.ts';
import { diffStyle } from './html/style.ts';
import { themesOf } from './html/themes.ts';
import { unchangedOf } from './html/unchanged.ts';
import type { Verdict } from './options.ts';

/** What a page shows besides the diff itself. */
export interface DiffPageOptions {
  /** The changes that were asked for. */
  readonly shown: readonly Change[];
  /** The outcome of a gate; null where none was asked for. */
  readonly verdict: Verdict | null;
  /** Levels of kinds that differ from the defaults. */
  readonly levels: Partial<Record<ChangeKind, Level>>;
  /** All commitments of both versions. */
  readonly commitments: readonly [old: readonly Commitment[], now: readonly Commitment[]];
  /** Labels of themes by id. */
  readonly themes: ReadonlyMap<string, string>;
  /** What to type to get the same page. */
  readonly command: string;
  /** Every change, however many; otherwise the worst, and how many are left out. */
  readonly all: boolean;
}

/** Pages of more changes take a browser seconds to lay out, and nobody reads them. */
const MOST = 1_500;

/** The page, ending in a newline. */
export function renderDiffHtml(diff: Diff, options: DiffPageOptions): string {
  const title = titleOf(diff);
  return htmlPage({
    kind: 'diff',
    title: `What changed: ${title}`,
    generator: `pmed ${diff.tool.version}`,
    style: diffStyle,
    script: diffScript,
    skip: 'Skip to the changes',
    header: headOf(diff, options.verdict),
    main: diff.comparable ? comparison(diff, options) : [notCompared(diff), problemsOf(diff)],
    footer: aboutOf(diff, options.command),
  });
}

function comparison(diff: Diff, options: DiffPageOptions): Content[] {
  const { shown: asked, commitments } = options;
  const ranked = CHANGE_GROUPS.flatMap((group) => asked.filter(({ kinds }) => groupOf(kinds) === group));
  const shown = options.all ? ranked : ranked.slice(0, MOST);
  const byId: ChangeLook['byId'] = [idsOf(commitments[0]), idsOf(commitments[1])];
  const look: ChangeLook = { documents: diff.documents, byId, levels: { ...LEVELS, ...options.levels } };
  return [
    filtersOf(asked, diff.unchanged),
    asked.length < diff.changes.length ? leftOut(diff.changes.length - asked.length) : null,
    diff.changes.length === 0 ? nothingChanged(diff) : null,
    ...CHANGE_GROUPS.map((group) => groupSection(group, shown, look)),
    shown.length < ranked.length ? tooMany(ranked.length - shown.length) : null,
    acceptedOf(diff, look),
    themesOf(diff, options.themes),
    unchangedOf(diff, ...commitments),
    problemsOf(diff),
  ];
}

const idsOf = (commitments: readonly Commitment[]): ById => new Map(commitments.map((each) => [each.id, each]));

/** A group of changes; those that say nothing new are folded. */
function groupSection(group: ChangeGroup, changes: readonly Change[], look: ChangeLook): Markup | null {
  const own = changes.filter(({ kinds }) => groupOf(kinds) === group);
  if (own.length === 0) return null;
  const { title, sign, meaning } = groupWords[group];
  const articles = own.map((change) => changeArticle(change, look));
  return tag(
    'section',
    { id: group, class: `group ${group}`, 'aria-labelledby': `${group}-title` },
    tag(
      'h2',
      { id: `${group}-title` },
      tag('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      `${title} `,
      tag('span', { class: 'count' }, grouped(own.length)),
    ),
    tag('p', { class: 'meaning' }, meaning),
    group === 'reworded'
      ? tag(
          'details',
          {},
          tag('summary', {}, `${counted(own.length, 'commitment')} only reworded or moved`),
          ...articles,
        )
      : fragment(...articles),
  );
}

function nothingChanged({ documents: [old, now], unchanged }: Diff): Markup {
  const isSame = old.sha256 === now.sha256;
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, 'Nothing changed in what is promised.'),
    tag(
      'p',
      {},
      isSame
        ? 'Both versions are the same file.'
        : unchanged === 0
          ? 'Neither version makes a commitment that pmed finds.'
          : `${unchanged === 1 ? 'The one commitment stands' : `All ${grouped(unchanged)} commitments stand`} as before.`,
    ),
  );
}

function notCompared(diff: Diff): Markup {
  const told = diff.diagnostics.find(({ code }) => code === 'PMED-V501');
  const message = told?.message ?? 'not compared.';
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, `${message.charAt(0).toUpperCase()}${message.slice(1)}`),
    told?.hint ? tag('p', {}, told.hint) : null,
  );
}

function leftOut(count: number): Markup {
  return tag('p', { class: 'key' }, `${counted(count, 'change')} left out by --only or --level.`);
}

function tooMany(count: number): Markup {
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, `${counted(count, 'more change')}, less grave than these, would make this page too long.`),
    tag('p', {}, 'Give --all to have them here, or read them in a table:  -o changes.csv'),
  );
}
