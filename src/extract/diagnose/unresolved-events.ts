/** PMED-D206: times that hang on events whose days neither the text nor the user says. */
import { shellWord } from '../../model/shell-word.ts';
import { eventName } from '../times/events/event-name.ts';
import type { Dated, Said } from './dated.ts';
import { examples } from './examples.ts';

/** One warning for all of a document's unresolved events, with how to say when the commonest one is; null without any. */
export function unresolvedEvents({ timeline, events }: Dated): Said | null {
  const counts = new Map<string, { name: string; count: number }>();
  const open: string[] = [];
  for (const { resolved, anchor, text } of timeline) {
    if (resolved || anchor?.kind !== 'event' || anchor.value === null) continue;
    const { key } = eventName(anchor.value, events);
    if (key === '' || events.each.has(key)) continue;
    open.push(text);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { name: anchor.value, count: 1 });
  }
  const [commonest] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (!commonest) return null;
  const quoted = examples(open, 3);
  const many =
    open.length === 1
      ? `one time (${quoted}) hangs on an event whose date is not known, and stays`
      : `${open.length} times (${quoted}) hang on events whose dates are not known, and stay`;
  return {
    code: 'PMED-D206',
    level: 'warning',
    page: null,
    message: `${many} unresolved.`,
    hint: `Say when it is, where you know it:  --anchor ${shellWord(`${commonest.name}=YYYY-MM-DD`)}`,
  };
}
