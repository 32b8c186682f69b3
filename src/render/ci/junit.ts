/**
 * A run as JUnit XML, as Jenkins (junit-10.xsd) and GitLab read it: a suite a document, a test a change or finding. The
 * class of a test is the document, a dot and the rule: Jenkins takes what stands before the last dot for the package, so
 * that its pages lead from the document to the rule to the commitment; GitLab shows the class beside the test.
 *
 * A test fails where the gate fails on it; what is suppressed is skipped; the rest pass and say what they are about.
 */
import { element, xmlText } from '../xml.ts';
import type { Annotation, CiNotice, CiRun, Suppression } from './annotation.ts';
import { shortSubject } from './places.ts';
import { oneLine } from './wording.ts';

/** A suite's tests as XML, with what is counted. */
interface Suite {
  readonly name: string;
  readonly tests: readonly Test[];
}

interface Test {
  readonly className: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly content: string;
}

/** @returns XML, ending in a newline; a run that found nothing is a suite with one test that passes */
export function renderJunit(run: CiRun): string {
  const suites = suitesOf(run);
  const all = suites.flatMap(({ tests }) => tests);
  const written = suites.map(({ name, tests }) =>
    element(
      'testsuite',
      { name: oneLine(name), ...countsOf(tests), skipped: String(count(tests, 'skipped')), time: '0' },
      '\n',
      ...tests.map((test) => `${testCase(test)}\n`),
    ),
  );
  const root = element(
    'testsuites',
    { name: `pmed ${run.command}`, ...countsOf(all), time: '0' },
    '\n',
    ...written.map((suite) => `${suite}\n`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** One suite a document, and one for what is about none of them. */
function suitesOf({ documents, annotations, notices, command, verdict, summary }: CiRun): Suite[] {
  const suites = new Map<string, Test[]>();
  for (const { path, isSubject } of documents) if (isSubject) suites.set(path, []);
  const inSuite = (path: string, test: Test): void => {
    const tests = suites.get(path);
    if (tests === undefined) suites.set(path, [test]);
    else tests.push(test);
  };
  const general = `pmed ${command}`;
  for (const notice of notices) if (notice.level === 'error') inSuite(notice.path ?? general, errorOf(notice, general));
  const outcome = verdict?.outcome;
  // A gate may fail on how many there are of what no gate fails on one by one.
  const isOver = outcome === 'fail' && !annotations.some(({ fails }) => fails);
  if (verdict !== null && (outcome === 'none' || isOver)) {
    const [name, type] = outcome === 'none' ? (['error', 'no-verdict'] as const) : (['failure', 'too-many'] as const);
    const content = outcomeOf(name, type, verdict.reason, verdict.reason);
    inSuite(general, { className: `${general}.verdict`, name: 'verdict', outcome: name, content });
  }
  for (const annotation of annotations) inSuite(annotation.place.path, testOf(annotation));
  for (const [path, tests] of suites) {
    if (tests.length > 0) continue;
    const passed = element('system-out', {}, xmlText(summary));
    tests.push({ className: `${path}.pmed-${command}`, name: 'nothing to report', outcome: 'passed', content: passed });
  }
  return [...suites].map(([name, tests]) => ({ name, tests }));
}

/** The id makes the name the only one of its kind, and the same in the next run: GitLab compares runs by names. */
function testOf({ id, rule, level, subject, what, message, place, related, fails, suppressed }: Annotation): Test {
  const where = [place, ...related].map(
    ({ path, line, page, pageLabel }, index) =>
      `${index === 0 ? '' : 'old: '}${oneLine(path)}${line === null ? '' : `:${line}`}${page === null ? '' : ` p. ${pageLabel ?? page}`}`,
  );
  const text = [`${level}: ${message}`, ...where].join('\n');
  const name = `${subject ?? shortSubject(place.quote ?? related[0]?.quote ?? '')} [${id}]`;
  const className = `${oneLine(place.path)}.${rule}`;
  if (suppressed !== null) {
    const content =
      element('skipped', { message: reasonOf(suppressed) }) + element('system-out', {}, xmlText(text, true));
    return { className, name, outcome: 'skipped', content };
  }
  if (fails) return { className, name, outcome: 'failure', content: outcomeOf('failure', level, what, text) };
  return { className, name, outcome: 'passed', content: element('system-out', {}, xmlText(text, true)) };
}

function errorOf({ code, message, hint, path }: CiNotice, general: string): Test {
  return {
    className: `${oneLine(path ?? general)}.reading`,
    name: `${code}: ${oneLine(message)}`,
    outcome: 'error',
    content: outcomeOf('error', code, message, [message, hint ?? ''].filter((part) => part !== '').join('\n')),
  };
}

function outcomeOf(name: 'failure' | 'error', type: string, message: string, text: string): string {
  return element(name, { type, message: oneLine(message) }, xmlText(text, true));
}

function reasonOf({ by, reason, until }: Suppression): string {
  const words = { baseline: 'in the baseline', 'ignore-file': 'ignored', comment: 'ignored in the text' }[by];
  return [words, until === null ? '' : ` until ${until}`, reason === null ? '' : `: ${oneLine(reason)}`].join('');
}

function testCase({ className, name, content }: Test): string {
  return element('testcase', { classname: className, name, time: '0' }, content);
}

const count = (tests: readonly Test[], outcome: Test['outcome']): number =>
  tests.filter((test) => test.outcome === outcome).length;

function countsOf(tests: readonly Test[]): {
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
} {
  return {
    tests: String(tests.length),
    failures: String(count(tests, 'failure')),
    errors: String(count(tests, 'error')),
  };
}
