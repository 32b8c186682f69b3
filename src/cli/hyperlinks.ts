/** Decides once whether places on the screen are links, and makes the links. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Link } from '../render/screen.ts';
import { unlinked } from '../render/screen.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the decision looks at. */
export interface LinkSetting {
  /** Of the command line. */
  readonly flag: 'auto' | 'always' | 'never';
  /** Of the user file. */
  readonly preferred?: 'auto' | 'always' | 'never';
  readonly env: Variables;
  readonly isTerminal: boolean;
}

/**
 * Whether to link: the first that applies of flag, `FORCE_HYPERLINK` (`0` is no), no terminal, `CI`, `TERM=dumb`, user
 * file, and whether the terminal is one that is known to show links.
 */
export function wantsLinks({ flag, preferred = 'auto', env, isTerminal }: LinkSetting): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env.FORCE_HYPERLINK) return !['0', 'false'].includes(env.FORCE_HYPERLINK);
  if (!isTerminal || (env.CI && env.CI !== 'false') || env.TERM === 'dumb') return false;
  return preferred === 'auto' ? showsLinks(env) : preferred === 'always';
}

/** First versions of terminals that show links, by the name that they give themselves; '0' where all do. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'iTerm.app': '3.1',
  WezTerm: '20200620',
  vscode: '1.72',
  ghostty: '0',
  Hyper: '2',
  mintty: '3.1',
  rio: '0',
  tmux: '3.4',
  zed: '0',
};

/** Kinds of terminal that show links. */
const KINDS = /^(?:alacritty|contour|foot|xterm-kitty|xterm-ghostty)\b/;

/** Whether the variables name a terminal that shows links (OSC 8). Others may print the address, so they get none. */
function showsLinks(env: Variables): boolean {
  const { TERM = '', TERM_PROGRAM = '', TERM_PROGRAM_VERSION = '' } = env;
  // The variables of the terminal around a multiplexer say nothing of what the multiplexer lets through.
  const isInside = env.TMUX || env.STY || /^(?:screen|tmux)/.test(TERM);
  if (isInside && TERM_PROGRAM !== 'tmux') return false;
  const first = PROGRAMS[TERM_PROGRAM];
  if (first !== undefined) return isAtLeast(TERM_PROGRAM_VERSION, first);
  if (env.WT_SESSION || env.KITTY_WINDOW_ID || env.DOMTERM || KINDS.test(TERM)) return true;
  // 0.50 shows them too, and crashes over some.
  if (env.VTE_VERSION) return Number(env.VTE_VERSION) > 5000;
  return env.KONSOLE_VERSION !== undefined && Number(env.KONSOLE_VERSION) >= 201_200;
}

/** Whether a version such as `3.4a` is no earlier than another; one that is not known is taken for earlier. */
function isAtLeast(version: string, least: string): boolean {
  if (least === '0') return true;
  const numbers = (text: string): number[] => text.split(/[.-]/).map((part) => Number.parseInt(part, 10));
  const [own, others] = [numbers(version), numbers(least)];
  for (const [at, other] of others.entries()) {
    const one = own[at] ?? 0;
    if (one !== other) return one > other;
  }
  return true;
}

/** The links of a screen. */
export interface Links {
  readonly link: Link;
  /** Says which file a document is, by the path as typed. What is no file, such as a text from a pipe, is not said. */
  readonly locate: (documentId: string, path: string) => void;
}

/**
 * Makes places links to the files that they are in: `file:///…/report.pdf#page=14`, and to the file itself where it has
 * no pages that viewers go to.
 * @param folder what relative paths count from
 */
export function linksFrom(folder: string): Links {
  const addresses = new Map<string, string>();
  return {
    locate: (documentId, path) => addresses.set(documentId, addressOf(folder, path)),
    link(words, { document, page }) {
      const address = addresses.get(document.id);
      if (words === '' || address === undefined) return words;
      const at = page === null || document.mediaType !== 'application/pdf' ? '' : `#page=${page}`;
      return `\u001b]8;;${address}${at}\u001b\\${words}\u001b]8;;\u001b\\`;
    },
  };
}

/** The address of a file: printable ASCII whatever its name, so that nothing in it can end the escape. */
export function addressOf(folder: string, path: string): string {
  return pathToFileURL(resolve(folder, path)).href.replace(/[^!-~]+/g, encodeURIComponent);
}

/** The links of a screen, or none. */
export const linksFor = (setting: LinkSetting, folder: string): Links =>
  wantsLinks(setting) ? linksFrom(folder) : { link: unlinked, locate: () => {} };
