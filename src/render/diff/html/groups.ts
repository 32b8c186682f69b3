/** Groups of changes as an HTML page names them: with a sign, which says without colour what colour says, and a sentence. */
import type { ChangeGroup } from '../../../model/change-groups.ts';

interface GroupWords {
  readonly title: string;
  readonly sign: string;
  readonly meaning: string;
}

export const groupWords: Readonly<Record<ChangeGroup, GroupWords>> = {
  removed: { title: 'Removed', sign: '−', meaning: 'In the old version, and no longer in the new one.' },
  weaker: { title: 'Weaker', sign: '↓', meaning: 'Less firm, later, smaller, for fewer, or on a condition.' },
  changed: { title: 'Changed', sign: '≠', meaning: 'Not as before, and not plainly better or worse.' },
  stronger: { title: 'Stronger', sign: '↑', meaning: 'Firmer, sooner, larger, for more, or free of a condition.' },
  added: { title: 'Added', sign: '+', meaning: 'In the new version only.' },
  reworded: { title: 'Reworded', sign: '≈', meaning: 'The same, in other words or in another place.' },
};
