/** Links of places on terminals: who gets them, and that no name of a file can break out of one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, linksFrom, wantsLinks } from '../src/cli/hyperlinks.ts';
import { displayWidth, pad } from '../src/render/width.ts';
import { wrap } from '../src/render/wrap.ts';

describe('who gets links', () => {
  const kitty = { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' };
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['nothing known', { TERM: 'xterm-256color' }, false],
    ['no variable at all', {}, false],
    ['kitty', kitty, true],
    ['Windows Terminal', { WT_SESSION: 'x' }, true],
    ['an old VTE', { VTE_VERSION: '4900' }, false],
    ['VTE 0.50, which crashes', { VTE_VERSION: '5000' }, false],
    ['a new VTE', { VTE_VERSION: '7600' }, true],
    ['Konsole', { KONSOLE_VERSION: '230401' }, true],
    ['an old Konsole', { KONSOLE_VERSION: '180401' }, false],
    ['iTerm', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.10.1' }, true],
    ['an old iTerm', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
    ['VS Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.104.0' }, true],
    ['a terminal that does not say its version', { TERM_PROGRAM: 'vscode' }, false],
    ['Apple Terminal', { TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' }, false],
    [
      'tmux 3.4',
      { ...kitty, TERM: 'tmux-256color', TMUX: 'x', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' },
      true,
    ],
    ['tmux 3.3a', { ...kitty, TERM: 'screen', TMUX: 'x', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a' }, false],
    ['screen within kitty', { ...kitty, TERM: 'screen.xterm-256color', STY: '1.tty' }, false],
    ['CI', { ...kitty, CI: 'true' }, false],
    ['no CI', { ...kitty, CI: 'false' }, true],
    ['a dumb terminal', { ...kitty, TERM: 'dumb' }, false],
    ['any that is forced', { TERM: 'dumb', FORCE_HYPERLINK: '1' }, true],
    ['none that is forbidden', { ...kitty, FORCE_HYPERLINK: '0' }, false],
  ])('%s', (_, env, wanted) => {
    expect(wantsLinks({ flag: 'auto', env, isTerminal: true })).toBe(wanted);
    expect(wantsLinks({ flag: 'never', env, isTerminal: true })).toBe(false);
    expect(wantsLinks({ flag: 'always', env, isTerminal: false })).toBe(true);
    expect(wantsLinks({ flag: 'auto', env, isTerminal: false })).toBe(env.FORCE_HYPERLINK === '1');
  });

  test('the user file decides where the terminal is not known, and nowhere else', () => {
    const env = { TERM: 'xterm' };
    expect(wantsLinks({ flag: 'auto', preferred: 'always', env, isTerminal: true })).toBe(true);
    expect(wantsLinks({ flag: 'auto', preferred: 'always', env, isTerminal: false })).toBe(false);
    expect(wantsLinks({ flag: 'auto', preferred: 'always', env: { ...env, CI: '1' }, isTerminal: true })).toBe(false);
    expect(wantsLinks({ flag: 'auto', preferred: 'never', env: kitty, isTerminal: true })).toBe(false);
  });
});

describe('addresses', () => {
  test.each([
    ['a plan.pdf', 'a%20plan.pdf'],
    ['50% #1?.pdf', '50%25%20%231%3F.pdf'],
    ['bell\u0007\u001b]8;;x\u001b\\.pdf', /^bell%07%1b\S+%1b\S+\.pdf$/i],
    ['csi\u009b31m\u202e.pdf', 'csi%C2%9B31m%E2%80%AE.pdf'],
    ['計画.pdf', '%E8%A8%88%E7%94%BB.pdf'],
    ['../up.pdf', null],
  ])('of %j', (name, expected) => {
    const address = addressOf('/tmp/reports', name);
    expect(address).toMatch(/^file:\/\/\/[!-~]+$/);
    if (expected === null) expect(address).toBe('file:///tmp/up.pdf');
    else if (typeof expected === 'string') expect(address).toBe(`file:///tmp/reports/${expected}`);
    else expect(address.slice('file:///tmp/reports/'.length)).toMatch(expected);
  });

  test('hold nothing but printable ASCII, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(addressOf('/tmp', name.replaceAll('\u0000', ''))).toMatch(/^file:\/\/\/[!-~]*$/);
      }),
    );
  });
});

describe('a link', () => {
  const pdf = { id: 'd-1', mediaType: 'application/pdf' };
  const text = { id: 'd-2', mediaType: 'text/markdown' };
  const links = linksFrom('/tmp');
  links.locate('d-1', 'a b.pdf');
  links.locate('d-2', 'plan.md');

  test('goes to the page, and of texts to the file', () => {
    expect(links.link('p. xi', { document: pdf, page: 14 })).toBe(
      '\u001b]8;;file:///tmp/a%20b.pdf#page=14\u001b\\p. xi\u001b]8;;\u001b\\',
    );
    expect(links.link('l. 3', { document: text, page: null })).toContain(';file:///tmp/plan.md\u001b');
    expect(links.link('l. 3', { document: { ...text, id: 'd-3' }, page: null })).toBe('l. 3');
  });

  test('takes no columns, stays in one line with its words, and is dropped where these must be parted', () => {
    const link = links.link('p. 14', { document: pdf, page: 14 });
    expect(displayWidth(link)).toBe(5);
    expect(displayWidth(pad(link, 9))).toBe(9);
    expect(wrap(`said on ${link}, often`, 10)).toEqual(['said on', `${link},`, 'often']);
    expect(wrap(link, 3)).toEqual(['p.', '14']);
    const long = links.link('p. a-very-long-label', { document: pdf, page: 1 });
    for (const line of wrap(long, 6)) expect(line).not.toContain('\u001b');
  });
});
