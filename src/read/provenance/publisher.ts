/** The organisation that publishes a document. */
import type { Block } from '../../model/document.ts';
import type { Evidence, Found } from '../provenance.ts';
import { frontBlocks, lastBlocks } from './places.ts';

/** Words that make a name one of an organisation. */
const BODY =
  /\b(?:Academy|Administration|Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet Office|Cent(?:re|er)|Charity|City of|Coalition|College|Commission|Committee|Company|Confederation|Consortium|Corporation|Council|Department|Directorate|Federation|Forum|Foundation|Government|Group|Inc|Institute|Ltd|Limited|LLC|LLP|Ministry|Museum|NHS|Network|Office|Organi[sz]ation|Parliament|Partnership|Party|plc|PLC|Project|Republic|School|Secretariat|Service|Services|Society|Treasury|Trust|Union|United Nations|University)\b/;
/** A run of capitalised words with the small words that names have inside. */
const NAME = String.raw`((?:the\s)?\p{Lu}[\p{L}\p{N}.’'&-]*(?:[ ,]{1,2}(?:(?:of|for|and|the|in|on|to|de|&)\s){0,3}\p{Lu}[\p{L}\p{N}.’'&-]*){0,11})`;
const PHRASES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:[Pp]ublished|[Ii]ssued|[Pp]roduced)\sby:?\s${NAME}`, 'u'),
  new RegExp(String.raw`(?:©|\([Cc]\)|\b[Cc]opyright\b)[\s:©]{0,3}(?:\d{4}(?:[-–]\d{2,4})?,?\s)?${NAME}`, 'u'),
];
/** What a copyright line may say in place of a name. */
const NO_NAME =
  /^(?:Crown|All|The\s(?:author|copyright)|Rights|Copyright|Open\sGovernment|This|No|Notice|Material|Some)\b/i;
/** Headings that have a body's word in them without naming one. */
const NOT_COVER =
  /^(?:About|Our|The\s(?:Board|Council|Trust|Government|Department|Committee|Group)$|Welcome|Contents|Message|Statement|Role|Part|Annex|Appendix|Working|How|What|Why)\b/;
const LONGEST_NAME = 90;

/**
 * Finds who publishes a document: front matter, then `Published by …` and copyright lines, then a line of the cover that
 * is an organisation's name, then the metadata's author where that is an organisation.
 * @param evidence the document's blocks and what the file states
 * @param title the document's title, which is no publisher
 * @returns null where the document does not say
 */
export function findPublisher(evidence: Evidence, title: string | null): Found | null {
  const { stated, metadata, blocks } = evidence;
  if (stated.publisher !== null) return { value: stated.publisher, source: 'text', quote: stated.publisher };
  if (stated.author !== null && BODY.test(stated.author))
    return { value: stated.author, source: 'text', quote: stated.author };
  const front = frontBlocks(blocks);
  for (const block of [...front, ...lastBlocks(blocks)]) {
    const name = namedIn(block);
    if (name !== null) return { value: name, source: 'text', quote: name };
  }
  for (const block of front.slice(0, 10)) {
    if (isNameOfBody(block, title)) return { value: block.text.trim(), source: 'text', quote: block.text };
  }
  const author = metadata.publisher ?? metadata.author;
  return author !== null && BODY.test(author) ? { value: author, source: 'metadata', quote: null } : null;
}

/** The organisation that a `Published by` or copyright line names. */
function namedIn(block: Block): string | null {
  const text = block.text.slice(0, 1500);
  if (!/ublished|ssued|roduced|©|opyright|\([Cc]\)/.test(text)) return null;
  for (const phrase of PHRASES) {
    const name =
      phrase
        .exec(text)?.[1]
        ?.replace(/[\s.,]+$/, '')
        .replace(/^the\s/, '') ?? '';
    const bare = name.replace(/,?\s(?:19|20)\d\d$/, '');
    if (bare.length > 2 && bare.length <= LONGEST_NAME && !NO_NAME.test(bare)) return bare;
  }
  return null;
}

/** Whether a line of the cover is the name of an organisation and nothing else. */
function isNameOfBody(block: Block, title: string | null): boolean {
  const text = block.text.trim();
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  if (
    text.length > LONGEST_NAME ||
    text === title ||
    /[.:;?!\d]/.test(text) ||
    !BODY.test(text) ||
    NOT_COVER.test(text)
  )
    return false;
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|for|and|the|in|on|to|&|de|\|)$/.test(word))
  );
}
