/** How much a page holds, so that a browser can still show it: what is beyond that is counted, and said. */
import type { Block, DocumentBody } from '../../../model/document.ts';
import type { Commitment, Evidence } from '../../../model/report.ts';
import type { SectionInput } from './input.ts';

/** Characters of documents' texts; of longer ones the page shows what stands around the commitments. */
export const TEXT_MOST = 1_500_000;
/** Rows of a document. */
const COMMITMENTS_MOST = 4_000;
const STATEMENTS_MOST = 4_000;
/** Characters of mark-up that sections have together: documents beyond have their line in the table alone. */
export const MARKUP_MOST = 24_000_000;

/** What is found in a document, as far as a page has room for it. */
export function withinLimits<I extends Pick<SectionInput, 'commitments' | 'statements' | 'body'>>(
  input: I,
  isExcerpt: boolean,
): I & Pick<SectionInput, 'leftOut'> {
  const commitments = input.commitments.slice(0, COMMITMENTS_MOST);
  const statements = input.statements.slice(0, STATEMENTS_MOST);
  const body = input.body !== null && isExcerpt ? excerptOf(input.body, commitments) : input.body;
  return {
    ...input,
    commitments,
    statements,
    body,
    leftOut: {
      commitments: input.commitments.length - commitments.length,
      statements: input.statements.length - statements.length,
      blocks: (input.body?.blocks.length ?? 0) - (body?.blocks.length ?? 0),
    },
  };
}

/** The headings, and the blocks that commitments stand in with one before and one after them. */
function excerptOf(body: DocumentBody, commitments: readonly Commitment[]): DocumentBody {
  const { blocks } = body;
  const starts = commitments.map(({ evidence }) => evidence).sort((a, b) => a.start - b.start);
  const near = new Set<number>();
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    at = passed(starts, at, block);
    if (holds(block, starts[at])) for (const one of [index - 1, index, index + 1]) near.add(one);
  }
  return { ...body, blocks: blocks.filter(({ kind }, index) => kind === 'heading' || near.has(index)) };
}

/** The first evidence that does not end before the block. */
function passed(evidence: readonly Evidence[], from: number, { start }: Block): number {
  let at = from;
  while ((evidence[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
  return at;
}

const holds = ({ start, end }: Block, evidence: Evidence | undefined): boolean =>
  evidence !== undefined && evidence.start < end && evidence.end > start;
