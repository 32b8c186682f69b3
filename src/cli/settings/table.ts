/** Every setting of pmed: the key of the project file, and the flag that reads its values. */
import { baseline, ignoreFile, noBaseline, noIgnoreFile, noReview, review } from '../accept/flags.ts';
import { failOn as failOnFindings, maxWarnings } from '../check/flags.ts';
import { includeReported, minStrength, noReported } from '../commitments.ts';
import { failOn, match } from '../diff/flags.ts';
import {
  actor,
  anchor,
  ascii,
  color,
  dateOrder,
  docDate,
  fiscalYear,
  hyperlinks,
  isPackFile,
  noProgress,
  output,
  publisher,
  rules,
  showAll,
  themes,
  timeout,
  width,
} from '../flags.ts';
import { top } from '../themes.ts';
import { rawOf, type Setting, setting } from './setting.ts';
import {
  checkLevels,
  cite,
  dates,
  disable,
  exclude,
  inputs,
  language,
  levels,
  maxSize,
  minCoverage,
  pageOffset,
  requireLanguage,
  vague,
} from './unflagged.ts';

type Paths = (given: string) => string;

/** A list of paths. */
const paths = (value: unknown, path: Paths): readonly string[] => rawOf(value).map(path);

/** What a file named in the settings decides stands in the result itself. */
const ofFile = { raw: paths, inReport: null };

/** Names, and paths of pack files. The report names the packs that were used. */
const packs = (value: unknown, path: Paths): readonly string[] =>
  rawOf(value).map((one) => (isPackFile(one) ? path(one) : one));

/** A list as the one text that a flag with a list in it takes. */
const joined = (value: unknown): readonly string[] => (Array.isArray(value) ? [value.join(',')] : rawOf(value));

const split = (values: readonly string[]): readonly string[] => values.flatMap((value) => value.split(','));

/** In the order of the documentation. */
export const SETTINGS: readonly Setting[] = [
  setting('inputs', inputs, { raw: paths, inReport: null }),
  setting('exclude', exclude),
  setting('rules.packs', rules, { isSum: true, raw: packs, inReport: null }),
  setting('rules.disable', disable),
  setting('document.date', docDate),
  setting('document.dates', dates, { rivals: [docDate.long] }),
  setting('document.fiscal-year', fiscalYear),
  setting('document.date-order', dateOrder),
  setting('document.publisher', publisher),
  setting('document.language', language),
  setting('document.page-offset', pageOffset),
  setting('document.cite', cite),
  setting('document.events', anchor, { isSum: true }),
  setting('input.min-text-coverage', minCoverage),
  setting('input.max-size-mb', maxSize),
  setting('input.timeout-s', timeout),
  setting('input.require-language', requireLanguage, { builtIn: 'false' }),
  setting('commitments.min-strength', minStrength),
  setting('commitments.include-reported', noReported, {
    rivals: [includeReported.long],
    raw: (value) => rawOf(value === false),
    words: (values) => [values.length === 0 ? 'true' : 'false'],
    builtIn: 'true',
  }),
  setting('commitments.actors', actor, { isSum: true }),
  setting('timeline.vague', vague, { commands: ['timeline'] }),
  setting('themes.schemes', themes, {
    builtIn: 'policy, in pmed themes also sectors',
    raw: (value, path) => joined(packs(value, path)),
    words: split,
    // Files are named among the packs of the report.
    inReport: (values) => split(values).filter((name) => !isPackFile(name)),
  }),
  setting('themes.top', top, { rivals: [showAll.long] }),
  setting('check.fail-on', failOnFindings, { raw: joined, words: split, commands: ['check'] }),
  setting('check.max-warnings', maxWarnings, { raw: (value) => (value === null ? [] : rawOf(value)), builtIn: 'any' }),
  setting('check.levels', checkLevels, { commands: ['check', 'baseline'] }),
  setting('check.baseline', baseline, { ...ofFile, rivals: [noBaseline.long], commands: ['check', 'baseline'] }),
  setting('diff.fail-on', failOn, { raw: joined, words: split, commands: ['diff'] }),
  setting('diff.match', match),
  setting('diff.levels', levels, { commands: ['diff'] }),
  setting('diff.baseline', baseline, { ...ofFile, rivals: [noBaseline.long], commands: ['diff', 'baseline'] }),
  setting('ignore', ignoreFile, {
    ...ofFile,
    rivals: [noIgnoreFile.long],
    builtIn: 'pmed.ignore.yaml beside the project file',
  }),
  setting('review', review, {
    ...ofFile,
    rivals: [noReview.long],
    builtIn: 'pmed.review.yaml beside the project file',
  }),
  // A look at one table must not write over the files of the whole analysis.
  setting('output.files', output, { raw: paths, inReport: null, commands: ['analyse'] }),
  setting('output.width', width, { inReport: null, userKey: 'width', variable: 'PMED_WIDTH' }),
  setting('color', color, { isOfProject: false, userKey: 'color', variable: 'PMED_COLOR' }),
  setting('progress', noProgress, {
    isOfProject: false,
    userKey: 'progress',
    raw: (value) => rawOf(value === false),
    words: (values) => [values.length === 0 ? 'true' : 'false'],
    builtIn: 'true',
  }),
  setting('ascii', ascii, { isOfProject: false, userKey: 'ascii', builtIn: 'by locale' }),
  setting('hyperlinks', hyperlinks, { isOfProject: false, userKey: 'hyperlinks' }),
];
