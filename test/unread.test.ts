/** What users can do about documents that cannot be read: passwords, hints that name the file, and leave to go on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { show, writePdf } from '../fixtures/write-pdf.mjs';
import { hintFor, hintTyped, shellWord, THIS_FILE } from '../src/model/shell-word.ts';
import { folder, pmed } from './run.ts';

const roads = show('The council will mend the roads by 2030.', 72, 740, 11);
const locked = writePdf({ pages: [roads], password: 'river' });

let place: { path: string; remove: () => void };
beforeAll(() => {
  place = folder({
    'roads.pdf': writePdf({ pages: [roads] }),
    'locked.pdf': locked,
    'half scan.pdf': writePdf({
      pages: [show('The council will mend the bridges by 2031.', 72, 740, 11), 'q 500 0 0 500 0 0 cm /Im1 Do Q\n'],
      image: '#.#\n.#.',
    }),
    'old scan.pdf': writePdf({ pages: ['q 500 0 0 500 0 0 cm /Im1 Do Q\n'], image: '#.#\n.#.' }),
    key: 'river\r\nwhatever follows\n',
    'wrong-key': 'sea',
    'no-key': '\nriver\n',
  });
});
afterAll(() => place.remove());

const run = (args: readonly string[], input: string | Uint8Array = '') => pmed(args, { cwd: place.path, input });

describe('--password-file', () => {
  test.each([
    ['analyse', ['analyse', 'locked.pdf', 'roads.pdf', '-f', 'json']],
    ['text', ['text', 'locked.pdf']],
    ['inspect', ['inspect', 'roads.pdf', 'locked.pdf']],
    ['diff', ['diff', 'locked.pdf', 'roads.pdf', '--fail-on', 'any']],
  ])('opens encrypted PDFs for %s and leaves others as they are', async (_, args) => {
    const { code, stderr } = await run([...args, '--password-file', 'key']);
    expect({ code, stderr: stderr.replace(/.*\[PMED-D\d+\]\n/g, '') }).toMatchObject({ code: 0 });
    expect(stderr).not.toContain('PMED-I');
  });

  test('takes the password from standard input, or the document, but not both', async () => {
    expect(await run(['text', 'locked.pdf', '--password-file', '-'], 'river')).toMatchObject({ code: 0 });
    expect(await run(['text', '--password-file', 'key'], locked)).toMatchObject({ code: 0 });
    const both = await run(['text', '-', '--password-file', '-'], locked);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain('[PMED-U009]');
  });

  test('says when the password is wrong', async () => {
    const { code, stderr } = await run(['text', 'locked.pdf', '--password-file', 'wrong-key']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/cannot read 'locked\.pdf': the password does not open this PDF/);
    expect(stderr).toContain('[PMED-I105]');
    expect(stderr).not.toContain('sea');
  });

  test.each(['no-such-file', '.', 'no-key'])('%s holds none: wrong use', async (file) => {
    const { code, stdout, stderr } = await run(['text', 'locked.pdf', '--password-file', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/first line/);
    expect(stderr).toContain('[PMED-U014]');
  });

  test('is what the message of an encrypted file tells of', async () => {
    const { code, stderr } = await run(['text', 'locked.pdf']);
    expect(code).toBe(3);
    expect(stderr).toContain('--password-file FILE');
    expect(stderr).toContain(' locked.pdf out.pdf');
  });
});

describe('--allow-unread', () => {
  test('lets inputs pass that could not be read, and says so', async () => {
    const args = ['analyse', 'old scan.pdf', 'locked.pdf', 'roads.pdf', '-f', 'json'];
    expect((await run(args)).code).toBe(3);
    const { code, stdout, stderr } = await run([...args, '--allow-unread']);
    expect(code).toBe(0);
    expect(stderr).toContain('[PMED-I104]');
    expect(stderr).toContain('[PMED-I105]');
    expect(stderr).toMatch(/2 inputs were not read completely, .*--allow-unread/);
    expect(stdout).toBe((await run(args)).stdout);
  });

  test('allows a verdict on what was read', async () => {
    const args = ['diff', 'roads.pdf', 'half scan.pdf', '--fail-on', 'any'];
    expect((await run(args)).code).toBe(3);
    expect((await run([...args, '--allow-unread'])).code).toBe(1);
  });

  test('allows none where nothing of a version was read', async () => {
    const { code, stdout } = await run(['diff', 'roads.pdf', 'old scan.pdf', '--fail-on', 'any', '--allow-unread']);
    expect(code).toBe(3);
    expect(stdout).toContain('no text could be read in the new version');
  });

  test('does not make wrong use right, nor a result out of nothing', async () => {
    expect((await run(['analyse', 'roads.pdf', '--doc-date', 'soon', '--allow-unread'])).code).toBe(2);
    expect((await run(['text', 'locked.pdf', '--allow-unread'])).code).toBe(3);
    expect((await run(['diff', 'locked.pdf', 'roads.pdf', '--allow-unread'])).code).toBe(3);
  });
});

describe('hints', () => {
  test('name the file as typed on stderr, and without its folders in the result', async () => {
    const { stdout, stderr } = await run(['analyse', './old scan.pdf', '-f', 'json']);
    expect(stderr).toContain('ocrmypdf --skip-text "./old scan.pdf" readable.pdf');
    const [diagnostic] = JSON.parse(stdout).diagnostics;
    expect(diagnostic.hint).toContain('ocrmypdf --skip-text "old scan.pdf" readable.pdf');
  });

  test.each([
    ['report.pdf', 'report.pdf'],
    ['reports/2024.pdf', 'reports/2024.pdf'],
    ['Übersicht.pdf', 'Übersicht.pdf'],
    ['my report (final).pdf', '"my report (final).pdf"'],
    ['-v.pdf', './-v.pdf'],
    ['$(rm x).pdf', "'$(rm x).pdf'"],
    ["it's `x`.pdf", "'it'\\''s `x`.pdf'"],
    ['two\nlines\u001b[31m.pdf', '"two?lines?[31m.pdf"'],
  ])('%j is one harmless word of a command', (name, word) => {
    expect(shellWord(name)).toBe(word);
  });

  test('keep everything else', () => {
    const hint = hintFor(`Repair it:  qpdf ${THIS_FILE} out.pdf`, 'pdf');
    expect(hint).toBe('Repair it:  qpdf pdf out.pdf');
    expect(hintTyped(hint, 'a b/pdf')).toBe('Repair it:  qpdf "a b/pdf" out.pdf');
    expect(hintTyped('Save the pdf.', 'a/pdf')).toBe('Save the pdf.');
    expect(hintTyped(null, 'a/pdf')).toBeNull();
  });
});
