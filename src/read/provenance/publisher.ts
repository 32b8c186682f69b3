/** The organisation that publishes a document. */
import type { Block } from '../../model/document.ts';
import { MONTHS } from '../../model/months.ts';
import { withoutEnd } from '../../model/without-end.ts';
import type { Evidence, Found } from './evidence.ts';
import { frontBlocks, labelled, lastBlocks } from './places.ts';

/** Words that make a name one of an organisation. */
const BODY =
  /\b(?:Academy|Administration|Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Cabinet Office|Cent(?:re|er)|Charity|City of|Coalition|College|Commission|Committee|Company|Confederation|Consortium|Corporation|Council|Department|Directorate|Federation|Forum|Foundation|Government|Group|Inc|Institute|Ltd|Limited|LLC|LLP|Ministry|Museum|NHS England|NHS Scotland|NHS Wales|Network|Office|Organi[sz]ation|Parliament|Partnership|Party|plc|PLC|Project|Republic|School|Secretariat|Service|Services|Society|Treasury|Trust|Union|United Nations|University)\b/;
/** A run of capitalised words with the small words that names have inside. */
const NAME = String.raw`((?:the\s)?\p{Lu}[\p{L}\p{N}’'&-]*(?:(?:,\s|\s)(?:(?:of|for|and|the|in|on|to|de|&)\s){0,3}\p{Lu}[\p{L}\p{N}’'&-]*){0,11})`;
const PUBLISHED_BY = new RegExp(
  String.raw`(?:^|[.;:|]\s|\b(?:is|was|been|and|report|paper|document|first)\s)(?:[Pp]ublished|[Ii]ssued|[Pp]roduced)\s(?:in\s\d{4}\s)?by:?\s${NAME}`,
  'u',
);
/** `© Northshire Council 2021`, `Copyright 2021 Northshire Council`; not `Copyright policy`. */
const COPYRIGHT = new RegExp(
  String.raw`(?:©|\([Cc]\)\s?(?=\d{4}|\p{Lu})|[Cc]opyright\s(?=©|\d{4}))[\s©:]{0,3}(?:\d{4}(?:[-–]\d{2,4})?,?\s)?${NAME}`,
  'u',
);
const MONTH_OR_MORE = new RegExp(
  String.raw`,?\s(?:(?:${MONTHS.join('|')}|All\sRights|All\srights|This|Licen[cs]ed|Available|DOI|ISBN|ISSN)\b.*|(?:19|20)\d\d.*)$`,
);
/** What a copyright line may say in place of a name. */
const NO_NAME =
  /^(?:Crown|All|The\s?(?:[Aa]uthors?|[Cc]opyright)?|Rights|Copyright|Open\sGovernment|This|No|Notice|Material|Some|Authors?|Trying|Third|You|We)(?:\s|\(|$)/;
/** Headings that have a body's word in them without naming one. */
const NOT_COVER =
  /^(?:About|Our|The\s(?:Board|Council|Trust|Government|Department|Committee|Group)$|Welcome|Contents|Message|Statement|Role|Part|Annex|Appendix|Working|How|What|Why|For|To|In|On|By|From|With|Towards|Invitation|Powers|Functions|Duties|Establish\w+|Composition|Members|(?:The\s)?(?:(?:State|Vice)\s)?(?:President|Minister|Secretary|Chair|Director))\b/;
/** Lines with a body's word that are titles or headings all the same. */
const NO_BODY =
  /\b(?:Strategy|Plan|Report|Policy|Policies|Framework|Agreement|Terms|Research|Details|Review|Act|Bill|Survey|Manifesto|Subprocessors|Safe Harbor|Guidance|Statement|Programme|Model|Standard|Directive|Level|Notice|Accounts|Template|Charter|Procedure|Handbook|Guide|Manual|Memorandum|Order|Rules|Regulations|Ordinance|Constitution|Gazette|Supplement|Series|Paper|Briefing|Manifesto|Version)\b|\bInformation$|\//;
/** Whoever leads a body is not the body. */
const OFFICE =
  /\b(?:Leader|Chair(?:man|woman|person)?|Director|President|Minister|Secretary|Commissioner|Officer|Manager|Mayor|Speaker)$/;
/** Names that begin with the kind of body are names whatever follows: `Institute for Public Policy Research`. */
const BODY_OF =
  /^(?:The\s)?(?:Academy|Agency|Association|Authority|Board|Bureau|Centre|Center|Commission|Committee|Council|Department|Federation|Foundation|Government|Institute|Ministry|Office|Republic|Secretariat|University)\s(?:of|for|on)\b/;
const LONGEST_NAME = 90;
/** The rows of a document control table that name who made it. */
const MADE_BY =
  /^(?:publisher|(?:published|issued|produced|prepared|authored|written)\sby|issuing\s(?:authority|body|organi[sz]ation)|organi[sz]ation|responsible\s(?:body|organi[sz]ation))$/i;
/** What the law of elections asks of those who print their case: `Promoted by A. Reed on behalf of the Hill Party`. */
const PROMOTED = new RegExp(String.raw`\b[Pp]romoted\sby\s[^;]{3,120}?\son\sbehalf\sof\s(?:all\s)?${NAME}`, 'u');
/** Terms of service say who `we` are. */
const WE = new RegExp(
  String.raw`[“"']\s?[Ww]e,?\s?[”"'][^.]{0,120}?\s(?:refers?\sto|referring\sto|means?|mean)\s${NAME}`,
  'u',
);
/** What stands on papers that a minister of the United Kingdom lays before Parliament. */
const COMMAND = /\bby\sCommand\sof\s(?:Her|His)\sMajesty\b/i;
/** A line that begins with the place that the document is for. */
const PLACE = /^(?:The\s)?(City|County|Town|State|Province|Borough|District|Municipality)\sof\s\p{Lu}/u;
/** A place is named at least as often as this where it speaks. */
const OFTEN = 3;

/**
 * Finds who publishes a document: front matter, then `Published by …` and copyright lines, then a line of the cover that
 * is an organisation's name, then the metadata's publisher, or its
 * author where that is an organisation.
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
  for (const block of front) {
    const name = namedIn(block);
    if (name !== null) return { value: name, source: 'text', quote: name };
  }
  const body = front.slice(0, 10).find((block) => isNameOfBody(block, title));
  if (body !== undefined) return { value: body.text.trim(), source: 'text', quote: body.text };
  const control = [...front, ...lastBlocks(blocks)].map((block) => labelled(block, MADE_BY)).find(isNamedBody);
  if (control !== undefined && control !== null) return { value: control, source: 'text', quote: control };
  const command = front.map(({ text }) => COMMAND.exec(text)?.[0]).find((words) => words !== undefined);
  if (command !== undefined) return { value: 'UK Government', source: 'text', quote: command };
  const place = placeIn(front, blocks);
  if (place !== null) return { value: place, source: 'text', quote: place };
  // A colophon at the end counts where its name stands at the front too: licences and sources have holders of their own.
  for (const block of lastBlocks(blocks)) {
    const promoter = PROMOTED.exec(block.text.slice(0, 600))?.[1];
    if (promoter !== undefined) return { value: bareName(promoter), source: 'text', quote: promoter };
    const name = namedIn(block);
    if (name !== null && front.some(({ text }) => text.includes(name)))
      return { value: name, source: 'text', quote: name };
  }
  if (metadata.publisher !== null && isOwnName(metadata.publisher, title))
    return { value: metadata.publisher, source: 'metadata', quote: null };
  const { author } = metadata;
  return author !== null && BODY.test(author) ? { value: author, source: 'metadata', quote: null } : null;
}

/** Whether a field for the publisher holds a name: no address and not the title once more. */
function isOwnName(name: string, title: string | null): boolean {
  return name.length > 2 && name.length <= LONGEST_NAME && name !== title && !/[/@]|\.\w{2,4}$/.test(name);
}

function isNamedBody(name: string | null): name is string {
  return name !== null && isBody(name);
}

/** The city or county that a line of the cover begins with, where the document often names it in full. */
function placeIn(front: readonly Block[], blocks: readonly Block[]): string | null {
  const kind = front
    .slice(0, 10)
    .map(({ text }) => PLACE.exec(text)?.[1])
    .find((word) => word !== undefined);
  if (kind === undefined) return null;
  const named = new RegExp(
    String.raw`\b${kind}\sof\s(\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]+){0,2})(?=[,;:)’]|\s\p{Ll})`,
    'gu',
  );
  const counts = new Map<string, number>();
  for (const { text } of blocks.slice(0, 400)) {
    for (const [, name = ''] of text.slice(0, 2000).matchAll(named)) {
      const own = name.replace(/[’'.]s?$/, '');
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
  }
  const [name, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const whole = `${kind} of ${name}`;
  return count >= OFTEN && front.slice(0, 10).some(({ text }) => text.includes(whole)) ? whole : null;
}

/** The organisation that a `Published by` or copyright line names. */
function namedIn(block: Block): string | null {
  const text = block.text.slice(0, 1500);
  const speaker = (PROMOTED.exec(text) ?? WE.exec(text))?.[1];
  if (speaker !== undefined) {
    const name = bareName(speaker);
    if (name.length > 2 && name.length <= LONGEST_NAME && !NO_NAME.test(name)) return name;
  }
  if (!/ublished|ssued|roduced|©|opyright|\([Cc]\)/.test(text)) return null;
  const published = PUBLISHED_BY.exec(text)?.[1];
  const held = COPYRIGHT.exec(text);
  const printed = published ?? held?.[1] ?? '';
  const name = bareName(printed);
  if (name.length < 3 || name.length > LONGEST_NAME || NO_NAME.test(name)) return null;
  if (BODY.test(name)) return name;
  if (published !== undefined) return /\s/.test(name) || /^\p{Lu}+$/u.test(name) ? name : null;
  // With the sign and a year beside it, whoever is named holds the rights.
  const around = `${held?.[0] ?? ''}${text.slice((held?.index ?? 0) + (held?.[0].length ?? 0)).slice(0, 6)}`;
  return /©|\([Cc]\)/.test(around) && /\b(?:19|20)\d\d\b/.test(around) ? name : null;
}

/** A name without `the` before it and without a date or sentence after it. */
function bareName(name: string): string {
  return withoutEnd(name.replace(MONTH_OR_MORE, ''), /[\s.,]/)
    .replace(/,\s(Inc|Corp|Ltd)$/, ', $1.')
    .replace(/^the\s(?:authority\sof\sthe\s)?/i, '');
}

/**
 * Whether a line of the cover is the name of an organisation and nothing else.
 * @param title the document's title where it is known, which is no organisation
 */
export function isNameOfBody(block: Block, title: string | null): boolean {
  return (block.kind === 'paragraph' || block.kind === 'heading') && block.text !== title && isBody(block.text);
}

/** Whether words are the name of an organisation: capitalised, one of them a kind of body, another its own. */
export function isBody(printed: string): boolean {
  const text = capitalised(printed.trim());
  if (text.length > LONGEST_NAME || /[.:;?!\d]/.test(text)) return false;
  if (!BODY.test(text) || NOT_COVER.test(text) || OFFICE.test(text) || (NO_BODY.test(text) && !BODY_OF.test(text)))
    return false;
  const words = text.split(/\s+/);
  if (!words.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|for|and|the|in|on|to|&|de|\|)$/.test(word))) return false;
  // `NHS Trust` and `The Council` name a kind of body, not one.
  return words.some((word) => /^\p{Lu}/u.test(word) && !BODY.test(word) && word !== 'The' && word !== 'NHS');
}

/** A line in capitals as names are written, `MINISTRY OF LAW` as `Ministry of Law`; any other as it is. */
function capitalised(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const small = text.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
  return small.replace(/\b(?:Of|For|And|The|In|On|To)\b/g, (word, at: number) =>
    at === 0 ? word : word.toLowerCase(),
  );
}
