/** `pmed check`: what an author should mend in the commitments of reports, and whether that is a reason to stop. */
import type { Analysis } from '../analyse.ts';
import { atLeast } from '../model/change-levels.ts';
import type { Finding } from '../model/findings.ts';
import { counted } from '../render/numbers.ts';
import { whatIsAccepted } from './accept/flags.ts';
import type { CheckedPart } from './check/ci-run.ts';
import { failOn, level, maxWarnings, only } from './check/flags.ts';
import type { CheckFormat } from './check/writers.ts';
import { worst } from './exit.ts';
import { formatFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, asOf, csvRaw, noBom, rules as rulePacks, sarifText, showAll } from './flags.ts';
import { gateOf, isMet, nameOf } from './gate.ts';
import { recordCommand } from './records/record-command.ts';
import type { RecordRun } from './records/record-run.ts';
import { commandOf } from './reproduce.ts';

const format = formatFlag([
  'text',
  'json',
  'ndjson',
  'csv',
  'tsv',
  'md',
  'html',
  'xlsx',
  'sarif',
  'junit',
  'github',
  'gitlab',
]);

const counts = [failOn, maxWarnings, level, only, asOf, allowUnread];
const [goesIn, reading] = [whatGoesIn(), howItIsRead()];
/** What decides what comes out, whichever way it is shown. */
const reproduced = [...counts, ...whatIsAccepted.flags, showAll, ...goesIn.flags, ...reading.flags];

export const checkCommand = recordCommand({
  name: 'check',
  summary: 'find vague or incomplete commitments',
  purpose: 'Say what an author should mend in the commitments of reports, so that readers can tell if they are kept.',
  examples: [
    ['pmed check strategy.md', 'what is vague or contradictory'],
    ['pmed check reports/ --fail-on warning', 'for CI: exit 1 for warnings too'],
    ['pmed check strategy.pdf --as-of today', 'deadlines that have passed as well'],
    ['pmed check reports/ -q -o findings.sarif', 'everything, for code scanning'],
  ],
  groups: [
    { title: 'What counts', flags: counts },
    whatIsAccepted,
    { title: 'How it is shown', flags: [...tableFlags(format), sarifText, showAll] },
    goesIn,
    reading,
  ],
  notes: [
    'The rules:  pmed rules list check',
    'One of them:  pmed rules show weak-verb',
    'Levels in the project file:  check: { levels: { weak-verb: off } }',
    'Accept one: <!-- pmed-ignore-next weak-verb: reason --> before its sentence, or an entry of pmed.ignore.yaml. All there are: pmed baseline create.',
  ],
  format,
  async prepare(call, written): Promise<RecordRun<CheckFormat, CheckedPart>> {
    const [
      { analyseEach },
      { CheckedInputs },
      { checkWriters },
      { openJudging },
      { Tally },
      { openAcceptance },
      { ofFinding },
      { textWriter },
      { summarised },
    ] = await Promise.all([
      import('../analyse.ts'),
      import('./check/inputs.ts'),
      import('./check/writers.ts'),
      import('./check/judging.ts'),
      import('./check/tally.ts'),
      import('./accept/acceptance.ts'),
      import('../accept/items.ts'),
      import('./text-folder.ts'),
      import('./step-summary.ts'),
    ]);
    const { options, checks, names, accepts, judge } = await openJudging(call);
    const gate = gateOf(call.get(failOn), names);
    const acceptance = await openAcceptance(call, accepts);
    const tally = new Tally(gate, call.get(maxWarnings));
    const wanted = call.get(only)?.map((name) => nameOf('--only', name, names));
    const least = call.get(level);
    const isShown = ({ rule, level: its }: Finding): boolean =>
      atLeast(its, least) && (wanted === undefined || wanted.includes(rule));

    let passedOver = 0;
    const followed = new CheckedInputs(textWriter(call, written, call.operands));
    async function* checked({ tool, parts }: Analysis): AsyncGenerator<CheckedPart> {
      for await (const part of parts) {
        const { document, comments = [] } = part;
        const { active, hidden, diagnostics } = acceptance.part(judge(part), document, comments, (finding) =>
          ofFinding(finding, document?.name ?? ''),
        );
        const suppressed = hidden.map(({ item, ...rest }) => ({ finding: item, ...rest }));
        tally.add({ findings: active });
        const findings = active.filter(isShown);
        passedOver += active.length - findings.length;
        yield {
          document,
          findings,
          suppressed: suppressed.filter(({ finding }) => isShown(finding)),
          diagnostics: [...part.diagnostics.filter(({ code }) => !FOUND.has(code)), ...diagnostics],
          typed: followed.came(document),
        };
      }
      acceptance.tell(tool);
    }
    return {
      async start(inputs) {
        const analysis = await analyseEach(followed.followed(inputs), { ...options, onWording: followed.onWording });
        const writers = checkWriters({
          tool: analysis.tool,
          rules: checks.rules.filter(({ says }) => says === null),
          texts: followed.texts,
          passedOver: () => passedOver,
          packs: call.given(rulePacks) ? call.get(rulePacks) : [],
          command: commandOf('pmed check', call, reproduced),
          tell: call.session.notices.add,
          fails: ({ level: its, rule }) => isMet({ level: its, names: [rule] }, gate),
          verdict: () => tally.verdict(call.session.notices.exitCode === 0),
          code: () => worst(call.session.notices.exitCode, tally.code()),
          mark: !call.get(noBom),
          guard: !call.get(csvRaw),
        });
        return {
          parts: summarised(checked(analysis), call, written, writers.md),
          writers,
          found: ({ findings }) => counted(findings.length, 'finding'),
        };
      },
      next: null,
      verdict: () => tally.code(),
    };
  },
});

/** What an analysis warns of and rules find: deadlines before publication, and deadlines that contradict each other. */
const FOUND: ReadonlySet<string> = new Set(['PMED-D205', 'PMED-D207']);
