/** The options of an analysis that every command asks for by the same flags. */
import type { AnalyseOptions } from '../analyse/options.ts';
import type { ReadOptions } from '../read/read.ts';
import { reviewPath } from './accept/paths.ts';
import type { Call } from './command.ts';
import type { Flag } from './flag.ts';
import { actor, anchor, asOf, dateOrder, docDate, fiscalYear, publisher, timeout } from './flags.ts';
import { pages } from './pages.ts';
import { ruleOptions } from './rule-files.ts';
import { cite, language, maxSize, minCoverage, pageOffset, requireLanguage } from './settings/unflagged.ts';

/** The schemes of themes that are looked for unless others are named. */
const USUAL_SCHEMES: readonly string[] = ['policy'];

/**
 * What the flags of a call say: the rules and themes, rules of dates, publisher and limits.
 * @param schemes of themes, where the call names none
 * @throws PmedError (exit 2) for pack files that cannot be read or have faults
 */
export async function sharedOptions(call: Call, schemes = USUAL_SCHEMES): Promise<AnalyseOptions> {
  const day = call.get(asOf);
  return { ...(await readingOptions(call, schemes)), asOf: day === 'today' ? call.session.today() : day };
}

/**
 * What the flags say of how a document is read: by which rules, its date, pages, rules of dates, publisher and limits; and
 * of what people said in a review.
 * @param schemes as in `sharedOptions`
 * @throws as `sharedOptions`
 */
export async function readingOptions(call: Call, schemes = USUAL_SCHEMES): Promise<AnalyseOptions> {
  const asked = call.get(pages);
  const year = call.get(fiscalYear);
  const order = call.get(dateOrder);
  const form = call.get(cite);
  return {
    ...inputOptions(call),
    ...(await ruleOptions(call, schemes)),
    config: call.settings.decided,
    ...(await reviewOption(call)),
    ...(form === null ? {} : { cite: form }),
    anchors: call.get(anchor),
    actors: call.get(actor),
    ...(asked === null ? {} : { pages: asked }),
    ...(year === null ? {} : { fiscalYear: year }),
    ...(order === null ? {} : { dateOrder: order }),
  };
}

/** The verdicts of people, where there is a review file. */
async function reviewOption(call: Call): Promise<Pick<AnalyseOptions, 'review'>> {
  const path = reviewPath(call);
  if (path === null) return {};
  const { readReviewFile } = await import('./accept/review-file.ts');
  return { review: await readReviewFile(path) };
}

/** What the flags say of how a document is read before anything is looked for in it. */
export function inputOptions(call: Call): ReadOptions {
  const date = call.get(docDate);
  const name = call.get(publisher);
  const first = call.get(pageOffset);
  const { progress } = call.session;
  const sourceOf = ({ long }: Flag<unknown>) =>
    call.settings.originOf(long)?.kind === 'project' ? ('config' as const) : ('flag' as const);
  return {
    timeout: call.get(timeout),
    maxSize: call.get(maxSize),
    minTextCoverage: call.get(minCoverage),
    requireLanguage: call.get(requireLanguage),
    ...(call.get(language) === 'en' ? { language: 'en' } : {}),
    ...(first === null ? {} : { pageOffset: first }),
    ...call.pictures,
    onPage: ({ page, count }) => progress.page(page, count),
    onPicture: progress.picture,
    ...(date === null ? {} : { docDate: date, dateSource: sourceOf(docDate) }),
    ...(name === null ? {} : { publisher: name, publisherSource: sourceOf(publisher) }),
    ...(call.password === null ? {} : { password: call.password }),
  };
}
