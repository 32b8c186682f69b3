/** The screens of `pmed rules`: what rules there are, one of them in full, and how packs and examples fare. */
import type { Rulebook } from '../model/rulebook.ts';
import { faultLines } from './rulebook/faults.ts';
import { listLines } from './rulebook/list.ts';
import { showLines } from './rulebook/show.ts';
import { testLines } from './rulebook/test.ts';
import { blocksText, defaultScreen, type ScreenOptions } from './screen.ts';

/** A rulebook as text; every line within the width of the screen. */
export function renderRulebook(book: Rulebook, screen: ScreenOptions = defaultScreen): string {
  return blocksText(blocksOf(book, screen));
}

function blocksOf(book: Rulebook, screen: ScreenOptions): readonly (readonly string[])[] {
  switch (book.task) {
    case 'list':
      return listLines(book, screen);
    case 'show':
      return showLines(book, screen);
    case 'validate':
      return faultLines(book, screen);
    case 'test':
      return testLines(book, screen);
  }
}
