/** The comments of a web page that are meant for pmed, with their places in its source. */
import { isOurs, type MarkedComment } from '../comments.ts';
import { type Node, visit } from './tree.ts';

/** In order; none where the tree does not know where its nodes stand in the source. */
export function pageComments(page: Node): readonly MarkedComment[] {
  const found: MarkedComment[] = [];
  visit(page, {
    enter: () => true,
    leave: () => {},
    text: () => {},
    comment({ data, sourceCodeLocation }) {
      if (!sourceCodeLocation || !isOurs(data)) return;
      found.push({ text: data.trim(), start: sourceCodeLocation.startOffset, end: sourceCodeLocation.endOffset });
    },
  });
  return found.sort((a, b) => a.start - b.start);
}
