/** Explains one finding of a document, or what a text of a few sentences yields and why. */
import {
  type AnalyseOptions,
  documentId,
  documentRecord,
  extractOptions,
  readOptions,
  reportDiagnostics,
  toolOf,
} from './analyse.ts';
import { annotate } from './annotate/annotate.ts';
import { ORDER_GUESSED } from './extract/document-date.ts';
import { type Explainable, explainable } from './extract/explain/explain.ts';
import type { Explanation } from './model/explanation.ts';
import { PmedError } from './model/fault.ts';
import { SCHEMA_VERSION } from './model/kinds.ts';
import { read } from './read/read.ts';
import { selectPages } from './read/selection.ts';
import type { Source } from './read/source.ts';
import { loadRules, loadSources, type Rules } from './rules/load.ts';

/**
 * What is to be explained: a finding of a document by its ref (`C12`) or id, or every sentence of a text, of which `most`
 * may be enough.
 */
export type Asked =
  | { readonly source: Source; readonly id: string }
  | { readonly text: string; readonly most?: number };

/**
 * Explains a finding, or why a sentence yields none.
 * @param options as for `analyse`; refs are those that `analyse` gives with the same options
 * @throws PmedError PMED-U015 (exit 2) where the document has no such finding, PMED-U016 where the text has no words; as
 *   `read` where the document cannot be read
 */
export async function explain(asked: Asked, options: AnalyseOptions = {}): Promise<Explanation> {
  const source: Source = 'text' in asked ? { name: 'text', text: asked.text, mediaType: 'text/plain' } : asked.source;
  if ('text' in asked && !/[\p{L}\p{N}]/u.test(asked.text))
    throw new PmedError('the text to explain has no words.', {
      code: 'PMED-U016',
      exitCode: 2,
      hint: 'Give a sentence:  pmed explain --text "We will publish a plan by 2027."',
    });
  const rules = options.rules ?? (await loadRules());
  const whole = await read(source, readOptions(options));
  const name = typeof source === 'string' ? source : source.name;
  const document = options.pages === undefined ? whole : selectPages(whole, options.pages, name);
  const id = documentId(document, source);
  const annotated = annotate(document);
  const told = explainable(annotated, rules, await sourcesOf(rules), extractOptions(id, options));
  const { findings } = told;
  const sentences =
    'id' in asked
      ? [told.finding(asked.id) ?? unknown(asked.id, name, told)]
      : annotated.sentences.slice(0, asked.most).flatMap((_, position) => told.sentence(position) ?? []);
  return {
    $schema: 'urn:pmed:schema:explanation:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'explanation',
    tool: toolOf(rules, options),
    document: { ...documentRecord(id, document, annotated), date: findings.date, fiscalYear: findings.fiscalYear },
    asked: { id: 'id' in asked ? asked.id : null, sentences: 'id' in asked ? 1 : annotated.sentences.length },
    sentences,
    diagnostics: reportDiagnostics(document, id).filter(({ code }) => code !== ORDER_GUESSED || !findings.isOrdered),
  };
}

/** The packs as written; rules that were loaded with their patterns have them themselves. */
async function sourcesOf({ files }: Rules): ReturnType<typeof loadSources> {
  const isWhole = files.some((file) => file.rules?.some(({ match }) => match !== undefined));
  return isWhole ? files : loadSources();
}

/** No such finding; the ids that there are, the nearest named. */
function unknown(id: string, name: string, { findings }: Explainable): never {
  const lists = [findings.commitments, findings.statements, findings.timeline];
  const counts = lists.flatMap((list) => {
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) return [];
    return first === last ? [first.ref] : [`${first.ref} to ${last.ref}`];
  });
  const near = nearest(
    id,
    lists.flatMap((list) => list.map((record) => record.id)),
  );
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const has = counts.length === 0 ? 'It has no findings' : `It has ${counts.join(', ')}`;
  throw new PmedError(`${name} has no finding called '${id}'.${meant}`, {
    code: 'PMED-U015',
    exitCode: 2,
    hint: `${has}; all of them:  pmed analyse ${name} --all`,
  });
}

/** Most ids that are suggested. */
const SUGGESTED = 3;

/** Ids that begin as one does, the letter and dash aside, or that are it with another number. */
function nearest(id: string, known: readonly string[]): string[] {
  const [stem = ''] = id.toLowerCase().split('#');
  if (!/^[cst]-./.test(stem)) return [];
  const shared = (other: string): number => {
    let at = 0;
    while (at < stem.length && other.charAt(at) === stem.charAt(at)) at++;
    return at;
  };
  return [...new Set(known)]
    .map((other) => ({ other, length: shared(other) }))
    .filter(({ length }) => length >= 4)
    .sort((a, b) => b.length - a.length)
    .slice(0, SUGGESTED)
    .map(({ other }) => other);
}
