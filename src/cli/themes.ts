/** `pmed themes`: what reports are about, how much of them, and where. */
import { counted } from '../render/numbers.ts';
import { flag, formatFlag, optionalChoiceFlag, switchFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, csvRaw, noBom, showAll, themes } from './flags.ts';
import { recordCommand } from './records/record-command.ts';
import { commandOf } from './reproduce.ts';
import { sharedOptions } from './shared-options.ts';
import { badValue, wrongOperands } from './usage.ts';

/** The lenses and all of the sectors. */
const SCHEMES = ['policy', 'sectors'];
/** Themes of each facet that screens show unasked. */
const TOP = 12;

const format = formatFlag(['text', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'xlsx', 'svg', 'qdpx']);
const by = optionalChoiceFlag({ long: '--by', value: '<what>', help: 'also in each document, section or page' }, [
  'document',
  'section',
  'page',
]);
const facet = optionalChoiceFlag(
  { long: '--facet', value: '<facet>', help: 'only lens (questions) or sector (fields of policy)' },
  ['lens', 'sector'],
);
export const top = flag(
  { long: '--top', value: '<n>', help: 'lenses and sectors to show', shown: `${TOP} of each` },
  (raw): number | null => {
    const given = raw.at(-1);
    if (given === undefined) return null;
    const number = /^\d{1,6}$/.test(given) ? Number(given) : 0;
    if (number < 1) throw badValue('--top', given, 'Give a whole number from 1 on; --all shows every theme');
    return number;
  },
);
const compare = switchFlag('--compare', 'documents side by side; of two, what changed');

const shown = [by, compare, top, facet, showAll];
const [goesIn, reading] = [whatGoesIn(), howItIsRead(themes)];
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...shown, allowUnread, ...goesIn.flags, ...reading.flags];

export const themesCommand = recordCommand({
  name: 'themes',
  summary: 'what the report is about, and where',
  purpose: 'Show what reports are about: how much of them speaks of each theme, and the passages that do.',
  examples: [
    ['pmed themes report.pdf', 'shares, and the best passages'],
    ['pmed themes report.pdf --by section', 'where it speaks of what'],
    ['pmed themes old.pdf new.pdf --compare', 'side by side, with what changed'],
    ['pmed themes reports/ --by document', 'a line a document, and all together'],
    ['pmed themes report.pdf --top 1 --all', 'every passage of the first theme'],
    ['pmed themes report.pdf -o themes.svg', 'a picture; themes.csv for a table'],
  ],
  groups: [
    {
      title: 'What comes out',
      flags: [...shown, ...tableFlags(format), allowUnread],
    },
    goesIn,
    reading,
  ],
  notes: [
    'Schemes: policy and sectors unless --themes names others, such as sdg.',
    'Shares are of sentences, list items and rows; not under 1,000 words.',
    'JSON has the records of pmed analyse, and only its themes filled; with --by section or page also their `parts`, with --compare their `change`.',
  ],
  format,
  async prepare(call, written) {
    const asked = call.get(by);
    const isComparison = call.get(compare);
    if (isComparison && (asked === 'section' || asked === 'page'))
      throw badValue('--by', asked, '--compare has a column a document; leave out one of them');
    const [{ analysed }, { documents }, { themesWriters }] = await Promise.all([
      import('./records/analysed.ts'),
      import('./records/reading.ts'),
      import('./themes-writers.ts'),
    ]);
    const options = {
      ...(await sharedOptions(call, SCHEMES)),
      ...(asked === 'section' || asked === 'page' ? { themesBy: asked } : {}),
      // JSON counts commitments in its summary, and tells of dates, as every view of a report does.
      keepsBody: written.includes('qdpx'),
      isThemesOnly: !written.includes('json') && !written.includes('ndjson'),
    };
    // What a project shows on screens leaves its data whole.
    const chosen = { facet: call.get(facet), top: call.given(top) ? call.get(top) : null };
    return {
      inputs(named, reading) {
        if (isComparison && named.length < 2)
          throw wrongOperands('pmed themes', 'two documents or more for --compare', named.length);
        return documents(named, call, reading);
      },
      start: analysed(
        options,
        (tool) =>
          themesWriters({
            tool,
            by: asked,
            isComparison,
            chosen,
            shown: { ...chosen, top: call.get(top) ?? (call.get(showAll) ? null : TOP) },
            mark: !call.get(noBom),
            guard: !call.get(csvRaw),
            command: commandOf('pmed themes', call, reproduced),
            rules: options.rules,
            tell: call.session.notices.add,
          }),
        ({ themes: its }) => counted(its.length, 'theme'),
      ),
      next: isComparison || asked !== null ? null : { more: '--by section', extension: '.svg' },
    };
  },
});
