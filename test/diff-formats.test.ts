/** Markdown, tables and lines of JSON of a diff, on reports made by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../src/compare/diff.ts';
import { LEVELS } from '../src/model/change-levels.ts';
import { diffTable } from '../src/render/diff/csv.ts';
import { type DiffCommentOptions, diffMarkdown } from '../src/render/diff/md.ts';
import { diffLines } from '../src/render/diff/ndjson.ts';
import { commentText } from '../src/render/markdown.ts';
import { reportOf, type Said } from './reports.ts';

const by = (year: number) => ({ text: `by ${year}`, end: `${year}-12-31`, precision: 'year' as const });
const before: readonly Said[] = [
  { quote: 'We will keep the ferry running.' },
  { quote: 'We will open a ward for older patients by 2027.', made: { due: by(2027) } },
  { quote: 'Partners will explore shared data platforms.', made: { actor: 'Partners' } },
  { quote: 'We will run the yearly survey of tenants.' },
  { quote: 'We will clear the gutters.' },
];
const after: readonly Said[] = [
  { quote: 'We will keep the ferry running.' },
  { quote: 'We aim to open a ward for older patients by 2029.', made: { strength: 2, cue: 'aim to', due: by(2029) } },
  { quote: 'We will run the yearly survey of our tenants.' },
  { quote: 'We will clear the gutters.' },
  { quote: 'We will publish waiting times by ethnicity each quarter.' },
];
const result = diff(reportOf(before), reportOf(after));
const comment = (its = result, more: Partial<DiffCommentOptions> = {}) =>
  diffMarkdown(its, { verdict: null, path: 'plans/new.md', ...more });

/** Commitments of a name each, so that none is a version of another. */
const many = (count: number, quote: (at: number) => string): readonly Said[] =>
  Array.from({ length: count }, (_, at) => ({ quote: quote(at) }));

/** With the spaces without width that entities stand for. */
const rendered = (text: string): string => text.replaceAll('&#8203;', '\u200b');

describe('the comment', () => {
  it('has the mark that a bot finds it by, the verdict, a table, the changes by group, and the notes folded', () => {
    expect(comment(result, { verdict: { outcome: 'fail', reason: '2 errors (--fail-on error)' } })).toMatchSnapshot();
  });

  it('says that nothing changed, that only words changed, and why two texts were not compared', () => {
    expect(comment(diff(reportOf(before), reportOf(before)))).toMatch(/^Nothing changed; 5 unchanged\.$/m);
    const reworded = diff(reportOf(before.slice(0, 4)), reportOf([...before.slice(0, 3), after[2] ?? { quote: '' }]));
    expect(comment(reworded)).toMatch(/^1 reworded; 3 unchanged\.$/m);
    expect(comment(reworded)).toContain('1 reworded or moved: not shown.');
    expect(comment(reworded, { all: true })).toContain('<ins>our</ins>');
    const other = diff(reportOf(before), reportOf(before, { language: 'fr' }));
    expect(comment(other)).toMatch(/^Not compared: /m);
    expect(comment(other)).not.toContain('|');
  });

  it('stays within 60,000 characters, closes what it opens, and counts what it leaves out', () => {
    const long = diff(
      reportOf(before),
      reportOf([...before, ...many(400, (at) => `We will build bridge number ${at} ${'over the river '.repeat(12)}.`)]),
    );
    const text = comment(long);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(55_000);
    const listed = text.match(/^- \*\*C\d+\*\*/gm)?.length ?? 0;
    expect(text).toContain(`**${long.changes.length - listed} more changes**`);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    const huge = diff(reportOf(before), reportOf([...before, { quote: `We will count ${'sheep '.repeat(20_000)}` }]));
    expect(comment(huge).length).toBeLessThan(10_000);
  });

  it.each([
    '@octocat and @northshire/team',
    'see #12, GH-34, northshire/plan#56, !78 and &90',
    '<script>alert(1)</script><img src=x onerror=alert(1)> <!-- --> </details>',
    '[link](https://evil.example) ![picture](//evil.example/x.png) www.evil.example http://evil.example',
    '**bold** _it_ ~~gone~~ `code` | cell | $x$ :tada: \\',
    '</ins> --> &lt; &amp;lt; <a@b.example>',
  ])('takes the words of documents for words alone: %s', (words) => {
    const odd = diff(
      reportOf(before, { title: words }),
      reportOf([...before, { quote: `We will ${words} paint.` }], { title: words }),
    );
    const text = comment(odd, { path: `${words}\nplans.md` });
    const [mark = '', ...rest] = text.split('\n');
    expect(mark).toMatch(/^<!-- pmed:diff:[^<>\s]+(?: [^<>\s]+)* -->$/);
    expect(mark.slice(4, -3)).not.toContain('--');
    const body = rendered(rest.join('\n')).replace(/<\/?(?:details|summary|ins|del)>/g, '');
    expect(body).not.toMatch(/[<>]/);
    expect(body).not.toMatch(/[@#](?=[\p{L}\p{N}])/u);
    expect(body).not.toMatch(/:\/\/|\bwww\.|GH-\d|(?<![&\d])!\d|:tada:/);
    expect(body).not.toMatch(/(?<!\\)[`[\]$]/);
  });

  it('loses nothing of a text but what reads it as more than text', () => {
    const plain = (text: string): string =>
      text
        .replaceAll('&#8203;', '')
        .replace(/\\([\\`*[\]|~$#_])/g, '$1')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('@', '#', 'a', '1', ':', '/', '&', '<', '!', '\\', '_', '|', ' ')),
        (signs) => {
          const text = signs.join('');
          const written = commentText(text);
          expect(plain(written)).toBe(text);
          expect(rendered(written)).not.toMatch(/[@#](?=[\p{L}\p{N}_])/u);
        },
      ),
    );
  });
});

describe('the table', () => {
  const table = (more: Partial<Parameters<typeof diffTable>[1]> = {}, look = {}) =>
    diffTable(result, { verdict: null, ...more }, { separator: ',', mark: false, guard: false, ...look });
  const cells = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));

  it('has a row a change and kind, with values, places and quotes of both sides', () => {
    const [head = [], ...rows] = cells(table());
    const of = (row: readonly string[], name: string) => row[head.indexOf(name)];
    expect(
      rows.map((row) =>
        ['level', 'kind', 'before', 'after', 'days']
          .map((name) => of(row, name))
          .join(' ')
          .trim(),
      ),
    ).toEqual([
      'error weakened will open aim to open',
      'error deadline-slipped 2027-12-31 2029-12-31 731',
      'error removed',
      'note reworded',
      'note added',
    ]);
    const slipped = rows.find((row) => of(row, 'kind') === 'deadline-slipped') ?? [];
    expect(of(slipped, 'old_quote')).toBe('We will open a ward for older patients by 2027.');
    expect(of(slipped, 'new_quote')).toBe('We aim to open a ward for older patients by 2029.');
    expect([of(slipped, 'old_line'), of(slipped, 'new_line'), of(slipped, 'of')]).toEqual(['2', '2', 'commitment']);
    const removed = rows.find((row) => of(row, 'kind') === 'removed') ?? [];
    expect([of(removed, 'old_ref'), of(removed, 'new_ref'), of(removed, 'new_quote')]).toEqual(['C3', '', '']);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it('has the levels of the settings, and only the kinds that are asked for', () => {
    expect(table({ levels: { ...LEVELS, added: 'warning' } })).toMatch(/^x-\w+,warning,added,/m);
    expect(cells(table({ showsKind: (kind) => kind === 'weakened' }))).toHaveLength(2);
  });

  it('is a head alone where nothing changed, and guarded for spreadsheets in files', () => {
    const same = diff(reportOf(before), reportOf(before));
    expect(diffTable(same, { verdict: null }, { separator: '\t', mark: true, guard: true })).toMatch(
      /^\ufeffchange\tlevel\tkind\t[^\n]*\n$/,
    );
    const formula = diff(reportOf(before), reportOf([...before, { quote: '=1+1 We will pay.' }]));
    expect(diffTable(formula, { verdict: null }, { separator: ',', mark: false, guard: true })).toContain(
      ",'=1+1 We will pay.",
    );
  });
});

describe('the lines of JSON', () => {
  it('hold the whole diff, a record a line with its type first', () => {
    const records: unknown[] = diffLines(result)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const of = (type: string) =>
      records
        .filter(
          (record): record is { type: string } => typeof record === 'object' && record !== null && 'type' in record,
        )
        .filter((record) => record.type === type)
        .map(({ type: _, ...rest }) => rest);
    expect(of('change')).toEqual(result.changes);
    expect(of('document')).toEqual(result.documents);
    expect(of('theme')).toEqual(result.themeChanges);
    expect(of('diagnostic')).toEqual(result.diagnostics);
    const { $schema, schemaVersion, kind, tool } = result;
    expect(of('header')).toEqual([{ $schema, schemaVersion, kind, tool }]);
    const { summary, unchanged, dutiesUnchanged, comparable } = result;
    expect(of('summary')).toEqual([{ ...summary, unchanged, dutiesUnchanged, comparable }]);
    expect(records[0]).toMatchObject({ type: 'header' });
    expect(records.at(-1)).toMatchObject({ type: 'summary' });
    expect(diffLines(result).startsWith('{"type":"header"')).toBe(true);
  });
});
