/** What CI services are told of changes and findings: in their formats, whole, and with no say for the documents. */
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import type { Finding, Suppressed } from '../src/model/findings.ts';
import type { Report } from '../src/model/report.ts';
import type { Annotation, CiRun } from '../src/render/ci/annotation.ts';
import { renderGithub } from '../src/render/ci/github.ts';
import { renderGitlab } from '../src/render/ci/gitlab.ts';
import { renderJunit } from '../src/render/ci/junit.ts';
import { annotationsOfDiff, documentsOfDiff, rulesOfDiff, summaryOfDiff } from '../src/render/ci/of-diff.ts';
import {
  annotationsOfFindings,
  checkedDocument,
  rulesOfCheck,
  summaryOfFindings,
} from '../src/render/ci/of-findings.ts';
import { tidyPath, uriOf } from '../src/render/ci/paths.ts';
import { renderSarif } from '../src/render/ci/sarif.ts';
import { CODE_QUALITY } from './ci/gitlab-schema.ts';
import { faultsOfJunit, readXml, testsOf } from './ci/junit-form.ts';
import { SARIF } from './ci/sarif-schema.ts';
import { commandOf, linesOf } from './ci/workflow-commands.ts';
import { reportOf } from './reports.ts';

const ajv = new Ajv({ allErrors: true });
const breaks = (schema: object, text: string): unknown[] => {
  const check = ajv.compile(schema);
  return check(JSON.parse(text)) ? [] : (check.errors ?? []);
};

/** Two versions: each pair is a sentence before and after; null where a version does not have it. */
function runOf(
  pairs: readonly (readonly [old: string | null, now: string | null])[],
  { path = 'docs/plan.md', fails = true }: { readonly path?: string; readonly fails?: boolean } = {},
): CiRun {
  const side = (index: 0 | 1): Report => reportOf([...pairs.flatMap((pair) => pair[index] ?? []), ...KEPT].map(said));
  const result = diff(side(0), side(1));
  const paths = [`old/${path}`, path] as const;
  const failing = new Set(fails ? result.changes.filter(({ level }) => level === 'error').map(({ id }) => id) : []);
  return {
    command: 'diff',
    tool: result.tool,
    documents: documentsOfDiff(result, paths),
    rules: rulesOfDiff(result),
    annotations: annotationsOfDiff(result, { paths, failing }),
    notices: [],
    verdict: fails ? { outcome: failing.size > 0 ? 'fail' : 'pass', reason: 'as asked' } : null,
    exitCode: failing.size > 0 ? 1 : 0,
    summary: summaryOfDiff(result),
  };
}
/** What aims at something binds less. */
const said = (quote: string) => ({ quote, made: { strength: quote.includes(' aim to ') ? 2 : 4 } }) as const;
const KEPT = [
  'We will repair every footbridge over the Fern.',
  'We will plant trees along Mill Lane.',
  'We will keep the library open on Sundays.',
];

/** As many different sentences as asked for. */
const sentences = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `We will paint fence ${index.toString(36)}x of orchard ${index} in colour ${index}.`,
  );

/** An annotation with everything plain that is not given. */
const annotation = (given: Partial<Annotation> = {}): Annotation => ({
  id: 'x-1',
  rule: 'removed',
  rules: ['removed'],
  level: 'error',
  subject: 'Paint the fence',
  what: 'Removed.',
  message: 'Removed. Was "We will paint the fence." (l. 3).',
  place: { path: 'docs/plan.md', line: 3, page: null, pageLabel: null, quote: 'We will paint the fence.', span: null },
  related: [],
  ids: {},
  fails: false,
  suppressed: null,
  ...given,
});
const withAnnotations = (annotations: readonly Annotation[], given: Partial<CiRun> = {}): CiRun => ({
  ...runOf([]),
  annotations,
  ...given,
});

const NASTY = [
  'We will ]]> close the <b>ward</b> & "open" it\'s door.',
  'We will pay 100%25 of ::error file=x::owned the fees.',
  '::set-output name=a::We will own the runner.',
  'We will\n::error title=owned::break\r\n::warning::the lines.',
  'We will ##[error]shout about it.',
  'We will hide \u202ethis\u202c, \u0000\u0007\u001b[31mthat\u009b and \u200f\u2066more\u2069.',
  'We will keep \ud800 halves \udfff and \ufffe\uffff apart.',
  'We will fill {0} in and [link](https://example.org/) out.',
  'We will serve 日本語 and 🦊 in \u0301 tea.',
];
const nasty = NASTY.flatMap((quote, index): [string | null, string | null][] => [
  [quote, null],
  [null, quote.replace('We will', 'We will also')],
  [quote.replace('We will', 'We will build a shed and'), quote.replace('We will', 'We aim to build a shed and')].map(
    (each) => `${each} Shed ${index}.`,
  ) as [string, string],
]);

describe('SARIF', () => {
  it('keeps to what the specification demands, whatever the documents say', () => {
    for (const path of ['docs/plan.md', './a b,c/ü %41#?.md', '../up/plan.md', '/srv/plan.md', 'C:/plans/x:y.md'])
      expect(breaks(SARIF, renderSarif(runOf(nasty, { path })))).toEqual([]);
  });

  it('gives each change its rule, level, place, quote, old place and fingerprint', () => {
    const { runs } = JSON.parse(
      renderSarif(runOf([['We will open a ward by 2027.', 'We aim to open a ward by 2027.']])),
    );
    const [{ tool, results, artifacts, invocations }] = runs;
    const [result, ...others] = results;
    expect(others).toEqual([]);
    expect(tool.driver.rules[result.ruleIndex].id).toBe('weakened');
    expect(result).toMatchObject({
      ruleId: 'weakened',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/plan.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, snippet: { text: 'We aim to open a ward by 2027.' } },
          },
        },
      ],
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'old/docs/plan.md' },
            region: { startLine: 1, snippet: { text: 'We will open a ward by 2027.' } },
          },
        },
      ],
      partialFingerprints: { 'pmedRecord/v1': expect.stringMatching(/^x-/) },
    });
    expect(result.message.text).toMatch(
      /^Open a ward by 2027: Weakened: will open → aim to open\. Was "We will .+" \(l\. 1\)\. Now "We aim /,
    );
    expect(artifacts.map(({ roles }: { roles?: unknown }) => roles)).toEqual([undefined, ['analysisTarget']]);
    expect(invocations).toMatchObject([{ executionSuccessful: true, exitCode: 1, toolExecutionNotifications: [] }]);
  });

  it('lets no document make a link or a placeholder', () => {
    const { runs } = JSON.parse(
      renderSarif(runOf([[null, 'We will fill {0} in and [link](https://example.org/) out.']])),
    );
    expect(runs[0].results[0].message.text).toContain('fill {{0}} in and [link] (https');
  });

  it('leaves out the least severe results beyond 25,000, and says so', () => {
    const many = Array.from({ length: 25_003 }, (_, index) =>
      annotation({ id: `x-${index}`, level: index % 5000 === 0 ? 'error' : 'note' }),
    );
    const [{ results, invocations }] = JSON.parse(renderSarif(withAnnotations(many))).runs;
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(6);
    expect(results.at(-1).partialFingerprints['pmedRecord/v1']).toBe('x-25000');
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      { message: { text: expect.stringMatching(/^3 results/) } },
    ]);
  });

  it('tells results apart that a hash of their line would take for one, and leaves the rest to the service', () => {
    const at = (line: number | null, id: string, rule = 'removed') =>
      annotation({ id, rule, place: { ...annotation().place, line } });
    const run = withAnnotations([at(3, 'x-1'), at(3, 'x-2'), at(3, 'x-3', 'weakened'), at(4, 'x-4'), at(null, 'x-5')]);
    const hashes = JSON.parse(renderSarif(run)).runs[0].results.map(
      ({ partialFingerprints: { primaryLocationLineHash = null } }) => primaryLocationLineHash,
    );
    expect(hashes).toEqual(['x-1:1', 'x-2:1', null, null, 'x-5:1']);
  });

  it('marks what is suppressed, and then the rest as not suppressed', () => {
    const run = withAnnotations([
      annotation({ suppressed: { by: 'comment', reason: 'Quoted from a statute', until: null } }),
      annotation({ id: 'x-2', suppressed: { by: 'baseline', reason: null, until: null } }),
      annotation({ id: 'x-3' }),
    ]);
    const text = renderSarif(run);
    expect(breaks(SARIF, text)).toEqual([]);
    const suppressions = JSON.parse(text).runs[0].results.map(
      (result: { suppressions: unknown }) => result.suppressions,
    );
    expect(suppressions).toMatchObject([
      [{ kind: 'inSource', justification: 'Quoted from a statute' }],
      [{ kind: 'external', justification: 'Accepted in the baseline.' }],
      [],
    ]);
  });

  it('tells what went wrong as notifications, and an incomplete reading as no success', () => {
    const notices = [
      {
        code: 'PMED-I104',
        level: 'warning',
        message: '2 pages have no text.',
        hint: 'Use OCR.',
        path: 'plan.md',
        page: 3,
      },
    ] as const;
    const text = renderSarif(withAnnotations([], { notices, exitCode: 3 }));
    expect(breaks(SARIF, text)).toEqual([]);
    expect(JSON.parse(text).runs[0].invocations).toMatchObject([
      {
        executionSuccessful: false,
        exitCode: 3,
        toolExecutionNotifications: [
          { descriptor: { id: 'PMED-I104' }, level: 'warning', message: { text: '2 pages have no text. Use OCR.' } },
        ],
      },
    ]);
  });
});

describe('JUnit', () => {
  const junitOf = (run: CiRun) => {
    const root = readXml(renderJunit(run));
    expect(faultsOfJunit(root)).toEqual([]);
    return root;
  };
  const outcomes = (run: CiRun) => testsOf(junitOf(run)).map(({ children }) => children.map(({ name }) => name));

  it('is well-formed and in form, whatever the documents and their names are', () => {
    for (const path of ['docs/plan.md', 'a "b" <c> & \u0007\n\u202e.md']) {
      const tests = testsOf(junitOf(runOf(nasty, { path })));
      expect(tests.length).toBeGreaterThan(NASTY.length);
      const names = tests.map(({ attributes: { classname, name } }) => JSON.stringify([classname, name]));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('fails the tests of what the gate fails on, and passes the others', () => {
    const run = runOf([
      ['We will open a ward by 2027.', 'We aim to open a ward by 2027.'],
      [null, 'We will build a bridge over the Fern.'],
    ]);
    expect(outcomes(run)).toEqual([['failure'], ['system-out']]);
    const [failed] = testsOf(junitOf(run));
    expect(failed?.attributes.classname).toBe('docs/plan.md.weakened');
    expect(failed?.children[0]?.attributes).toEqual({ type: 'error', message: 'Weakened: will open → aim to open.' });
    expect(failed?.children[0]?.text).toContain('Was "We will open a ward by 2027." (l. 1).');
  });

  it('has one test that passes where nothing was found', () => {
    expect(outcomes(runOf([]))).toEqual([['system-out']]);
  });

  it('skips what is suppressed, and has an error where there is no verdict', () => {
    const suppressed = annotation({ suppressed: { by: 'ignore-file', reason: 'As agreed', until: '2027-03-31' } });
    const verdict = { outcome: 'none', reason: 'not everything was read' } as const;
    expect(outcomes(withAnnotations([suppressed], { verdict }))).toEqual([['skipped', 'system-out'], ['error']]);
  });

  it('fails where there are too many of what is no failure one by one', () => {
    const verdict = { outcome: 'fail', reason: '2 warnings (--max-warnings 1)' } as const;
    expect(outcomes(withAnnotations([annotation({ level: 'warning' })], { verdict }))).toEqual([
      ['system-out'],
      ['failure'],
    ]);
  });
});

describe('commands to GitHub', () => {
  const commandsOf = (run: CiRun) => linesOf(renderGithub(run)).map(commandOf);

  it('are all that the runner sees, whatever the documents and their names are', () => {
    for (const path of ['docs/plan.md', 'a,b: 50%/x::y\n::error::z.md']) {
      const commands = commandsOf(runOf(nasty.slice(0, 9), { path }));
      for (const command of commands) {
        expect(['error', 'warning', 'notice']).toContain(command?.name);
        expect(command?.properties.title).toMatch(/^pmed /);
        expect([undefined, tidyPath(path)]).toContain(command?.properties.file);
        expect(command?.message).not.toMatch(/[\r\n\u001b\u202e]/);
      }
    }
  });

  it('carry messages through the escapes as they were', () => {
    const [command] = commandsOf(runOf([[null, 'We will pay 100%25 of it, and: ::stop-commands::x too.']]));
    expect(command?.message).toContain('"We will pay 100%25 of it, and: ::stop-commands::x too."');
  });

  it('are at most ten of each kind, the most severe first, with a count of the rest', () => {
    const of = (level: Annotation['level'], count: number) =>
      Array.from({ length: count }, (_, index) => annotation({ id: `${level}${index}`, level }));
    const commands = commandsOf(withAnnotations([...of('note', 20), ...of('warning', 11), ...of('error', 12)]));
    const names = commands.map((command) => command?.name);
    expect(names).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning'), ...Array(10).fill('notice')]);
    expect(commands.at(-1)?.message).toMatch(/\(14 more are not shown here\)$/);
  });

  it('show what the gate fails on before the rest of its level', () => {
    const notes = Array.from({ length: 12 }, (_, index) =>
      annotation({ id: `n${index}`, level: 'note', subject: `Number ${index}`, fails: index === 11 }),
    );
    expect(commandsOf(withAnnotations(notes))[0]?.properties.title).toBe('pmed removed: Number 11');
  });

  it('begin with what was not read, and leave out what is suppressed', () => {
    const notices = [
      { code: 'PMED-I105', level: 'error', message: 'old.pdf is encrypted.', hint: null, path: 'old.pdf', page: null },
    ] as const;
    const suppressed = annotation({ suppressed: { by: 'baseline', reason: null, until: null } });
    const commands = commandsOf(withAnnotations([suppressed], { notices }));
    expect(commands.map((command) => command?.properties.title)).toEqual(['pmed diff: PMED-I105', 'pmed diff']);
  });

  it('are no longer than the runner passes on', () => {
    const [command] = commandsOf(
      withAnnotations([annotation({ subject: 'x '.repeat(5000), message: 'y '.repeat(5000) })]),
    );
    expect(command?.properties.title?.length).toBeLessThanOrEqual(255);
    expect(command?.message.length).toBeLessThanOrEqual(4096);
  });
});

describe('code quality for GitLab', () => {
  it('keeps to the form, with a fingerprint for each issue', () => {
    const run = runOf(nasty);
    const twice = withAnnotations([...run.annotations, ...run.annotations]);
    const text = renderGitlab(twice);
    expect(breaks(CODE_QUALITY, text)).toEqual([]);
    const issues: { readonly fingerprint: string }[] = JSON.parse(text);
    expect(issues).toHaveLength(twice.annotations.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('is an empty list where nothing is active', () => {
    const suppressed = annotation({ suppressed: { by: 'baseline', reason: null, until: null } });
    expect(renderGitlab(withAnnotations([suppressed]))).toBe('[]\n');
  });

  it('keeps the fingerprint of a change that stands elsewhere', () => {
    const prints = (line: number) =>
      JSON.parse(renderGitlab(withAnnotations([annotation({ place: { ...annotation().place, line } })])))[0]
        .fingerprint;
    expect(prints(3)).toBe(prints(30));
  });
});

describe('findings', () => {
  const report = reportOf([{ quote: 'We will explore options.' }, { quote: 'A review will be held by 2020.' }]);
  const [record] = report.documents;
  const finding = (index: number, given: Partial<Finding>): Finding => ({
    id: `f-${index}`,
    rule: 'weak-verb',
    level: 'warning',
    documentId: 'd-1',
    commitmentId: report.commitments[index]?.id ?? null,
    timeId: null,
    ref: report.commitments[index]?.ref ?? null,
    message: '"will explore" is not an outcome',
    evidence: report.commitments[index]?.evidence ?? reportOf([{ quote: '' }]).commitments[0]?.evidence ?? never(),
    related: [],
    ...given,
  });
  const never = (): never => {
    throw new Error('no evidence');
  };
  const runOfFindings = (findings: readonly Finding[], suppressed: readonly Suppressed[] = []): CiRun => {
    const document = { record: record ?? never(), path: 'docs/plan.md' };
    const annotations = annotationsOfFindings({
      document,
      findings,
      suppressed,
      fails: ({ level }) => level === 'error',
      others: new Map([['d-1', document]]),
    });
    return {
      command: 'check',
      tool: report.tool,
      documents: [checkedDocument(document)],
      rules: rulesOfCheck([
        { id: 'weak-verb', level: 'warning', description: 'The verb is no outcome.', remedy: 'Say what will be done.' },
        { id: 'switched-off', level: 'off', description: 'Nothing.', remedy: null },
      ]),
      annotations,
      notices: [],
      verdict: null,
      exitCode: 0,
      summary: summaryOfFindings(annotations),
    };
  };
  const both = runOfFindings(
    [finding(1, { rule: 'deadline-before-publication', level: 'error', message: 'due in 2020, published in 2025' })],
    [{ finding: finding(0, {}), by: 'comment', reason: 'Agreed', until: null }],
  );

  it('are told in every format', () => {
    expect(breaks(SARIF, renderSarif(both))).toEqual([]);
    expect(faultsOfJunit(readXml(renderJunit(both)))).toEqual([]);
    expect(breaks(CODE_QUALITY, renderGitlab(both))).toEqual([]);
    expect(renderGithub(both)).toBe(
      `::error file=docs/plan.md,line=2,title=pmed deadline-before-publication::Due in 2020, published in 2025. "A review will be held by 2020." (l. 2)
::notice title=pmed check::1 error; 1 finding suppressed
`,
    );
  });

  it('stand in the order of the document, those that are suppressed among them', () => {
    expect(both.annotations.map(({ rule, suppressed }) => [rule, suppressed?.by ?? null])).toEqual([
      ['weak-verb', 'comment'],
      ['deadline-before-publication', null],
    ]);
  });

  it('come with the rules that can find something', () => {
    expect(both.rules).toEqual([
      {
        id: 'weak-verb',
        level: 'warning',
        short: 'The verb is no outcome.',
        help: 'Say what will be done. More: pmed rules show weak-verb.',
      },
    ]);
  });
});

describe('duties of others', () => {
  it('are told as such, and fail no gate', () => {
    const side = (quote: string, statement: 'obligation' | 'recommendation') =>
      reportOf([{ quote, statement }, ...KEPT.map(said)]);
    const result = diff(
      side('Providers must publish waiting times each month.', 'obligation'),
      side('Providers should publish waiting times each month.', 'recommendation'),
    );
    const [duty, ...others] = annotationsOfDiff(result, { paths: ['old.md', 'new.md'], failing: new Set() });
    expect(others).toEqual([]);
    expect(duty).toMatchObject({
      rule: 'duty-weakened',
      fails: false,
      place: { line: 1 },
      related: [{ path: 'old.md' }],
    });
    expect(duty?.message).toMatch(
      /^Duty of others: weakened: .*\. Was "Providers must .+" \(l\. 1\)\. Now "Providers should /,
    );
    expect(rulesOfDiff(result).map(({ id }) => id)).toContain('duty-weakened');
  });
});

describe('paths', () => {
  test.each([
    ['docs/plan.md', 'docs/plan.md', 'docs/plan.md'],
    ['./docs//a/../plan.md', 'docs/plan.md', 'docs/plan.md'],
    ['../../plan.md', '../../plan.md', '../../plan.md'],
    ['/srv/../plan.md', '/plan.md', 'file:///plan.md'],
    ['C:/plans/x:y.md', 'C:/plans/x:y.md', 'file:///C:/plans/x%3Ay.md'],
    ['//host/share/plan.md', '//host/share/plan.md', 'file://host/share/plan.md'],
    ['a b/ü#?%.md', 'a b/ü#?%.md', 'a%20b/%C3%BC%23%3F%25.md'],
    ['HEAD~1:plan.md', 'HEAD~1:plan.md', 'HEAD~1%3Aplan.md'],
  ])('%s is %s, and as a URI %s', (typed, tidy, uri) => {
    expect(tidyPath(typed)).toBe(tidy);
    expect(uriOf(tidyPath(typed))).toBe(uri);
  });
});

it('writes the same bytes for the same run, at any length of it, in time that grows with it', () => {
  const pairs = sentences(2500).flatMap((each): [string | null, string | null][] => [[each, null]]);
  const run = runOf(pairs);
  expect(run.annotations.length).toBe(2500);
  for (const render of [renderSarif, renderJunit, renderGithub, renderGitlab])
    expect(render(run)).toBe(render(runOf(pairs)));
  expect(breaks(SARIF, renderSarif(run))).toEqual([]);
});

it('keeps every form for any text at all', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, (message, quote, path) => {
      const run = withAnnotations([
        annotation({
          subject: `s${quote}`,
          message: `m${message}`,
          fails: true,
          place: { ...annotation().place, path: `p${path}`, quote },
        }),
      ]);
      expect(breaks(SARIF, renderSarif(run))).toEqual([]);
      expect(faultsOfJunit(readXml(renderJunit(run)))).toEqual([]);
      expect(linesOf(renderGithub(run)).map(commandOf)).toMatchObject([
        { name: 'error', properties: { file: `p${path}` } },
        { name: 'notice' },
      ]);
      expect(breaks(CODE_QUALITY, renderGitlab(run))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
