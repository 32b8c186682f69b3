/** One change as an item of a list in a comment: what it is, what happened to it, and both quotes. */
import type { Diff } from '../../model/diff.ts';
import { changeValues } from '../change-values.ts';
import { commentText } from '../markdown.ts';
import { shortened } from '../shorten.ts';
import type { Mark } from '../word-marks.ts';
import { actorOf, isOfCommitment, refOf, whatOf } from './any-change.ts';
import { notFound } from './block.ts';
import type { DiffOptions } from './options.ts';
import { bothSaid, type Said } from './said.ts';
import { kindsOf, levelIn, type Told } from './told.ts';

/** Longer quotes are cut: one of them must not take the room of all others. */
const LONGEST_QUOTE = 3_000;
const LONGEST_WHAT = 300;

/** Words that went are struck, those that came underlined. */
const TAGS: Readonly<Record<Mark['kind'], readonly [open: string, close: string]>> = {
  same: ['', ''],
  gone: ['<del>', '</del>'],
  come: ['<ins>', '</ins>'],
};

export function markdownChange(told: Told, diff: Diff, options: DiffOptions): string {
  const { change, group } = told;
  const isAlone = group === 'removed' || group === 'added';
  const { old, now, isSame, closest } = bothSaid(change);
  const head = isOfCommitment(change) ? [actorOf(change), whatOf(change)].filter(Boolean).join(' ') : actorOf(change);
  const what = commentText(shortened(head, LONGEST_WHAT));
  const lines = [
    `- **${commentText(refOf(change))}**${what === '' ? '' : ` ${what}`}${isAlone ? ` · ${group}, ${change.level}` : ''}`,
    ...(isAlone
      ? []
      : kindsOf(change, options)
          .filter((kind) => kind !== 'moved' || options.all || change.kinds.length === 1)
          .map((kind) => {
            const values = commentText(changeValues(kind, change, diff.documents, '→')).replaceAll('  ', ' ');
            const label = `**${kind.replaceAll('-', ' ')}**`;
            return `  - ${label}${values === '' ? '' : `: ${values}`} · ${levelIn(change, kind, options)}`;
          })),
    ...(isSame ? [] : old.map((said) => quoteLine('was', said))),
    ...now.map((said) => quoteLine(isSame ? wasToo(old) : 'now', said)),
    ...(group === 'removed' && now.length === 0 ? [`  - now ${notFound(closest)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** `was p. 3, now`: where the same words stood before. */
const wasToo = ([old]: readonly Said[]): string =>
  old === undefined || old.where === '' ? 'now' : `was ${commentText(old.where)}, now`;

function quoteLine(word: string, { where, marks }: Said): string {
  const length = marks.reduce((sum, { text }) => sum + text.length, 0);
  const shown: readonly Mark[] =
    length <= LONGEST_QUOTE
      ? marks
      : [{ text: shortened(marks.map(({ text }) => text).join(''), LONGEST_QUOTE), kind: 'same' }];
  const quote = shown.map(({ text, kind }) => TAGS[kind][0] + commentText(text) + TAGS[kind][1]).join('');
  return `  - ${word}${where === '' ? '' : ` ${commentText(where)}`}: “${quote}”`;
}
