/** The options of an analysis that every command asks for by the same flags. */
import type { AnalyseOptions } from '../analyse.ts';
import type { ReadOptions } from '../read/read.ts';
import type { Call } from './command.ts';
import { actor, anchor, asOf, dateOrder, docDate, type Flag, fiscalYear, publisher, themes, timeout } from './flags.ts';
import { pages } from './pages.ts';
import { maxSize, minCoverage } from './settings/unflagged.ts';

/** What the flags of a call say: rules of dates, themes, publisher and limits. */
export function sharedOptions(call: Call): AnalyseOptions {
  const day = call.get(asOf);
  return {
    ...readingOptions(call),
    asOf: day === 'today' ? call.session.today() : day,
    themes: call.get(themes),
  };
}

/** What the flags say of how a document is read: its date, pages, rules of dates, publisher and limits. */
export function readingOptions(call: Call): AnalyseOptions {
  const asked = call.get(pages);
  const year = call.get(fiscalYear);
  const order = call.get(dateOrder);
  return {
    ...inputOptions(call),
    anchors: call.get(anchor),
    actors: call.get(actor),
    ...(asked === null ? {} : { pages: asked }),
    ...(year === null ? {} : { fiscalYear: year }),
    ...(order === null ? {} : { dateOrder: order }),
  };
}

/** What the flags say of how a document is read before anything is looked for in it. */
export function inputOptions(call: Call): ReadOptions {
  const date = call.get(docDate);
  const name = call.get(publisher);
  const sourceOf = ({ long }: Flag<unknown>) =>
    call.settings.originOf(long)?.kind === 'project' ? ('config' as const) : ('flag' as const);
  return {
    timeout: call.get(timeout) ?? 120,
    maxSize: call.get(maxSize) ?? 200,
    minTextCoverage: call.get(minCoverage) ?? 0.9,
    ...call.pictures,
    ...(date === null ? {} : { docDate: date, dateSource: sourceOf(docDate) }),
    ...(name === null ? {} : { publisher: name, publisherSource: sourceOf(publisher) }),
    ...(call.password === null ? {} : { password: call.password }),
  };
}
