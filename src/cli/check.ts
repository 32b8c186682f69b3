/** `pmed check`: what an author should mend in the commitments of reports, and whether that is a reason to stop. */
import type { Analysis } from '../analyse.ts';
import type { CheckRules } from '../check/check-rules.ts';
import { atLeast } from '../model/change-levels.ts';
import type { Finding } from '../model/findings.ts';
import type { FindingsPart } from '../model/findings-part.ts';
import { counted } from '../render/numbers.ts';
import { failOn, level, maxWarnings, only } from './check/flags.ts';
import type { CheckFormat } from './check/writers.ts';
import { formatFlag } from './flag.ts';
import { howItIsRead, tableFlags, whatGoesIn } from './flag-groups.ts';
import { allowUnread, asOf, csvRaw, noBom, showAll } from './flags.ts';
import { gateOf, type Names, nameOf } from './gate.ts';
import { recordCommand } from './records/record-command.ts';
import type { RecordRun } from './records/record-run.ts';
import { sharedOptions } from './shared-options.ts';

const format = formatFlag(['text', 'json']);

export const checkCommand = recordCommand({
  name: 'check',
  summary: 'find vague or incomplete commitments',
  purpose: 'Say what an author should mend in the commitments of reports, so that readers can tell if they are kept.',
  examples: [
    ['pmed check strategy.md', 'what is vague, incomplete or contradictory'],
    ['pmed check strategy.md --only no-owner,weak-verb', 'only some rules'],
    ['pmed check reports/ --fail-on warning', 'for CI: exit 1 for warnings too'],
    ['pmed check strategy.pdf --as-of today', 'deadlines that have passed as well'],
    ['pmed check reports/ -q -o findings.json', 'everything, for a program'],
  ],
  groups: [
    { title: 'What counts', flags: [failOn, maxWarnings, level, only, asOf, allowUnread] },
    { title: 'How it is shown', flags: [...tableFlags(format), showAll] },
    whatGoesIn(),
    howItIsRead(),
  ],
  notes: [
    'Rules: pmed rules list check      One of them: pmed rules show weak-verb',
    'Switch a rule off in the project file: rules: { disable: [check/weak-verb] }',
  ],
  format,
  async prepare(call): Promise<RecordRun<CheckFormat, FindingsPart>> {
    const [{ analyseEach }, { compileChecks }, { check }, { checkWriters }, { loadRules }, { Tally }] =
      await Promise.all([
        import('../analyse.ts'),
        import('../check/check-rules.ts'),
        import('../check/check.ts'),
        import('./check/writers.ts'),
        import('../rules/load.ts'),
        import('./check/tally.ts'),
      ]);
    const options = { ...(await sharedOptions(call, [])), themes: [] };
    const rules = options.rules ?? (await loadRules());
    const checks = compileChecks(rules);
    const names = namesOf(checks);
    const tally = new Tally(gateOf(call.get(failOn), names), call.get(maxWarnings));
    const wanted = call.get(only)?.map((name) => nameOf('--only', name, names));
    const least = call.get(level);
    const isShown = ({ rule, level: its }: Finding): boolean =>
      atLeast(its, least) && (wanted === undefined || wanted.includes(rule));

    async function* checked({ parts }: Analysis): AsyncGenerator<FindingsPart> {
      for await (const part of parts) {
        const { document, diagnostics } = part;
        const whole = {
          document,
          findings: check(part, checks, { asOf: options.asOf ?? null }),
          suppressed: [],
          diagnostics,
        };
        tally.add(whole);
        yield { ...whole, findings: whole.findings.filter(isShown) };
      }
    }
    return {
      async start(inputs) {
        const analysis = await analyseEach(inputs, { ...options, rules });
        return {
          parts: checked(analysis),
          writers: checkWriters({
            tool: analysis.tool,
            verdict: () => tally.verdict(call.session.notices.exitCode === 0),
            mark: !call.get(noBom),
            guard: !call.get(csvRaw),
          }),
          found: ({ findings }) => counted(findings.length, 'finding'),
        };
      },
      next: null,
      verdict: () => tally.code(),
    };
  },
});

/** What `--fail-on` and `--only` take besides levels. */
const namesOf = ({ rules }: CheckRules): Names<string> => ({ title: 'Rules', known: rules.map(({ id }) => id) });
