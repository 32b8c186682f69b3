/** What the user named as input: files, folders, patterns, lists of paths, and stdin, as sources to read. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { documentsIn, filesMatching, isPattern } from '../corpus/walk.ts';
import { PmedError } from '../model/fault.ts';
import type { Source } from '../read/source.ts';
import { nearFile } from './near-file.ts';
import { noInput, urlGiven } from './usage.ts';

/** One input: a path or stdin to read, or a fault to tell in its place. */
export type Named = { readonly path: string } | { readonly fault: PmedError };

/** Why a file is no input: the project leaves it out, or it is a result of pmed's own. */
type Reason = 'exclude' | 'own';

/** Null for a file that is one. @param path as typed, or below the folder that was */
export type WhyLeftOut = (path: string) => Reason | null;

/** How stdin is to be taken. */
export interface StdinOptions {
  readonly name: string | null;
  /** Extension of the type that `--type` names, or null to go by content. */
  readonly extension: string | null;
}

/**
 * The inputs that the operands name, in order, each file once; `-` stays as it is.
 * @param whyLeftOut why a file that a folder or pattern names is left out; one that is named itself never is
 * @throws PmedError (exit 2) for a URL, or stdin named twice
 */
export async function namedInputs(operands: readonly string[], whyLeftOut: WhyLeftOut = () => null): Promise<Named[]> {
  const url = operands.find((operand) => /^[a-z][a-z0-9+]{1,9}:\/\//i.test(operand));
  if (url !== undefined) throw urlGiven(url);
  if (operands.filter((operand) => operand === '-').length > 1) throw noInput("standard input ('-') is named twice.");
  const named: Named[] = [];
  for (const operand of operands) named.push(...(await expand(operand, whyLeftOut)));
  const seen = new Set<string>();
  return named.filter((one) => {
    if ('fault' in one) return true;
    const real = one.path === '-' ? '-' : realpathSync(one.path);
    const isNew = !seen.has(real);
    seen.add(real);
    return isNew;
  });
}

/**
 * The source of a named input; stdin is read to its end.
 * @throws PmedError (exit 3) when stdin cannot be read
 */
export async function sourceOf(path: string, stdin: StdinOptions): Promise<Source> {
  if (path !== '-') return path;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw fault('PMED-I102', `cannot read standard input: ${why}.`);
  }
  const name = stdin.name ?? (stdin.extension === null ? 'stdin' : `stdin.${stdin.extension}`);
  return { name, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

async function expand(operand: string, whyLeftOut: WhyLeftOut): Promise<Named[]> {
  if (operand === '-') return [{ path: '-' }];
  const found = statOf(operand);
  if (found === null && operand.startsWith('@')) return fromList(operand.slice(1), whyLeftOut);
  if (found === null && isPattern(operand)) {
    const matching = filesMatching(operand);
    const { kept: files, reasons } = sift(matching, whyLeftOut);
    if (matching.length > 0 && files.length === 0)
      return [{ fault: allLeftOut(`of '${operand}'`, matching.length, reasons) }];
    return files.length > 0 ? files.map((path) => ({ path })) : [{ fault: noMatch(operand) }];
  }
  if (found === null) return [{ fault: await missing(operand) }];
  if (found instanceof PmedError) return [{ fault: found }];
  if (found.isDirectory()) return fromFolder(operand, whyLeftOut);
  return [{ path: operand }];
}

function fromFolder(folder: string, whyLeftOut: WhyLeftOut): Named[] {
  const unread: Named[] = [];
  const cannot = (path: string): number =>
    unread.push({ fault: fault('PMED-I102', `cannot read the folder '${path}'.`, 'Check its permissions.') });
  let paths: string[] = [];
  try {
    paths = documentsIn(folder, cannot);
  } catch {
    cannot(folder);
  }
  if (paths.length === 0 && unread.length === 0) {
    const what = `the folder '${folder}' holds no .pdf, .docx, .odt, .epub, .html, .md or .txt file.`;
    return [{ fault: fault('PMED-I101', what, 'Name the files themselves if they are called otherwise.') }];
  }
  const { kept, reasons } = sift(paths, whyLeftOut);
  if (paths.length > 0 && kept.length === 0)
    unread.push({ fault: allLeftOut(`in '${folder}'`, paths.length, reasons) });
  return [...kept.map((path) => ({ path })), ...unread];
}

/** `@list.txt`: one path a line; empty lines and those that begin with # are skipped. */
async function fromList(path: string, whyLeftOut: WhyLeftOut): Promise<Named[]> {
  const found = statOf(path);
  if (found === null) return [{ fault: await missing(path) }];
  if (found instanceof PmedError) return [{ fault: found }];
  const lines = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const named: Named[] = [];
  for (const line of lines) {
    if (line !== '' && !line.startsWith('#') && !line.startsWith('@')) named.push(...(await expand(line, whyLeftOut)));
  }
  return named;
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'permission denied' : 'no such file';
    return fault('PMED-I102', `cannot read '${path}': ${why}.`, 'Check the path and its permissions.');
  }
}

/** No such file; one of the same folder with nearly the same name is suggested. */
async function missing(path: string): Promise<PmedError> {
  const near = await nearFile(path);
  const meant = near === null ? '' : ` Did you mean '${near}'?`;
  return fault('PMED-I101', `cannot read '${path}': no such file.${meant}`);
}

/** The files that are not left out, and why others are. */
function sift(paths: readonly string[], why: WhyLeftOut): { kept: string[]; reasons: ReadonlySet<Reason> } {
  const reasons = new Set<Reason>();
  const kept = paths.filter((path) => {
    const reason = why(path);
    if (reason !== null) reasons.add(reason);
    return reason === null;
  });
  return { kept, reasons };
}

function allLeftOut(where: string, count: number, reasons: ReadonlySet<Reason>): PmedError {
  const which = count === 1 ? 'the only document' : `all ${count} documents`;
  const words = [...reasons].map((reason) => (reason === 'exclude' ? 'by exclude' : 'because pmed wrote them'));
  return fault(
    'PMED-I101',
    `${which} ${where} ${count === 1 ? 'is' : 'are'} left out ${words.join(' or ')}.`,
    reasons.has('exclude') ? 'See:  pmed config exclude' : 'What is named itself is read.',
  );
}

function noMatch(pattern: string): PmedError {
  return fault('PMED-I101', `no file matches '${pattern}'.`, 'Patterns know *, ? and **; hidden files need their dot.');
}

function fault(code: string, message: string, hint?: string): PmedError {
  return new PmedError(message, hint === undefined ? { code, exitCode: 3 } : { code, exitCode: 3, hint });
}
