/** The first lines of a change: its sign and group, the id to type, and what is undertaken; then what happened to it. */
import type { ChangeGroup } from '../../model/change-groups.ts';
import type { Diff } from '../../model/diff.ts';
import { changeValues } from '../change-values.ts';
import { harmless } from '../harmless.ts';
import { sign } from '../screen.ts';
import { shortened } from '../shorten.ts';
import { displayWidth, pad } from '../width.ts';
import { hang, wrap } from '../wrap.ts';
import { actorOf, isOfCommitment, refOf, whatOf } from './any-change.ts';
import { edge, paintOf } from './edge.ts';
import type { DiffScreenOptions } from './options.ts';
import { kindsOf, levelIn, type Told } from './told.ts';

const SIGNS: Readonly<Record<ChangeGroup, string>> = {
  removed: '-',
  weaker: '~',
  changed: '~',
  stronger: '~',
  added: '+',
  reworded: '=',
};

/** Words of an action that say little without who does it: `close`. */
const FEW_WORDS = 3;

/** Characters of a head on a screen that does not show all: rows of tables can be sentences of a page. */
const LONGEST_HEAD = 240;
/** Characters of a duty above its quotes, enough to know it again. */
const DUTY_HEAD = 90;

/** Who and what, where the quotes below do not say at once who it is; otherwise what. A duty is its sentence. */
function undertaken({ change, group }: Told, { all }: DiffScreenOptions): string {
  const isAlone = group === 'removed' || group === 'added';
  const action = whatOf(change);
  if (!isOfCommitment(change) && !isAlone) return shortened(action, DUTY_HEAD);
  const isShort = action.split(' ').length < FEW_WORDS;
  const hasActor = isOfCommitment(change) && (isAlone || isShort);
  const text = hasActor ? [actorOf(change), action].filter(Boolean).join(' ') : action;
  return all ? text : shortened(text, LONGEST_HEAD);
}

/** ` ~ weaker    C12  cut the median wait for genomic testing`. */
export function headLines(told: Told, screen: DiffScreenOptions): string[] {
  const { width, paint } = screen;
  const { change, group } = told;
  const tone = group === 'removed' || group === 'weaker' ? paint.bad : group === 'changed' ? paint.warn : paint.good;
  const head = ` ${SIGNS[group]} ${pad(group, 9)} ${pad(refOf(change), 4)} `;
  const [first = '', ...rest] = hang(undertaken(told, screen), width, head, ' '.repeat(head.length));
  return [`${tone(first.slice(0, 12))}${paint.id(first.slice(12, head.length))}${first.slice(head.length)}`, ...rest];
}

/** A line for each kind: its name, the two values, and the level at the right edge. */
export function detailLines({ change }: Told, { documents }: Diff, screen: DiffScreenOptions): string[] {
  return kindsOf(change, screen).flatMap((kind) => {
    if (kind === 'removed' || kind === 'added' || (kind === 'moved' && !screen.all)) return [];
    const level = levelIn(change, kind, screen);
    const paint = paintOf(level, screen.paint);
    const label = kind.replaceAll('-', ' ');
    const value = harmless(changeValues(kind, change, documents, sign('arrow', screen)));
    const indent = 5;
    const column = 19;
    const room = screen.width - indent - column - 9;
    if (room < 20) {
      const head = edge(`${' '.repeat(indent)}${label}`, level, screen.width, paint);
      return value === '' ? [head] : [head, ...hang(value, screen.width, ' '.repeat(7), ' '.repeat(7))];
    }
    const fits = displayWidth(label) < column;
    const [first = '', ...rest] = value === '' ? [''] : wrap(value, room);
    const start = fits ? `${' '.repeat(indent)}${pad(label, column)}${first}` : `${' '.repeat(indent)}${label}`;
    const more = fits ? rest : [first, ...rest];
    return [edge(start, level, screen.width, paint), ...more.map((line) => `${' '.repeat(indent + column)}${line}`)];
  });
}
