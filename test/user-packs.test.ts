/** Rule packs that users write: joined to the built-in ones, or refused with every fault at its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { compileChecks } from '../src/check/check-rules.ts';
import { explain } from '../src/explain.ts';
import { precompile } from '../src/extract/compiled.ts';
import { PmedError } from '../src/model/fault.ts';
import { checkPack, loadRules, loadSources } from '../src/rules/load.ts';
import { PatternFault, parsePattern } from '../src/rules/pattern.ts';
import type { Rules } from '../src/rules/rules.ts';
import { FORMS } from '../src/rules/user/form.ts';
import { PACKS, SETS } from '../src/rules/user/packs.ts';
import { checkSigns } from '../src/rules/user/pattern-signs.ts';
import { checkYaml } from '../src/yaml/check.ts';
import { readYaml } from '../src/yaml/read.ts';

/** The rules with packs of these texts, called a.yaml, b.yaml and so on. */
const joined = (...texts: string[]): Promise<Rules> =>
  loadRules({ packs: texts.map((text, i) => ({ name: `packs/${'abc'.charAt(i)}.yaml`, text })) });

const found = async (text: string, rules: Rules) => analyse({ name: 'plan.md', text }, { rules });

/** Rules that found something in a text, of commitments and statements. */
async function rulesIn(text: string, rules: Rules): Promise<string[]> {
  const { commitments, statements } = await found(text, rules);
  return [...commitments, ...statements].flatMap((record) => record.rules);
}

/** The faults of a pack as a user reads them, without the name of the file. */
async function faults(text: string | Uint8Array): Promise<string[]> {
  const all = await checkPack(text, 'mine.yaml');
  return all.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

const VOW = `id: vows
version: 2.1.0
---
pack: commitment
lists:
  vow: [solemnly swear, cross our hearts]
rules:
  - id: vows-to
    description: A vow in so many words.
    kind: commitment
    strength: 5
    match: ["modal=@vow to verb=:base"]
`;
const WILL = (rest: string) => `pack: commitment
rules:
  - id: will-action
    description: Any will.
    kind: commitment
    strength: 1
    match: ["modal=will verb=:base"]
${rest}`;

describe('the built-in packs', () => {
  const folder = new URL('../src/packs/en/', import.meta.url);

  test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s passes the check of users', (name) => {
    const documents = readYaml(readFileSync(fileURLToPath(new URL(name, folder))), name);
    for (const document of documents) {
      const pack = PACKS.find(
        (its) => typeof document.value === 'object' && its === Reflect.get(document.value ?? {}, 'pack'),
      );
      if (pack === undefined) throw new Error(`${name} has no pack`);
      expect(checkYaml(document, FORMS[pack])).toMatchObject({ ok: true });
    }
  });

  test('are compiled in the sets that users’ packs are joined by', async () => {
    const rules = await loadRules();
    precompile(rules);
    compileChecks(rules);
    expect([...rules.ready.keys()].sort()).toEqual(Object.keys(SETS).sort());
  });
});

describe('a pack of a user', () => {
  test('adds rules, and stands in the report with its id, version and hash', async () => {
    const rules = await joined(VOW);
    const report = await found('We solemnly swear to open a clinic. We will publish a plan.', rules);
    expect(report.commitments.map((its) => [its.strength, its.rules])).toEqual([
      [5, ['commitment/vows-to']],
      [4, ['commitment/will-action']],
    ]);
    expect(report.tool.packs).toMatchObject([
      { id: 'policy-en' },
      { id: 'vows', version: '2.1.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('goes by the name of its file where it names no id', async () => {
    const rules = await joined(WILL('').replace('will-action', 'any-will'));
    expect(rules.packs[1]).toMatchObject({ id: 'a', version: '0' });
  });

  test('has its rules before the built-in ones, which otherwise are as they were', async () => {
    const rules = await joined(WILL('').replace('will-action', 'any-will'));
    expect(await rulesIn('We will publish a plan.', rules)).toEqual(['commitment/any-will']);
    expect(await rulesIn('We hope to open a clinic.', rules)).toEqual(
      await rulesIn('We hope to open a clinic.', await loadRules()),
    );
  });

  test('replaces a rule only where it says so', async () => {
    await expect(joined(WILL(''))).rejects.toThrow(
      "packs/a.yaml:3:9: there is a rule 'commitment/will-action' already (commitment.yaml). Add 'replaces: true'",
    );
    const report = await found('We will publish a plan.', await joined(WILL('    replaces: true\n')));
    expect(report.commitments).toMatchObject([{ strength: 1, rules: ['commitment/will-action'] }]);
  });

  test('may replace rules of an earlier one, and stands before it', async () => {
    await expect(joined(VOW, VOW)).rejects.toThrow(
      /^packs\/b\.yaml:8:9: there is a rule 'commitment\/vows-to' already/,
    );
    const weaker = VOW.replace('strength: 5', 'strength: 2\n    replaces: true').replace(/lists:\n.*\n/, '');
    const { commitments } = await found('We solemnly swear to open a clinic.', await joined(VOW, weaker));
    expect(commitments).toMatchObject([{ strength: 2 }]);
    const other = WILL('').replace('will-action', 'first').replace('strength: 1', 'strength: 2');
    const [first] = (
      await found('We will publish a plan.', await joined(other, WILL('').replace('will-action', 'last')))
    ).commitments;
    expect(first?.rules).toEqual(['commitment/last']);
  });

  test('adds to lists that are there, or replaces them', async () => {
    const text = 'We faithfully avow to open a clinic.';
    const added = 'pack: commitment\nlists:\n  performative: [avow]\n';
    expect(await rulesIn(text, await loadRules())).toEqual([]);
    expect(await rulesIn(text, await joined(added))).toEqual(['commitment/performative']);
    expect(await rulesIn('We pledge to open a clinic.', await joined(added))).toEqual(['commitment/performative']);
    const only = await joined(`${added}replaces-lists: [performative]\n`);
    expect(await rulesIn('Trusts pledge to open a clinic.', only)).not.toContain('commitment/performative');
    expect(await rulesIn(text, only)).toEqual(['commitment/performative']);
  });

  test('adds to lists of names, tables of words and units', async () => {
    const rules = await joined(
      'pack: agent\nlists:\n  bodies: [Moot]\n---\npack: quantity\nheads: { smoots: smoot }\nscales: { gross: 144 }\n---\npack: time\ntables:\n  feast: { midwinter fair: 02-02 }\n',
    );
    const { commitments } = await found('The Thornby Moot will plant hedges of 40 smoots by 2030.', rules);
    expect(commitments).toMatchObject([
      { actor: { text: 'The Thornby Moot' }, targets: [{ value: 40, unit: 'smoot' }] },
    ]);
    const gross = await found('We will plant 3 gross trees by 2030.', rules);
    expect(gross.commitments).toMatchObject([{ targets: [{ value: 432 }] }]);
  });

  test('makes times, which commitments take as deadlines', async () => {
    const rules = await joined(
      'pack: time\nrules:\n  - id: harvest-moon\n    description: A feast of the county.\n    makes: date\n    value: fields\n    fields: { month: 9, day: 23 }\n    match: ["extent=( harvest moon ) year=:year"]\n',
    );
    const { commitments } = await found('We will open the bridge by harvest moon 2027.', rules);
    expect(commitments).toMatchObject([{ deadline: { end: '2027-09-23' } }]);
  });

  test('makes lengths of those that are found already', async () => {
    const rules = await joined(
      'pack: time\nrules:\n  - {id: good, description: x, makes: duration, value: same, match: ["a good and full time=:duration"]}\n',
    );
    const { timeline } = await found('The works last a good and full 6 weeks.', rules);
    expect(timeline).toMatchObject([{ text: 'last a good and full 6 weeks', value: 'P6W' }]);
  });

  test('adds themes to a scheme, replaces one, or makes a scheme of its own', async () => {
    const theme = (scheme: string, id: string, rest = '') =>
      `pack: themes\nscheme: ${scheme}\nthemes:\n  - id: ${id}\n    label: Mine\n${rest}    terms: { strong: [birth centre] }\n`;
    const text = 'We will open a birth centre. Ethical rules and data ethics guide us.';
    const themes = async (rules: Rules) => (await found(text, rules)).themes.map(({ id, label }) => `${id} ${label}`);
    expect(await themes(await joined(theme('policy', 'maternity')))).toContain('maternity Mine');
    expect(await themes(await joined(theme('own', 'maternity')))).toEqual(
      expect.arrayContaining(['maternity Mine', 'ethics Ethics']),
    );
    await expect(joined(theme('policy', 'ethics'))).rejects.toThrow(/^packs\/a\.yaml:4:9: .*'ethics' already/);
    const replaced = await themes(await joined(theme('policy', 'ethics', '    replaces: true\n')));
    expect(replaced).toContain('ethics Mine');
    expect(replaced).not.toContain('ethics Ethics');
  });

  test('switches rules and themes off, as the caller may', async () => {
    const text = 'We will publish a plan. Ethical rules guide us.';
    const off = 'disable: [commitment/will-action, themes/ethics]\n';
    for (const rules of [
      await joined(off),
      await loadRules({ disable: ['commitment/will-action', 'themes/ethics'] }),
    ]) {
      const report = await found(text, rules);
      expect(report.commitments.flatMap((its) => its.rules)).not.toContain('commitment/will-action');
      expect(report.themes.map(({ id }) => id)).not.toContain('ethics');
    }
    await expect(loadRules({ disable: ['commitment/will-actoin'] })).rejects.toThrow(
      "Did you mean 'commitment/will-action'?",
    );
  });

  test('is quoted when a finding is explained', async () => {
    const [sentence] = (await explain({ text: 'We solemnly swear to open a clinic.' }, { rules: await joined(VOW) }))
      .sentences;
    expect(JSON.stringify(sentence)).toContain('modal=@vow to verb=:base');
    expect(JSON.stringify(sentence)).toContain('A vow in so many words.');
  });
});

describe('a faulty pack', () => {
  const rule = (match: string, rest = '') =>
    `pack: commitment\nrules:\n  - id: mine\n    description: x\n    kind: commitment\n    strength: 3\n    match: [${match}]\n${rest}`;
  const list = (text: string) => `pack: commitment\nlists:\n${text}`;
  const theme = (terms: string) =>
    `pack: themes\nscheme: mine\nthemes:\n  - id: a\n    label: A\n    terms: ${terms}\n`;
  const claim = (pattern: string) =>
    `pack: commitment\nrules:\n  - id: x\n    description: d.\n    kind: commitment\n    strength: 4\n    match: ["${pattern}"]\n`;
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');

  test.each([
    [
      'a label without a letter',
      theme('{ strong: [boat] }').replace('label: A', "label: ' '"),
      /^5:12: a label has letters\./,
    ],
    ['a pattern that may match no word', claim('we? ...3'), /^7:13: it may match no word at all; name one/],
    ['a name in capitals', claim('Actor=we vow'), /^7:13: the name before '=' is not in small letters/],
    ['a kind in capitals', claim('we :Base'), /^7:17: ':Base' is not the name of a kind/],
    ['an empty file', '', /^1:1: the file holds no rules\. It begins with 'pack:'/],
    ['nothing but comments', '# later\n', /^1:1: the file holds no rules/],
    ['a list at the top', '- a\n', /^1:1: the file holds no rules\. It begins with 'pack:'/],
    ['a text', 'hello\n', /^1:1: the file holds no rules\. It begins with 'pack:'/],
    ['a pack in capitals', 'Pack: Themes\nScheme: x\n', /^1:1: no key is called 'Pack' here\. Did you mean 'pack'\?/],
    ['no scheme', 'pack: themes\nthemes: []\n', /^1:1: the key 'scheme' is missing\. Write 'scheme: policy'/],
    [
      'a key too far left',
      'pack: themes\nscheme: m\nthemes: []\nterms:\n  strong: [b c]\n',
      /^4:1: no key is called 'terms' here\. It belongs to each of 'themes': .*further right/,
    ],
    [
      'tiers too far left',
      theme('{}').replace('terms:', 'strong: [b c]\n    terms:'),
      /^6:5: no key is called 'strong' here\. It belongs to 'terms': .*further right/,
    ],
    [
      'commas for a list',
      theme('{ strong: "a b, c d" }'),
      /^6:22: 'strong' must be a list and is the text 'a b, c d'\. Write \[a b, c d\]/,
    ],
    [
      'no dashes',
      'pack: themes\nscheme: m\nthemes:\n  id: a\n',
      /^4:3: 'themes' must be a list .*Begin each member with '- '/,
    ],
    ['bytes that are no text', new Uint8Array([112, 0, 1, 255]), /^1:4: .*UTF-8/],
    ['tabs', 'pack: commitment\nrules:\n\t- id: x\n', /^3:1: .*tab/],
    ['no pack', 'rules: []\n', /^1:1: the key 'pack' is missing/],
    ['an unknown pack', 'pack: comitment\n', /^1:7: 'comitment' is no kind of pack\. Did you mean 'commitment'\?/],
    ['an unknown key', rule('a b', '    mtach: [x]\n'), /^8:5: no key is called 'mtach' here\. Did you mean 'match'\?/],
    [
      'a value of another kind',
      rule('a b').replace('strength: 3', 'strength: firm'),
      /^6:15: 'firm' is no value of 'strength'\. Values: 5 \(binding\), 4 \(firm\)/,
    ],
    ['no strength', rule('a b').replace('    strength: 3\n', ''), /^5:11: .*needs a 'strength'/],
    ['an unknown list', rule('"we @planz now"'), /^7:17: no list is called 'planz'\. Did you mean 'plan'\?/],
    ['an unknown list in a plain text', rule('we will @planz'), /^7:21: no list is called 'planz'/],
    [
      'an unknown kind of words',
      rule("'we :tiem'"),
      /^7:17: no kind of words is called ':tiem' here\. Did you mean 'time'\?/,
    ],
    ['a regular expression for words', rule("'a .* b'"), /^7:16: '\.\*' means nothing in a pattern\. .*'\.\.\.4'/],
    ['a class in a pattern', rule("'a verb=[a-z]+'"), /^7:21: '\[a-z\]' means nothing in a pattern/],
    ['an escaped letter', rule("'a \\w b'"), /^7:16: '\\w' means nothing in a pattern\. A backslash/],
    ['a near word in a pattern', rule("'a ~3 b'"), /^7:16: '~3' means nothing in a pattern\. .*'\.\.\.3'/],
    ['spaces around a name', rule("'modal = a'"), /^7:20: '=' means nothing .*without spaces/],
    ['quotes in a pattern', rule("'a “b” c'"), /^7:16: '“' means nothing in a pattern/],
    ['an open bracket', rule('"we (will"'), /^7:17: a bracket is opened and not closed/],
    ['brackets that nest', rule(`"${'('.repeat(900)}a?${')'.repeat(900)}"`), /^7:35: brackets nest deeper than 20/],
    ['a huge choice', rule(`"${'a|'.repeat(600)}a"`), /^7:1013: more than 500 alternatives/],
    ['a long pattern', rule(`"${'a b '.repeat(600)}"`), /^7:2014: the pattern is longer than 2000 characters/],
    ['long gaps', rule(`"a ${'...40 '.repeat(60)}b"`), /^7:13: the pattern is too large/],
    ['a gap too long', rule('"a ...50 b"'), /^7:16: a gap may span at most 40 words/],
    ['many captures', rule(`"${many(25, (i) => `a${i}=b `)}"`), /^7:13: the pattern has more than 20 captures/],
    [
      'a circle of lists',
      list('  a: ["@b"]\n  b: [x, "y (z | @a)"]\n'),
      /^3:7: the list 'a' contains itself: a → b → a\./,
    ],
    [
      'a list that doubles',
      list(`  l0: [x]\n${many(40, (i) => `  l${i + 1}: ["@l${i}", "@l${i}"]\n`)}`),
      /more than 5000 members/,
    ],
    ['an empty list', list('  a: []\n'), /^3:6: the list 'a' is empty/],
    ['lists without end', list(many(2000, (i) => `  l${i}: [x]\n`)), /^503:3: there are more than 500 lists/],
    [
      'rules without end',
      `pack: commitment\nrules:\n${many(2500, (i) => `  - {id: r${i}, description: x, kind: need, match: [a]}\n`)}`,
      /^2003:5: there are more than 2000 rules/,
    ],
    [
      'a list that makes a built-in rule too large',
      list(`  will: [${many(3000, (i) => `a b${i}, `)}c]\n`),
      /^3:9: with this list the rule 'commitment\/[a-z-]+' fails/,
    ],
    [
      'an id twice',
      rule('a b', '  - {id: mine, description: x, kind: need, match: [a]}\n'),
      /^8:10: 'commitment\/mine' stands here a second time; the first is in line 3/,
    ],
    [
      'an id that replaces nothing',
      rule('a b', '    replaces: true\n'),
      /^3:9: 'commitment\/mine' replaces no rule\. Leave out 'replaces: true', .*pmed rules list commitment/,
    ],
    [
      'a list that replaces nothing',
      `${list('  wil: [x]\n')}replaces-lists: [wil]\n`,
      /^3:3: 'wil' replaces no list\. Did you mean 'will'\?/,
    ],
    [
      'a list that a pack cannot have',
      'pack: agent\nlists:\n  bodis: [moot]\n',
      /^3:3: the pack 'agent' has no list 'bodis'\. Did you mean 'bodies'\?/,
    ],
    ['a theme with no terms', theme('{ strong: [] }'), /^6:12: the theme 'a' has no terms/],
    ['a term with no words', theme('{ weak: ["*"] }'), /^6:21: the term '\*' has no words/],
    ['a regular expression', theme('{ weak: ["midwi.*"] }'), /^6:21: '\.\*' means nothing .*'midwi\*' is any word/],
    ['a class of letters', theme('{ weak: ["[Nn]eonatal"] }'), /^6:21: '\[' means nothing .*no regular expressions/],
    ['brackets in a term', theme('{ weak: ["midwi(fe|ves)"] }'), /^6:21: '\(' means nothing .*any word that begins so/],
    ['a gap of patterns', theme('{ weak: ["named ...2 midwife"] }'), /^6:21: '\.\.\.' .*'named ~3 midwife'/],
    ['a list in a term', theme('{ weak: ["@midwife"] }'), /^6:21: '@' means nothing in the term/],
    ['curly quotes', theme('{ weak: [“midwife”] }'), /^6:21: '“' means nothing .*straight quotes/],
    ['a slash between spaces', theme('{ weak: [a b / c] }'), /^6:21: '\/' stands between two words without a space/],
    ['a stem of one letter', theme('{ weak: [c*] }'), /^6:21: a stem needs at least two letters/],
    ['a term of one letter', theme('{ weak: [c] }'), /^6:21: the term 'c' is one letter/],
    ['a near term that is none', theme('{ weak: [a ~30 b] }'), /^6:21: a term of two words near each other/],
    [
      'terms without end',
      theme(`\n      strong: [${many(5001, (i) => `t${i}, `)}]`),
      /^7:7: the theme 'a' has more than 5000 terms/,
    ],
    [
      'a rule to switch off that is not there',
      'disable: [themes/defense]\n',
      /^1:11: .*Did you mean 'themes\/defence'\?/,
    ],
    ['a version to come', 'min-pmed: 99.0\ndisable: [themes/defence]\n', /^1:11: the file needs pmed 99/],
    [
      'a beneficiary without a name',
      'pack: beneficiary\nrules:\n  - {id: x, description: x, match: [help :people]}\n',
      /^3:37: .*beneficiary=/,
    ],
    [
      'an amount without a number',
      'pack: quantity\nrules:\n  - {id: x, description: x, makes: amount, unit: boat, match: [a flotilla]}\n',
      /^3:64: the number is not named\. .*'value: 1'/,
    ],
    [
      'a length without a value',
      'pack: time\nrules:\n  - {id: x, description: x, makes: duration, match: [a tide]}\n',
      /^3:36: a rule that makes a duration says its value\. .*'unit: week'/,
    ],
    [
      'a country that is there',
      'pack: country\ncountries:\n  - {code: GB, fiscal-year: "04-01", date-order: dmy}\n',
      /^3:12: GB is there already/,
    ],
    ['more than a megabyte', `# ${'x'.repeat(1_000_000)}`, /^1:1: the file is larger than 1 MB/],
  ])('with %s is refused with place and remedy', async (_, text, expected) => {
    const [first = 'no fault'] = await faults(text);
    expect(first).toMatch(expected);
    await expect(loadRules({ packs: [{ name: 'mine.yaml', text }] })).rejects.toMatchObject({
      name: 'PmedError',
      exitCode: 2,
      code: expect.stringMatching(/^PMED-C30[1-9]$/),
    });
  });

  test('tells all faults of its form and its patterns at once', async () => {
    expect(
      await faults(
        'pack: commitment\nrules:\n  - id: a\n    descripton: x\n    kind: need\n    match: ["we (will"]\n  - id: B\n    description: x\n    kind: wish\n    match: [a]\n',
      ),
    ).toEqual([
      "3:5: the key 'description' is missing. It says in a sentence what the rule finds.",
      "4:5: no key is called 'descripton' here. Did you mean 'description'?",
      '6:17: a bracket is opened and not closed.',
      '7:9: an id is written in small letters, figures and hyphens, as in will-action.',
      expect.stringMatching(/^9:11: 'wish' is no value of 'kind'\. Values: /),
    ]);
  });

  test('tells twenty faults and counts the others', async () => {
    const text = `pack: commitment\nlists:\n  a:\n${many(30, () => '    - "@nowhere"\n')}`;
    const refused = loadRules({ packs: [{ name: 'mine.yaml', text }] });
    await expect(refused).rejects.toThrow(/^(mine\.yaml:\d+:7: no list is called 'nowhere'.*\n){20}10 more$/);
  });

  test('with CRLF, a byte order mark or as JSON is read like any other', async () => {
    expect(await faults(`\uFEFF${VOW.replaceAll('\n', '\r\n')}`)).toEqual([]);
    expect(await faults('{"pack": "commitment", "lists": {"will": ["shan\'t"]}}')).toEqual([]);
  });
});

test('the built-in patterns hold none of the signs that are refused in those of users', async () => {
  for (const { rules = [] } of await loadSources())
    for (const { match = [], except = [], unless = [], with: beside = [] } of rules)
      for (const pattern of [...match, ...except, ...unless, ...beside])
        expect(() => checkSigns(pattern), pattern).not.toThrow();
});

describe('whatever a user writes', () => {
  let words: fc.Arbitrary<string>;
  beforeAll(async () => {
    const files = await loadSources();
    const patterns = files.flatMap(({ rules = [] }) => rules.flatMap(({ match = [] }) => match)).slice(0, 40);
    words = fc.constantFrom(
      ...patterns,
      'a',
      '|',
      '(',
      ')',
      '?',
      '...3',
      '...40',
      '@will',
      ':base',
      ':time',
      'x=',
      '^',
      '$',
      '*',
      '=A',
      '\\',
    );
  });

  test('a pattern is parsed or has a fault within it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
          fc.string({ maxLength: 60 }),
        ),
        (text) => {
          try {
            parsePattern(text);
          } catch (error) {
            expect(error).toBeInstanceOf(PatternFault);
            if (error instanceof PatternFault) expect(error.offset).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a pack is joined or refused, and what is joined finds its way through a text', async () => {
    const key = fc.constantFrom('match', 'except', 'with', 'unless', 'kind', 'strength', 'id', 'x');
    const text = fc.oneof(
      fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
      fc.string({ maxLength: 20 }),
    );
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.integer(), fc.constant(null));
    const proper = fc.record({
      id: fc.constantFrom('a', 'b', 'will-action'),
      description: fc.constant('x'),
      kind: fc.constantFrom('need', 'obligation'),
      match: fc.array(text, { minLength: 1, maxLength: 3 }),
      except: fc.array(text, { maxLength: 1 }),
    });
    const rules = fc.array(fc.oneof({ weight: 4, arbitrary: proper }, fc.dictionary(key, value)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(rules, fc.dictionary(fc.constantFrom('will', 'a', 'b'), fc.array(text)), async (its, lists) => {
        const pack = JSON.stringify({ pack: 'statement', lists, rules: its });
        try {
          await found('We will publish a plan by 2027, will we? A b must not @will.', await joined(pack));
        } catch (error) {
          if (!(error instanceof PmedError)) throw error;
          expect(error.message).toMatch(/^packs\/a\.yaml:1:\d+: /);
        }
      }),
      { numRuns: 60 },
    );
  });
});
