/** The head of a comparison: what was compared, what the gate says, and how much changed, which is also the filter. */

import type { Diff } from '../../../model/diff.ts';
import type { DocumentRecord } from '../../../model/report.ts';
import type { Verdict } from '../../../model/verdict.ts';
import { documentFacts } from '../../html/document-facts.ts';
import { type Markup, tag } from '../../html/markup.ts';
import { verdictOf } from '../../html/verdict.ts';

/** The title that both versions go by: that of the new one, else of the old one, else its file name. */
export function titleOf({ documents: [old, now] }: Diff): string {
  return now.title ?? old.title ?? now.name;
}

/** Title and both versions. */
export function headOf(diff: Diff, verdict: Verdict | null): Markup[] {
  const title = titleOf(diff);
  const [old, now] = diff.documents;
  return [
    tag('p', { class: 'overline' }, 'What changed'),
    tag('h1', {}, title),
    tag(
      'div',
      { class: 'versions' },
      version('Old version', old, title),
      tag('span', { class: 'to', 'aria-hidden': 'true' }, '→'),
      version('New version', now, title),
    ),
    ...(verdict === null ? [] : [verdictOf(verdict)]),
  ];
}

function version(words: string, document: DocumentRecord, shown: string): Markup {
  return tag(
    'section',
    { 'aria-label': words },
    tag('p', { class: 'quiet' }, words),
    ...documentFacts(document, shown),
  );
}
