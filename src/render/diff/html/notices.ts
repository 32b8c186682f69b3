/** What a page says where there is less to show than a reader may expect. */
import { isQuiet } from '../../../model/change-groups.ts';
import type { Diff } from '../../../model/diff.ts';
import { acceptedWords } from '../../accepted.ts';
import { capital } from '../../html/capital.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { counted, grouped } from '../../numbers.ts';

/** Nothing changed, or nothing but what was accepted before, or nothing but words; null where something did. */
export function nothingChanged({ documents: [old, now], changes, unchanged, suppressed }: Diff): Markup | null {
  if (!changes.every(({ kinds }) => isQuiet(kinds))) return null;
  const accepted = acceptedWords(suppressed.map(({ by }) => by));
  const isSame = old.sha256 === now.sha256;
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, `Nothing${accepted === '' ? '' : ' else'} changed in what is promised.`),
    tag(
      'p',
      {},
      accepted !== ''
        ? `Accepted before: ${accepted}.`
        : changes.length > 0
          ? `${counted(changes.length, 'commitment')} ${changes.length === 1 ? 'is' : 'are'} only reworded or moved.`
          : isSame
            ? 'Both versions are the same file.'
            : unchanged === 0
              ? 'Neither version makes a commitment that pmed finds.'
              : `${unchanged === 1 ? 'The one commitment stands' : `All ${grouped(unchanged)} commitments stand`} as before.`,
    ),
  );
}

/** The two are no versions of one text, and why. */
export function notCompared(diff: Diff): Markup {
  const told = diff.diagnostics.find(({ code }) => code === 'PMED-V501');
  const message = told?.message ?? 'not compared.';
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, capital(message)),
    told?.hint ? tag('p', {}, told.hint) : null,
  );
}

/** How many changes were not asked for. */
export function leftOut(count: number): Markup {
  return tag('p', { class: 'key' }, `${counted(count, 'change')} left out by --only or --level.`);
}

/** How many changes would make the page too long. */
export function tooMany(count: number): Markup {
  return tag(
    'section',
    { class: 'notice' },
    tag('p', {}, `${counted(count, 'more change')}, less grave than these, would make this page too long.`),
    tag('p', {}, 'Give --all to have them here, or read them in a table:  -o changes.csv'),
  );
}
