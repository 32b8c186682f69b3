/** A diff as a comment on a pull request: GitHub Markdown in which the words of documents are nothing but words. */

import { CHANGE_GROUPS, type ChangeGroup, groupOf } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import type { Level } from '../../model/fault.ts';
import { verdictWords } from '../../model/verdict.ts';
import { commentText, markdownTable } from '../markdown.ts';
import { counted, grouped } from '../numbers.ts';
import { shortened } from '../shorten.ts';
import { themeWords, whyNot } from './ending.ts';
import { markdownChange } from './md-change.ts';
import type { DiffOptions } from './options.ts';
import { labelsOf, nameOf } from './title.ts';
import { choose, countedGroups, planOf, type Told } from './told.ts';

/** What the comment is written with. */
export interface DiffCommentOptions extends DiffOptions {
  /** Path of the new version as typed: a bot finds its comment by it, and writes it anew. */
  readonly path: string;
}

/** GitHub takes comments of 65,536 characters; the rest is for what a bot adds. */
const MOST = 60_000;
/** Room for the words that say what is left out. */
const RESERVE = 200;
const LONGEST_TITLE = 300;

const HEADS: Readonly<Record<ChangeGroup, string>> = {
  removed: 'Removed',
  weaker: 'Weaker',
  changed: 'Changed',
  stronger: 'Stronger',
  added: 'Added',
  reworded: 'Reworded or moved',
};

/** What stands under one heading or fold; items are left out where there is no room. */
interface Section {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
}

/**
 * The comment, of at most 60,000 characters: a hidden mark, the verdict, a table of how many changes of each group and level
 * there are, then the changes with both quotes; those of level `note` folded. What has no room is counted.
 */
export function diffMarkdown(diff: Diff, options: DiffCommentOptions): string {
  const head = headOf(diff, options);
  if (!diff.comparable) return `${head}\n${commentText(whyNot(diff))}.\n`;
  const { told, hidden } = choose(diff.changes, options);
  const plan = planOf(diff.changes, diff.unchanged, diff.suppressed);
  const start = [head, `${commentText(capital(plan))}.\n`, tableOf(diff.changes)]
    .filter((block) => block !== '')
    .join('\n');
  const ends = [
    hidden > 0 ? `${grouped(hidden)} reworded or moved: not shown.\n` : '',
    themeWords(diff) === '' ? '' : `**Themes:** ${commentText(themeWords(diff))}\n`,
  ];
  const end = ends
    .filter((line) => line !== '')
    .map((line) => `\n${line}`)
    .join('');
  const sections = [...open(told, diff, options), ...folded(told, diff, options), ...dutiesOf(diff, options)];
  return fitted(start, sections, end);
}

/** Errors and warnings, a section a group. */
function open(told: readonly Told[], diff: Diff, options: DiffOptions): Section[] {
  const grave = told.filter(({ change }) => change.level !== 'note');
  return CHANGE_GROUPS.flatMap((group) => {
    const its = grave.filter((one) => one.group === group);
    return its.length === 0
      ? []
      : [{ open: `\n### ${HEADS[group]} (${its.length})\n\n`, items: itemsOf(its, diff, options), close: '' }];
  });
}

/** Notes, behind their number. */
function folded(told: readonly Told[], diff: Diff, options: DiffOptions): Section[] {
  const notes = told.filter(({ change }) => change.level === 'note');
  return fold('Notes', countedGroups(notes.map(({ change }) => change)), notes, diff, options);
}

/** What the text asks of others, behind its number. */
function dutiesOf(diff: Diff, options: DiffOptions): Section[] {
  const { told } = choose(diff.dutyChanges, options);
  return fold('Duties of others', countedGroups(told.map(({ change }) => change)), told, diff, options);
}

function fold(title: string, what: string, told: readonly Told[], diff: Diff, options: DiffOptions): Section[] {
  if (told.length === 0) return [];
  const open = `\n<details>\n<summary>${title}: ${what}</summary>\n\n`;
  return [{ open, items: itemsOf(told, diff, options), close: '\n</details>\n' }];
}

const itemsOf = (told: readonly Told[], diff: Diff, options: DiffOptions): string[] =>
  told.map((one) => markdownChange(one, diff, options));

/** How many changes of each group have which level. */
function tableOf(changes: Diff['changes']): string {
  const rows = CHANGE_GROUPS.flatMap((group) => {
    const its = changes.filter(({ kinds }) => groupOf(kinds) === group);
    const cell = (level: Level): string => {
      const count = its.filter((change) => change.level === level).length;
      return count === 0 ? '' : grouped(count);
    };
    return its.length === 0 ? [] : [[HEADS[group], cell('error'), cell('warning'), cell('note')]];
  });
  return markdownTable(['Commitments', 'Error', 'Warning', 'Note'], rows);
}

/** The sections as far as they fit; of the first that does not, and of all below it, the items are counted. */
function fitted(start: string, sections: readonly Section[], end: string): string {
  let text = start;
  let left = 0;
  for (const { open, items, close } of sections) {
    const room = MOST - RESERVE - end.length - text.length - open.length - close.length;
    let own = '';
    let count = 0;
    for (const item of left > 0 ? [] : items) {
      if (own.length + item.length > room) break;
      own += item;
      count++;
    }
    left += items.length - count;
    if (count > 0) text += open + own + close;
  }
  const more =
    left === 0 ? '' : `\n**${counted(left, 'more change')}** not shown here: the comment would be too long.\n`;
  return `${text}${more}${end}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function headOf(diff: Diff, { path, verdict }: DiffCommentOptions): string {
  const [old, now] = labelsOf(diff);
  const name = shortened(nameOf(diff), LONGEST_TITLE);
  const title = name === '' ? 'What changed' : `What changed: ${commentText(name)}`;
  return [
    `<!-- pmed:diff:${inComment(path)} -->\n## ${title}\n`,
    `${commentText(old)} → ${commentText(now)}\n`,
    verdict === null ? '' : `**Result: ${commentText(verdictWords(verdict))}**\n`,
  ]
    .filter((block) => block !== '')
    .join('\n');
}

/** A path within an HTML comment, which it may not end; another path is written in another way. */
const inComment = (path: string): string =>
  path.replace(/[%<>\u0000-\u001f\u007f-\u009f\u2028\u2029]|-(?=-|$)/g, (sign) =>
    encodeURIComponent(sign).replace('-', '%2D'),
  );
