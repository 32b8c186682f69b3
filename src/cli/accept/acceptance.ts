/** What a call accepts: opened once, asked for each document, and told of at the end. */
import { Acceptor, type Hidden } from '../../accept/accept.ts';
import { readComments } from '../../accept/comments.ts';
import type { Acceptable, BaselineEntry, CommentRange } from '../../model/accepted.ts';
import type { Baseline } from '../../model/baseline.ts';
import type { PmedComment } from '../../model/document.ts';
import { CHANGE_KINDS } from '../../model/kinds.ts';
import type { DocumentRecord, ReportDiagnostic, Tool } from '../../model/report.ts';
import type { Call } from '../command.ts';
import { pages } from '../pages.ts';
import { noUnused } from './flags.ts';
import type { IgnoreFile } from './ignore-file.ts';
import { baselinePath, ignorePath } from './paths.ts';

/** What is found, and by which words. */
export interface Accepts {
  readonly sort: Acceptable['sort'];
  /** The rules of `pmed check` that there are. */
  readonly rules: readonly string[];
  /** The ISO day from which entries are judged to have ended; null for none. */
  readonly asOf: string | null;
}

/** What was found in one document, parted. */
export interface AcceptedPart<Item> {
  readonly active: readonly Item[];
  readonly hidden: readonly Hidden<Item>[];
  /** What is wrong with the comments of the document. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

/**
 * Opens what a call accepts.
 * @param recorded the path of the baseline that holds; null for none
 * @throws PmedError (exit 2) for an ignore file or baseline that cannot be read or has faults
 */
export async function openAcceptance(call: Call, accepts: Accepts, recorded = baselinePath(call)): Promise<Acceptance> {
  const ignores = ignorePath(call);
  const known = [...accepts.rules, ...CHANGE_KINDS];
  const file = ignores === null ? null : await (await import('./ignore-file.ts')).readIgnoreFile(ignores, known);
  const base = recorded === null ? null : await (await import('./baseline-file.ts')).readBaseline(recorded);
  return new Acceptance(call, accepts, file, base === null || recorded === null ? null : { path: recorded, ...base });
}

/** What is accepted, and what of it was of use. */
export class Acceptance {
  readonly #call: Call;
  readonly #accepts: Accepts;
  readonly #file: IgnoreFile | null;
  readonly #base: (Baseline & { readonly path: string }) | null;
  readonly #acceptor: Acceptor;
  /** The names of documents that were read completely. */
  readonly #read = new Set<string>();

  constructor(call: Call, accepts: Accepts, file: IgnoreFile | null, base: (Baseline & { path: string }) | null) {
    this.#call = call;
    this.#accepts = accepts;
    this.#file = file;
    this.#base = base;
    const recorded: readonly BaselineEntry[] | undefined = accepts.sort === 'finding' ? base?.findings : base?.changes;
    this.#acceptor = new Acceptor({ ignores: file?.entries ?? [], baseline: recorded ?? [], asOf: accepts.asOf });
  }

  /**
   * Parts what was found in one document.
   * @param document null where it could not be opened
   * @param comments those in it that are meant for pmed
   * @param of what an item is accepted by
   */
  part<Item>(
    items: readonly Item[],
    document: DocumentRecord | null,
    comments: readonly PmedComment[],
    of: (item: Item) => Acceptable,
  ): AcceptedPart<Item> {
    if (document?.status === 'read') this.#read.add(document.name);
    const id = document?.id ?? null;
    const known = [...this.#accepts.rules, ...CHANGE_KINDS];
    const { ranges, faults } = readComments(comments, id ?? '', known);
    const { active, hidden, unusedComments } = this.#acceptor.part(items, ranges, of);
    const unused = this.#tellsUnused ? unusedComments.filter((one) => this.#isFor(one.rules, null)) : [];
    const warning = (line: number, code: string, message: string): ReportDiagnostic => ({
      code,
      level: 'warning',
      documentId: id,
      page: null,
      message: `line ${line}: ${message}`,
      hint: null,
    });
    return {
      active,
      hidden,
      diagnostics: [
        // Of comments that hold for nothing pmed check tells: here they may be of rules that are not known.
        ...(this.#accepts.sort === 'change' ? [] : faults.map((its) => warning(its.line, its.code, its.message))),
        ...unused.map(({ line }: CommentRange) => warning(line, 'PMED-B404', 'this comment hides nothing.')),
      ],
    };
  }

  /** Says what is wrong with the baseline and the ignore file, and what in them hid nothing. */
  tell(tool: Tool): void {
    const { notices } = this.#call.session;
    const warn = (code: string, message: string, hint: string | null = null) =>
      notices.add({ level: 'warning', code, message, hint, path: null, page: null });
    const path = this.#file?.path ?? '';
    for (const line of this.#file?.unreasoned ?? [])
      warn('PMED-B403', `${path}:${line}: this entry gives no reason, so it hides nothing.`);
    for (const { line, until } of this.#acceptor.endedIgnores)
      warn('PMED-B404', `${path}:${line}: this entry ended on ${until}; what it hid is told again.`);
    if (notices.exitCode !== 3 && this.#tellsUnused)
      for (const { line, rules, id } of this.#acceptor.unusedIgnores)
        if (this.#isFor(rules, id)) warn('PMED-B404', `${path}:${line}: this entry hides nothing.`, 'Take it out.');
    if (this.#base === null) return;
    const files = this.#accepts.sort === 'change' ? '--diff <old> <new>' : '<files>';
    if (packsOf(this.#base.tool) !== packsOf(tool))
      warn(
        'PMED-B401',
        `${this.#base.path} was recorded by other rules (${namesOf(this.#base.tool)}) than those of now (${namesOf(tool)}): what only these find is told.`,
        `Look through it, then record it anew:  pmed baseline update ${files}`,
      );
    const orphans = this.#acceptor.orphans.filter(({ document }) => this.#read.has(document));
    if (!this.#isWhole || orphans.length === 0) return;
    const entries = orphans.length === 1 ? '1 entry is' : `${orphans.length} entries are`;
    warn(
      'PMED-B402',
      `${this.#base.path}: ${entries} of something that is no longer found, such as ${said(orphans[0])}.`,
      `Drop what is gone:  pmed baseline prune ${files}`,
    );
  }

  /** Whether documents are looked at as a whole: what is of no use on some pages may be on others. */
  get #isWhole(): boolean {
    return this.#call.get(pages) === null;
  }

  get #tellsUnused(): boolean {
    return this.#isWhole && !this.#call.get(noUnused);
  }

  /** Whether rules are those of this command, so that it can tell whether they are of use. */
  #isFor(rules: readonly string[] | null, id: string | null): boolean {
    const isChange = this.#accepts.sort === 'change';
    if (id?.startsWith(isChange ? 'x-' : 'f-') === true) return true;
    if (id?.startsWith(isChange ? 'f-' : 'x-') === true) return false;
    if (rules === null) return !isChange;
    const own: readonly string[] = isChange ? CHANGE_KINDS : this.#accepts.rules;
    return rules.some((rule) => own.includes(rule));
  }
}

const said = (entry: BaselineEntry | undefined): string =>
  `"${(entry?.quote ?? '').slice(0, 80)}" in ${entry?.document ?? ''}`;

type Packs = Pick<Tool, 'packs'>;
const packsOf = ({ packs }: Packs): string => packs.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n');
const namesOf = ({ packs }: Packs): string => packs.map(({ id, version }) => `${id} ${version}`).join(', ');
