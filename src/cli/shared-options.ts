/** The options of an analysis that every command asks for by the same flags. */
import type { AnalyseOptions } from '../analyse.ts';
import type { Call } from './command.ts';
import { actor, anchor, asOf, dateOrder, docDate, fiscalYear, publisher, themes, timeout } from './flags.ts';
import { pages } from './pages.ts';

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
  const date = call.get(docDate);
  const asked = call.get(pages);
  const name = call.get(publisher);
  const year = call.get(fiscalYear);
  const order = call.get(dateOrder);
  return {
    anchors: call.get(anchor),
    actors: call.get(actor),
    timeout: call.get(timeout) ?? 120,
    ...call.pictures,
    ...(date === null ? {} : { docDate: date }),
    ...(asked === null ? {} : { pages: asked }),
    ...(year === null ? {} : { fiscalYear: year }),
    ...(order === null ? {} : { dateOrder: order }),
    ...(name === null ? {} : { publisher: name }),
    ...(call.password === null ? {} : { password: call.password }),
  };
}
