/** Themes counted in the sections or on the pages of a document. */
import type { Annotated } from '../model/annotated.ts';
import type { DocumentRecord, ThemePart } from '../model/report.ts';
import { shareOf } from '../model/themes.ts';
import { wilson } from '../model/wilson.ts';

/** What themes can be counted in, besides the whole document. */
export type ThemeParts = 'section' | 'page';

/** Counts one theme part by part. */
export interface PartCounter {
  /** @param position of a passage that carries the theme, in `Annotated.sentences` @param hits its words there */
  readonly add: (position: number, hits: number) => void;
  /** The parts that carry the theme, in the order of the document; null where none were asked for. */
  readonly list: () => ThemePart[] | null;
}

/** The parts of a document. */
interface Parts {
  /** How many passages each has, in the order of the document; null where none were asked for. */
  readonly totals: () => DocumentRecord['parts'];
  readonly counter: () => PartCounter;
}

/** The parts of a document. A section has what the sections in it have; a passage is on the page that it begins on. */
export function themeParts(annotated: Annotated, by: ThemeParts | null): Parts {
  if (by === null) return { totals: () => null, counter: () => ({ add: () => {}, list: () => null }) };
  const partsAt = by === 'section' ? sectionsOf(annotated) : pagesOf(annotated);
  const labels = new Map(annotated.document.pages.map(({ page, label }) => [page, label]));
  const totals = new Map<number, number>();
  annotated.sentences.forEach(({ kind }, position) => {
    if (kind === 'heading') return;
    for (const part of partsAt(position)) totals.set(part, (totals.get(part) ?? 0) + 1);
  });
  const name = (part: number): Pick<ThemePart, 'sectionId' | 'page'> =>
    by === 'page' ? { sectionId: null, page: part } : { sectionId: annotated.sections[part]?.id ?? null, page: null };
  return {
    totals: () =>
      [...totals]
        .sort(([a], [b]) => a - b)
        .map(([part, passages]) => ({
          ...name(part),
          pageLabel: by === 'page' ? (labels.get(part) ?? null) : null,
          passages,
        })),
    counter() {
      const counts = new Map<number, { passages: number; hits: number }>();
      return {
        add(position, hits) {
          for (const part of partsAt(position)) {
            const count = counts.get(part) ?? { passages: 0, hits: 0 };
            count.passages++;
            count.hits += hits;
            counts.set(part, count);
          }
        },
        list: () =>
          [...counts]
            .sort(([a], [b]) => a - b)
            .map(([part, { passages, hits }]) => {
              const of = totals.get(part) ?? passages;
              return {
                ...name(part),
                passages,
                of,
                share: shareOf(passages, of),
                interval: wilson(passages, of),
                hits,
              };
            }),
      };
    },
  };
}

/** The section of each sentence and those around it; -1 before the first heading. */
function sectionsOf({ sentences, sections }: Annotated): (position: number) => readonly number[] {
  const chains: (readonly number[])[] = [];
  sections.forEach(({ parent }, section) => {
    chains.push([section, ...(chains[parent] ?? [])]);
  });
  return (position) => chains[sentences[position]?.section ?? -1] ?? [-1];
}

/** The physical page that each sentence begins on; none in documents without pages. */
function pagesOf({ document, sentences }: Annotated): (position: number) => readonly number[] {
  if (!document.paged) return () => [];
  return (position) => {
    const sentence = sentences[position];
    const parts = document.blocks[sentence?.block ?? -1]?.parts ?? [];
    const start = sentence?.start ?? 0;
    const part = parts.find((its) => start >= its.start && start < its.end) ?? parts[0];
    return part === undefined ? [] : [part.page];
  };
}
