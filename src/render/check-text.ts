/** The screen of `pmed check`: the findings of each document below its path, and at the end how many there are. */
import type { AcceptedBy } from '../model/accepted.ts';
import { atLeast } from '../model/change-levels.ts';
import type { Finding } from '../model/findings.ts';
import { type FindingsPart, summariseFindings } from '../model/findings-part.ts';
import { shellWord } from '../model/shell-word.ts';
import { type Verdict, verdictWords } from '../model/verdict.ts';
import { acceptedWords } from './accepted.ts';
import { findingRows } from './check/rows.ts';
import { harmless } from './harmless.ts';
import { counted } from './numbers.ts';
import { leftOut } from './report/phrases.ts';
import { blocksText, type ScreenOptions } from './screen.ts';
import { listed, wrap } from './wrap.ts';

/** Lines that the default screen spends on the findings of all documents together. */
const LINES = 40;
/** Rules that are counted at the end where not every finding is shown. */
const RULES = 6;

/** Draws documents as they come, holding none of them. */
export class CheckScreen {
  readonly #screen: ScreenOptions;
  readonly #packs: readonly string[];
  readonly #summary = { error: 0, warning: 0, note: 0 };
  readonly #accepted: AcceptedBy[] = [];
  /** How often each rule found something. */
  readonly #rules = new Map<string, number>();
  /** Lines that are left for findings. */
  #room: number;
  #blocks = 0;
  #left = 0;
  /** The worst finding so far, with its document as one would type it. */
  #worst: { readonly path: string; readonly finding: Finding } | null = null;

  /** @param packs paths of rules of the user's own, as typed */
  constructor(screen: ScreenOptions, packs: readonly string[] = []) {
    this.#screen = screen;
    this.#packs = packs;
    this.#room = screen.all ? Number.POSITIVE_INFINITY : LINES;
  }

  /**
   * The block of one document; empty where nothing was found in it.
   * @param typed its path as the user typed it; null for one that came through a pipe
   */
  part(part: FindingsPart, typed: string | null): string {
    const { document, findings } = part;
    const path = typed ?? document?.name ?? '';
    this.#count(part, path);
    if (document === null || findings.length === 0) return '';
    const rows = findingRows(findings, document, this.#screen);
    const shown = this.#chosen(findings, rows);
    const left = findings.length - shown.length;
    this.#left += left;
    const lines = [
      ...wrap(harmless(path), this.#screen.width).map(this.#screen.paint.head),
      ...shown.flat(),
      ...leftOut(left, this.#screen).map((line) => ` ${line}`),
    ];
    return this.#block(lines);
  }

  /**
   * The counts over all documents, what they come to, and where to look for more.
   * @param passedOver findings that count and were not asked for
   */
  end(verdict: Verdict, passedOver = 0): string {
    const { width, paint } = this.#screen;
    const { error, warning, note } = this.#summary;
    const counts = [
      error === 0 ? '' : counted(error, 'error'),
      warning === 0 ? '' : counted(warning, 'warning'),
      note === 0 ? '' : counted(note, 'note'),
    ].filter((count) => count !== '');
    const accepted = acceptedWords(this.#accepted);
    const hidden = accepted === '' ? '' : `; ${accepted}`;
    const others = passedOver === 0 ? '' : `; ${counted(passedOver, 'finding')} not shown (--level, --only)`;
    const none = passedOver === 0 ? 'Nothing to mend' : 'Nothing of what was asked for';
    const colour = { pass: paint.good, fail: paint.bad, none: paint.warn }[verdict.outcome];
    return this.#block([
      ...wrap(`${counts.join(', ') || none}${hidden}${others}`, width),
      ...(this.#left === 0 ? [] : this.#byRule()),
      ...wrap(`Result: ${verdictWords(verdict)}`, width).map(colour),
      ...this.#hints(),
    ]);
  }

  #block(lines: readonly string[]): string {
    return (this.#blocks++ > 0 ? '\n' : '') + blocksText([lines]);
  }

  #count(part: FindingsPart, path: string): void {
    const { error, warning, note } = summariseFindings([part]);
    this.#summary.error += error;
    this.#summary.warning += warning;
    this.#summary.note += note;
    this.#accepted.push(...part.suppressed.map(({ by }) => by));
    for (const finding of part.findings) {
      this.#rules.set(finding.rule, (this.#rules.get(finding.rule) ?? 0) + 1);
      if (this.#worst === null || !atLeast(this.#worst.finding.level, finding.level)) this.#worst = { path, finding };
    }
  }

  /** The rows that there is room for: the worst first chosen, all in the order of the text. */
  #chosen(findings: readonly Finding[], rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
    const chosen = new Set<number>();
    for (const level of ['error', 'warning', 'note'] as const)
      for (const [index, finding] of findings.entries()) {
        const lines = rows[index]?.length ?? 0;
        if (finding.level !== level || lines > this.#room) continue;
        chosen.add(index);
        this.#room -= lines;
      }
    return rows.filter((_, index) => chosen.has(index));
  }

  /** `no-deadline 31, no-measure 12, 3 other rules 5`. */
  #byRule(): string[] {
    const all = [...this.#rules].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const shown = all.slice(0, RULES);
    const rest = all.slice(RULES);
    const others = counted(rest.length, 'other rule');
    const words = shown.map(([rule, count]) => `${rule} ${count}`);
    if (rest.length > 0) words.push(`${others} ${rest.reduce((sum, [, count]) => sum + count, 0)}`);
    return listed(words, ', ', this.#screen.width).map(this.#screen.paint.quiet);
  }

  #hints(): string[] {
    if (this.#worst === null) return [];
    const { path, finding } = this.#worst;
    const hints = [
      ...(finding.ref === null ? [] : [`Why: pmed explain ${shellWord(path)} ${finding.ref}`]),
      `Rule: pmed rules show ${[finding.rule, ...this.#packs.map((pack) => `-r ${shellWord(pack)}`)].join(' ')}`,
    ];
    return listed(
      hints.map((hint) => harmless(hint)),
      '     ',
      this.#screen.width,
    ).map(this.#screen.paint.quiet);
  }
}
