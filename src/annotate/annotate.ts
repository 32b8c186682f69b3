/** Document → Annotated: sentences and tokens, sections, and the sentence that introduces each list. */
import type { Annotated, Section, Sentence, SentenceKind } from '../model/annotated.ts';
import type { Block, Document } from '../model/document.ts';
import { isRunningText } from '../model/document.ts';
import { numberClauses } from './clauses.ts';
import { tagVerbsAfterModals } from './context.ts';
import { cutOverlong, splitSentences } from './sentences.ts';
import { listStems } from './stems.ts';
import { type RawToken, tokenise } from './tokens.ts';

const KINDS: Readonly<Partial<Record<Block['kind'], SentenceKind>>> = {
  heading: 'heading',
  paragraph: 'sentence',
  item: 'item',
  cell: 'row',
};

/**
 * Annotates every block of running text. Headings and table rows are one sentence each; paragraphs and items
 * are split; what is longer than any sentence is cut. Runs in time linear in the document's length.
 */
export function annotate(document: Document): Annotated {
  const sentences: Sentence[] = [];
  const sections: Section[] = [];
  const stems = listStems(document.blocks);
  /** Block position → its first and last sentence. */
  const ofBlock = new Map<number, readonly [number, number]>();
  let section = -1;
  document.blocks.forEach((block, position) => {
    const kind = KINDS[block.kind];
    if (!kind || !isRunningText(block)) return;
    const tokens = tokenise(block);
    if (tokens.length === 0) return;
    const first = sentences.length;
    if (kind === 'heading') section = openSection(sections, block, first, document.text.length);
    const place = stems.get(position);
    const stem = place ? (ofBlock.get(place.stem)?.[1] ?? -1) : -1;
    const whole = kind === 'heading' || kind === 'row';
    const ranges: readonly (readonly [number, number])[] = whole ? [[0, tokens.length]] : splitSentences(tokens);
    for (const [from, to] of cutOverlong(ranges)) {
      const isFirst = sentences.length === first;
      numberClauses(tokens, from, to);
      tagVerbsAfterModals(tokens, from, to);
      const sentence = toSentence(block, tokens, from, to, {
        index: sentences.length,
        kind: kind === 'sentence' && place ? 'item' : kind,
        block: position,
        section,
        stem: isFirst ? stem : -1,
        list: place?.list ?? -1,
      });
      sentences.push(sentence);
    }
    ofBlock.set(position, [first, sentences.length - 1]);
  });
  closeSections(sections, document.text.length);
  return { document, sentences, sections };
}

type Place = Pick<Sentence, 'index' | 'kind' | 'block' | 'section' | 'stem' | 'list'>;

function toSentence(block: Block, tokens: readonly RawToken[], from: number, to: number, place: Place): Sentence {
  const own = from === 0 && to === tokens.length ? tokens : tokens.slice(from, to);
  const head = own[0];
  const tail = own.at(-1);
  const at = head?.at ?? 0;
  const end = tail ? tail.at + lengthIn(block, tail) : at;
  const words: number[] = [];
  for (const token of own) {
    token.at -= at;
    words.push(token.word);
  }
  // Field by field: engines make slow objects of a spread with more fields behind it, and every stage reads sentences.
  return {
    index: place.index,
    kind: place.kind,
    block: place.block,
    section: place.section,
    stem: place.stem,
    list: place.list,
    start: head?.start ?? block.start,
    end: tail?.end ?? block.end,
    text: block.text.slice(at, end),
    at,
    tokens: own,
    words,
  };
}

/** Length of a token in the block's text: folding never changes it but for the ellipsis character. */
export function lengthIn(block: Pick<Block, 'text'>, token: Pick<RawToken, 'at' | 'text'>): number {
  return block.text.charAt(token.at) === '…' ? 1 : token.text.length;
}

function openSection(sections: Section[], block: Block, heading: number, textEnd: number): number {
  let parent = sections.length - 1;
  while (parent >= 0 && (sections[parent]?.level ?? 0) >= block.level) parent = sections[parent]?.parent ?? -1;
  sections.push({
    id: `s${sections.length + 1}`,
    level: block.level,
    title: block.text,
    page: block.parts[0]?.page ?? 1,
    start: block.start,
    end: textEnd,
    heading,
    parent,
  });
  return sections.length - 1;
}

/** Ends each section where the next one of its level or above begins. */
function closeSections(sections: Section[], textEnd: number): void {
  const open: number[] = [];
  const close = (position: number, end: number) => {
    const section = sections[position];
    if (section) sections[position] = { ...section, end };
  };
  sections.forEach((section, position) => {
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= section.level)
      close(open.pop() ?? 0, section.start);
    open.push(position);
  });
  for (const position of open) close(position, textEnd);
}
