/** `pmed diff -f html`: a page with both versions side by side, change by change, worst first. */

import { CHANGE_GROUPS, type ChangeGroup } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import type { Commitment } from '../../model/report.ts';
import { type Content, fragment, type Markup, tag } from '../html/markup.ts';
import { aboutOf, problemsOf } from '../html/notes.ts';
import { htmlPage } from '../html/page.ts';
import { reportScript } from '../html/report-script.ts';
import { counted, grouped } from '../numbers.ts';
import { acceptedOf } from './html/accepted.ts';
import { type ChangeLook, changeArticle } from './html/change.ts';
import { dutiesOf } from './html/duties.ts';
import { filtersOf } from './html/filters.ts';
import { groupWords } from './html/groups.ts';
import { headOf, titleOf } from './html/head.ts';
import { leftOut, notCompared, nothingChanged, tooMany } from './html/notices.ts';
import { diffStyle } from './html/style.ts';
import { themesOf } from './html/themes.ts';
import { unchangedOf } from './html/unchanged.ts';
import type { DiffOptions } from './options.ts';
import { choose, type Told } from './told.ts';

/** What a page shows besides the diff itself. With `all` it has every change, however many, otherwise those of most weight. */
export interface DiffPageOptions extends DiffOptions {
  /** The changes that were asked for. */
  readonly shown: Pick<Diff, 'changes' | 'dutyChanges'>;
  /** All commitments of both versions. */
  readonly commitments: readonly [old: readonly Commitment[], now: readonly Commitment[]];
  /** Labels of themes by id. */
  readonly themes: ReadonlyMap<string, string>;
  /** What to type to get the same page. */
  readonly command: string;
}

/** Pages of more changes take a browser seconds to lay out, and nobody reads them. */
const MOST = 1_500;

const METHOD =
  'pmed compares commitments, not lines: sentences are matched by meaning and compared by who, what, how firmly and by when. Layout, hyphenation and page furniture make no difference.';

/** The page, ending in a newline. */
export function renderDiffHtml(diff: Diff, options: DiffPageOptions): string {
  const title = titleOf(diff);
  return htmlPage({
    kind: 'diff',
    title: `What changed: ${title}`,
    generator: `pmed ${diff.tool.version}`,
    style: diffStyle,
    script: reportScript,
    skip: 'Skip to the changes',
    header: headOf(diff, options.verdict),
    main: diff.comparable ? comparison(diff, options) : [notCompared(diff), problems(diff)],
    footer: aboutOf({
      ...diff,
      files: [
        ['Old file', diff.documents[0]],
        ['New file', diff.documents[1]],
      ],
      command: options.command,
      method: METHOD,
    }),
  });
}

function comparison(diff: Diff, options: DiffPageOptions): Content[] {
  const { shown: asked, commitments } = options;
  const { told } = choose(asked.changes, { ...options, all: true });
  const shown = options.all ? told : told.slice(0, MOST);
  const [old, now] = commitments;
  const look: ChangeLook = {
    documents: diff.documents,
    context: { count: 0, commitments: now, removed: old },
    options,
  };
  return [
    filtersOf(asked.changes, diff.unchanged),
    asked.changes.length < diff.changes.length ? leftOut(diff.changes.length - asked.changes.length) : null,
    nothingChanged(diff),
    ...CHANGE_GROUPS.map((group) => groupSection(group, shown, look)),
    shown.length < told.length ? tooMany(told.length - shown.length) : null,
    acceptedOf(diff, look),
    dutiesOf(diff, asked.dutyChanges, look),
    themesOf(diff, options.themes),
    unchangedOf(diff, old, now),
    problems(diff),
  ];
}

/** A group of changes; those that say nothing new are folded. */
function groupSection(group: ChangeGroup, told: readonly Told[], look: ChangeLook): Markup | null {
  const own = told.filter((one) => one.group === group);
  if (own.length === 0) return null;
  const { title, sign, meaning } = groupWords[group];
  const articles = own.map(({ change }) => changeArticle(change, look));
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

function problems({ diagnostics, documents: [old, now] }: Diff): Markup | null {
  return problemsOf(diagnostics, (id) => {
    if (old.id === now.id) return '';
    return id === old.id ? 'old version' : id === now.id ? 'new version' : '';
  });
}
