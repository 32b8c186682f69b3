/**
 * Reads XML as strictly as XML 1.0 asks, and says what of it breaks the form of JUnit reports that Jenkins publishes
 * (junit-10.xsd): which elements stand where, with which attributes.
 */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Anything that XML 1.0 does not allow as a character. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<(\/?)([a-z-]+)((?: [a-z]+="(?:[^<&"\t\n]|&#\d+;)*")*)(\/?)>|((?:[^<&>]|&#\d+;)+)/guy;

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** @throws where the text is not well-formed */
export function readXml(xml: string): XmlElement {
  const illegal = ILLEGAL.exec(xml);
  if (illegal) throw new Error(`character ${illegal[0].codePointAt(0)?.toString(16)} at ${illegal.index}`);
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let at = 0;
  for (const match of xml.matchAll(TOKEN)) {
    at = match.index + match[0].length;
    const [, closes, name, attributes = '', isEmpty, text] = match;
    const parent = open.at(-1) ?? top;
    if (text !== undefined) parent.text += decoded(text);
    else if (name === undefined) continue;
    else if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decoded(value),
      ]);
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`<${name}> repeats an attribute`);
      const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  if (at < xml.length) throw new Error(`not XML at ${at}: ${xml.slice(at, at + 40)}`);
  const [root, ...others] = top.children;
  if (open.length > 1 || root === undefined || others.length > 0) throw new Error('not one element');
  return root;
}

interface Form {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  readonly children: readonly string[];
}

const outcome: Form = { required: [], allowed: ['type', 'message'], children: [] };
const FORMS: Readonly<Record<string, Form>> = {
  testsuites: { required: [], allowed: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    allowed: ['time', 'skipped'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    allowed: ['classname', 'time'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: outcome,
  error: outcome,
  skipped: outcome,
  'system-out': { required: [], allowed: [], children: [] },
};

/** What breaks the form; counts that are not those of the tests among it. */
export function faultsOfJunit(root: XmlElement): string[] {
  const faults = root.name === 'testsuites' ? [] : [`the root is ${root.name}`];
  const visit = (element: XmlElement): void => {
    const form = FORMS[element.name];
    if (form === undefined) {
      faults.push(`unknown element ${element.name}`);
      return;
    }
    const { required, allowed, children } = form;
    for (const name of required) if (!(name in element.attributes)) faults.push(`${element.name} lacks ${name}`);
    for (const name of Object.keys(element.attributes))
      if (!required.includes(name) && !allowed.includes(name)) faults.push(`${element.name} has ${name}`);
    for (const child of element.children) {
      if (!children.includes(child.name)) faults.push(`${child.name} stands in ${element.name}`);
      visit(child);
    }
    if (element.name === 'testsuite' || element.name === 'testsuites') faults.push(...miscounts(element));
  };
  visit(root);
  return faults;
}

/** All tests below an element. */
export const testsOf = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => (child.name === 'testcase' ? [child] : testsOf(child)));

function miscounts(element: XmlElement): string[] {
  const tests = testsOf(element);
  const having = (name: string): number =>
    tests.filter(({ children }) => children.some((each) => each.name === name)).length;
  const counts = { tests: tests.length, failures: having('failure'), errors: having('error') };
  return Object.entries(counts).flatMap(([name, count]) =>
    element.attributes[name] === String(count)
      ? []
      : [`${element.name} counts ${element.attributes[name]} ${name}, not ${count}`],
  );
}
