/** Levels of headings that only the layout knows, beside those that the structure tree names. */
import type { Draft } from '../page/drafts.ts';
import { heaviest } from '../page/style.ts';

/** A tree that names fewer headings says too little of levels. */
const fewestNamed = 3;
const deepest = 6;

/** A way of setting headings, with the level that it stands for. */
interface Known {
  readonly size: number;
  readonly bold: boolean;
  readonly level: number;
}

/**
 * Drafts in which a heading without a tag has the level of the tagged headings that are numbered as deeply or set alike;
 * one that is set like none of them stands below the next greater ones.
 */
export function alignLevels(drafts: readonly Draft[]): Draft[] {
  const headings = drafts.filter((draft) => draft.kind === 'heading');
  const named = headings.filter((draft) => draft.tagged === 'heading');
  if (named.length < fewestNamed || named.length === headings.length) return [...drafts];
  const byDepth = levelsBy(named, depthOf);
  const byStyle = levelsBy(named, styleOf);
  const known: Known[] = [];
  for (const { style } of named) {
    const level = byStyle.get(styleOf({ style }));
    if (level !== undefined) known.push({ size: style.size, bold: style.bold, level });
  }
  const unnamed = headings.filter((draft) => draft.tagged === undefined);
  for (const { style } of [...unnamed].sort((a, b) => b.style.size - a.style.size || +b.style.bold - +a.style.bold)) {
    if (byStyle.has(styleOf({ style }))) continue;
    const level = levelBelow(known, style);
    byStyle.set(styleOf({ style }), level);
    known.push({ size: style.size, bold: style.bold, level });
  }
  return drafts.map((draft) => {
    if (draft.kind !== 'heading' || draft.tagged !== undefined) return draft;
    const depth = depthOf(draft);
    const level = (depth === null ? undefined : byDepth.get(depth)) ?? byStyle.get(styleOf(draft)) ?? draft.level;
    return level === draft.level ? draft : { ...draft, level };
  });
}

/** The level under the least of the ways that are greater, by size and then by weight; the highest where there is none. */
function levelBelow(known: readonly Known[], { size, bold }: Omit<Known, 'level'>): number {
  let above: Known | undefined;
  for (const each of known) {
    const isGreater = each.size > 1.04 * size || (each.size > 0.96 * size && each.bold && !bold);
    if (!isGreater) continue;
    if (above === undefined || each.size < 0.96 * above.size || each.level > above.level) above = each;
  }
  if (above !== undefined) return Math.min(deepest, above.level + 1);
  return known.reduce((level, each) => Math.min(level, each.level), deepest);
}

function levelsBy<K>(headings: readonly Draft[], key: (draft: Draft) => K | null): Map<K, number> {
  const counts = new Map<K, Map<number, number>>();
  for (const draft of headings) {
    const own = key(draft);
    if (own === null) continue;
    const levels = counts.get(own) ?? new Map<number, number>();
    counts.set(own, levels);
    levels.set(draft.level, (levels.get(draft.level) ?? 0) + 1);
  }
  return new Map([...counts].map(([own, levels]) => [own, heaviest(levels) ?? 1]));
}

function depthOf({ marker }: Draft): number | null {
  return marker?.kind === 'number' ? marker.depth : null;
}

function styleOf({ style }: Pick<Draft, 'style'>): string {
  return [Math.round(style.size), style.bold, style.italic, style.capitals].join('|');
}
