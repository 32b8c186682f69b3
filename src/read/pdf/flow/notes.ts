/** Foot- and endnotes: small print that begins with a raised or plain number below the text. */

import { type Draft, roughText } from '../page/drafts.ts';
import { findMarker } from '../page/marker.ts';
import { type BodyStyle, textSize } from './body.ts';
import { join } from './joins.ts';

/**
 * The drafts of one page, in reading order, with its notes marked as such.
 * @param height the page's height; notes with plain numbers begin in its lower half
 */
export function markNotes(drafts: readonly Draft[], body: BodyStyle, height: number): Draft[] {
  const usual = Math.min(body.size, textSize(drafts) ?? body.size);
  const small = (d: Draft): boolean => d.style.size <= 0.92 * usual;
  const low = (d: Draft): boolean => (d.parts[0]?.box[3] ?? 0) < 0.5 * height;
  const out: Draft[] = [];
  let inNotes = false;
  for (const draft of drafts) {
    const candidate = draft.kind === 'paragraph' && draft.role === null;
    const starts =
      candidate &&
      (isSigned(draft, small(draft), body) ||
        (small(draft) && isNumbered(draft) && (inNotes || (low(draft) && endsPage(draft, drafts, small)))));
    if (starts) inNotes = true;
    else if (!candidate || !(small(draft) || draft.style.size <= 0.92 * body.size)) inNotes = false;
    const last = out.at(-1);
    if (inNotes && !starts && last?.kind === 'note' && draft.marker === null && draft.above < 1) {
      out[out.length - 1] = join(last, draft);
      continue;
    }
    if (!inNotes) {
      out.push(draft);
      continue;
    }
    const plain = draft.marker ?? (starts ? findMarker(roughText(draft), null, true) : null);
    out.push({ ...draft, kind: 'note', marker: draft.sign === null ? plain : null });
  }
  return out;
}

function isSigned(draft: Draft, small: boolean, body: BodyStyle): boolean {
  return draft.sign !== null && (small || (/^\d{1,3}$/.test(draft.sign) && draft.style.size <= 1.02 * body.size));
}

/** A number before words; numbers before numbers are those of a chart. */
const bareNumber = /^\d{1,3} [^\s\d]/;

function isNumbered(draft: Draft): boolean {
  return (draft.marker?.kind === 'number' && draft.marker.depth === 1) || bareNumber.test(roughText(draft));
}

/** Whether nothing but small print follows on the page. */
function endsPage(draft: Draft, drafts: readonly Draft[], small: (d: Draft) => boolean): boolean {
  const from = drafts.indexOf(draft);
  const first = drafts.find((d) => d.kind === 'paragraph');
  return first !== draft && drafts.slice(from).every((d) => d.kind === 'paragraph' && small(d));
}

const overEndnotes =
  /^(?:\d{1,2}\.? )?(?:end ?notes|foot ?notes|notes|references|notes and references|references and notes)$/i;
const endnote = /^\[?\d{1,3}\]?[.):]?\s/;

/**
 * The drafts of the whole document, headings marked, with what is numbered below a heading such as "Endnotes" as notes,
 * up to the next heading.
 */
export function markEndnotes(drafts: readonly Draft[]): Draft[] {
  let below = false;
  let after = false;
  return drafts.map((draft) => {
    if (draft.kind === 'heading') {
      below = overEndnotes.test(roughText(draft));
      after = false;
    }
    if (!below || draft.kind !== 'paragraph' || draft.role !== null) return draft;
    const text = roughText(draft);
    const starts = draft.sign !== null || endnote.test(text);
    // What follows a note without a number of its own is more of it.
    if (!starts && !after) return draft;
    after = true;
    const marker = draft.sign === null && starts ? (draft.marker ?? findMarker(text, null, true)) : null;
    return { ...draft, kind: 'note', marker };
  });
}
