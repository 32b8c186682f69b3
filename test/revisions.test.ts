/**
 * Revisions of fictional policies, made by hand with every change listed before pmed first saw them: what share of the
 * changes is found, named by their kinds, and what is found that nobody made. Figures of the first runs: docs/accuracy.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import type { Change } from '../src/model/diff.ts';

interface Edit {
  readonly old: string | null;
  readonly new: string | null;
}

interface Listed extends Edit {
  readonly kinds: readonly string[];
  readonly old_parts?: readonly string[];
  readonly new_parts?: readonly string[];
}

interface Revision {
  readonly publisher: string;
  readonly changes: readonly Listed[];
  readonly unchanged_but_touched: readonly Edit[];
  readonly relative_dates: readonly Edit[];
}

const folder = new URL('./revisions/', import.meta.url);
const levelled = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a change quotes one of the texts of a listed change. */
function isOf(change: Change, { old, new: now, ...more }: Listed | Edit): boolean {
  const parts = 'kinds' in more ? [...(more.old_parts ?? []), ...(more.new_parts ?? [])] : [];
  const texts = [old, now, ...parts].flatMap((text) => (text === null ? [] : [levelled(text)]));
  const quotes = [change.before, change.after].flatMap((side) => (side ? [levelled(side.evidence.quote)] : []));
  return quotes.some((quote) =>
    texts.some((text) => quote.includes(text) || (quote.length > 40 && text.includes(quote))),
  );
}

const tells = ({ kinds }: Change) => kinds.some((kind) => kind !== 'moved' && kind !== 'reworded');

async function scored(name: string) {
  const text = (version: string) => readFileSync(new URL(`${name}/${version}`, folder), 'utf8');
  const gold: Revision = JSON.parse(text('changes.json'));
  const options = { publisher: gold.publisher };
  const read = (version: string) =>
    analyse({ name: version, text: text(version), mediaType: 'text/markdown' }, options);
  const { changes } = diff(await read('v1.md'), await read('v2.md'));
  const found = gold.changes.map((listed) => changes.filter((change) => isOf(change, listed)));
  const kinds = gold.changes.flatMap((listed, at) =>
    listed.kinds.map((kind) => found[at]?.some((change) => change.kinds.some((one) => one === kind)) ?? false),
  );
  const told = changes.filter((change) => tells(change) && !gold.relative_dates.some((edit) => isOf(change, edit)));
  return {
    recall: found.filter((some) => some.length > 0).length / found.length,
    kinds: kinds.filter(Boolean).length / kinds.length,
    precision: told.filter((change) => gold.changes.some((listed) => isOf(change, listed))).length / told.length,
    loud: gold.unchanged_but_touched.filter((edit) => changes.some((change) => tells(change) && isOf(change, edit))),
  };
}

test.each(readdirSync(folder))('%s: what was changed is found and nothing else', async (name) => {
  const { recall, kinds, precision, loud } = await scored(name);
  expect(loud).toEqual([]);
  expect(recall).toBeGreaterThanOrEqual(0.84);
  expect(kinds).toBeGreaterThanOrEqual(0.82);
  expect(precision).toBeGreaterThanOrEqual(0.97);
});
