/** Explains one finding of a document, or what a text of a few sentences yields and why. */

import { documentId, documentRecord, reportDiagnostics } from './analyse/document-record.ts';
import { type AnalyseOptions, checkSchemes, extractOptions, readOptions, toolOf } from './analyse/options.ts';
import { annotate } from './annotate/annotate.ts';
import { ORDER_GUESSED } from './extract/document-date.ts';
import { type Explainable, explainable } from './extract/explain/explain.ts';
import { likelihood, THRESHOLD } from './extract/theme-scores.ts';
import type { Annotated } from './model/annotated.ts';
import type { AskedTheme, ExplainedSentence, Explanation } from './model/explanation.ts';
import { PmedError } from './model/fault.ts';
import { SCHEMA_VERSION } from './model/kinds.ts';
import { read } from './read/read.ts';
import { selectPages } from './read/selection.ts';
import type { Source } from './read/source.ts';
import { reviewedSentences } from './review/explained.ts';
import { loadRules, loadSources, type Rules } from './rules/load.ts';

/**
 * What is to be explained: a finding of a document by its ref (`C12`) or id, a theme by its id (`ethics`,
 * `policy/ethics`) or label, or every sentence of a text, of which `most` may be enough.
 */
export type Asked =
  | { readonly source: Source; readonly id: string }
  | { readonly text: string; readonly most?: number };

/**
 * Explains a finding, a theme with its passages, or what each sentence of a text yields and why it yields no more.
 * @param options as for `analyse`; refs are those that `analyse` gives with the same options
 * @throws PmedError PMED-U015 (exit 2) where there is no such finding or theme, PMED-U016 where the text has no words, PMED-U004 for a scheme that no pack holds; as
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
  checkSchemes(rules, options.themes ?? []);
  const whole = await read(source, readOptions(options));
  const name = typeof source === 'string' ? source : source.name;
  const document = options.pages === undefined ? whole : selectPages(whole, options.pages, name);
  const id = documentId(document, source);
  const annotated = annotate(document);
  const told = explainable(annotated, rules, await sourcesOf(rules), extractOptions(id, options));
  const { findings } = told;
  const { sentences, theme } = answer(asked, told, { annotated, name, rules });
  const { sha256 } = document;
  const reviewed =
    options.review === undefined || 'text' in asked
      ? sentences
      : reviewedSentences(sentences, findings, { id, name: document.name, sha256 }, options.review);
  return {
    $schema: 'urn:pmed:schema:explanation:1',
    schemaVersion: SCHEMA_VERSION,
    kind: 'explanation',
    tool: toolOf(rules, options),
    document: { ...documentRecord(id, document, annotated), date: findings.date, fiscalYear: findings.fiscalYear },
    asked: {
      id: 'id' in asked ? asked.id : null,
      sentences: 'id' in asked ? sentences.length : annotated.sentences.length,
    },
    sentences: reviewed,
    diagnostics: reportDiagnostics(document, id).filter(({ code }) => code !== ORDER_GUESSED || !findings.isOrdered),
    theme,
    threshold: likelihood(THRESHOLD),
  };
}

/** Sentences explained, and the theme where one was asked for: a finding's id is one before it is a theme's. */
function answer(
  asked: Asked,
  told: Explainable,
  { annotated, name, rules }: { annotated: Annotated; name: string; rules: Rules },
): { readonly sentences: ExplainedSentence[]; readonly theme: AskedTheme | null } {
  if (!('id' in asked)) {
    const shown = annotated.sentences.slice(0, asked.most);
    return { sentences: shown.flatMap((_, position) => told.sentence(position) ?? []), theme: null };
  }
  const finding = told.finding(asked.id);
  if (finding) return { sentences: [finding], theme: null };
  const found = told.theme(asked.id);
  if (found) return { sentences: [...found.sentences], theme: found.theme };
  return isFindingId(asked.id) ? unknown(asked.id, name, told) : unknownTheme(asked.id, name, told, rules);
}

const isFindingId = (id: string): boolean => /^[cst](?:\d|-)/i.test(id);

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

/** Neither a finding nor a theme that was looked for; the scheme that has it, or the nearest theme. */
function unknownTheme(name: string, document: string, { nearTheme }: Explainable, { themes }: Rules): never {
  const wanted = name.toLowerCase();
  const other = themes.find((file) =>
    file.themes.some(({ id, label }) => [id, `${file.scheme}/${id}`, label.toLowerCase()].includes(wanted)),
  );
  const near = nearTheme(name);
  const meant = other || near === null ? '' : ` Did you mean ${near}?`;
  throw new PmedError(`${document} has no finding called '${name}', and no theme that was looked for is.${meant}`, {
    code: 'PMED-U015',
    exitCode: 2,
    hint: other
      ? `The scheme ${other.scheme} has a theme of this name:  --themes ${other.scheme}`
      : `Themes:  pmed rules list themes      Findings:  pmed analyse ${document} --all`,
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
