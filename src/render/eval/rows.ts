/** The figures of an evaluation as rows: what every format of it shows. */
import type { Evaluation } from '../../model/evaluation.ts';
import type { Column } from '../columns.ts';

/** One figure. */
export interface FigureRow {
  readonly measure: 'precision' | 'accuracy' | 'recall';
  readonly by: string;
  readonly value: string;
  readonly right: number;
  readonly of: number;
  readonly share: number | null;
  readonly interval: readonly [number, number];
  readonly isFew: boolean;
}

export function figureRows({ precision, attributes, recall }: Evaluation): readonly FigureRow[] {
  return [
    ...precision.map((its): FigureRow => ({ measure: 'precision', ...its })),
    ...attributes.map(
      ({ attribute, ...its }): FigureRow => ({ measure: 'accuracy', by: 'attribute', value: attribute, ...its }),
    ),
    ...(recall === null ? [] : [{ measure: 'recall', by: 'all', value: 'all', ...recall } as const]),
  ];
}

/** Names and order are public. */
export const figureColumns: readonly Column<FigureRow>[] = [
  ['measure', ({ measure }) => measure],
  ['by', ({ by }) => by],
  ['value', ({ value }) => value],
  ['right', ({ right }) => right],
  ['of', ({ of }) => of],
  ['share', ({ share }) => share],
  ['share_low', ({ interval }) => interval[0]],
  ['share_high', ({ interval }) => interval[1]],
  ['few', ({ isFew }) => isFew],
];

/** `87%`, or a dash of nothing. */
export const percent = (share: number | null): string => (share === null ? '-' : `${Math.round(share * 100)}%`);

/** `74% to 94%`. */
export const rangeOf = ([low, high]: readonly [number, number]): string => `${percent(low)} to ${percent(high)}`;

/** What is said above the figures. */
export function headLines({ counts, documents, tool }: Evaluation): readonly string[] {
  const { reviewed, found, kept, corrected, rejected, changed, lost, mended } = counts;
  return [
    `${reviewed} of ${found} commitments in ${documents.length === 1 ? '1 document' : `${documents.length} documents`} judged by ${tool.options.review?.file ?? 'nobody'}: ${kept} kept, ${corrected} corrected, ${rejected} no commitment`,
    ...(changed > 0 ? [`${changed} of the verdicts are on words that have changed since.`] : []),
    ...(lost > 0 ? [`${lost} judged to be commitments ${lost === 1 ? 'is' : 'are'} no longer found.`] : []),
    ...(mended > 0 ? [`${mended} judged to be none ${mended === 1 ? 'is' : 'are'} no longer found.`] : []),
  ];
}
