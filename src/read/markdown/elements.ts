/** The HTML elements that are mark-up inside Markdown; `<insert name>` and other unknown tags are text. */

const BLOCK = new Set(
  (
    'address article aside base blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu ' +
    'menuitem meta nav noframes noscript ol optgroup option p param pre script search section style summary table tbody ' +
    'td template textarea tfoot th thead title tr track ul'
  ).split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big button cite code data del dfn em embed font i img input ins kbd label map mark math ' +
    'meter nobr object output picture progress q rp rt ruby s samp select slot small source span strike strong sub sup ' +
    'svg time tt u var video wbr audio canvas'
  ).split(' '),
);
/** Elements whose content is not the document's text; what is struck out no longer is. */
const HIDDEN = new Set(
  'del s strike script style template svg math noscript head iframe object select textarea'.split(' '),
);

/** Whether a name, in lower case, is an element of HTML. */
export function isElement(name: string): boolean {
  return INLINE.has(name) || BLOCK.has(name);
}

/** Whether an element divides words and begins a block of its own. */
export function isBlockElement(name: string): boolean {
  return BLOCK.has(name);
}

/** Whether an element's content is struck out. */
export function isStruckElement(name: string): boolean {
  return name === 'del' || name === 's' || name === 'strike';
}

/** Whether an element's content is left out. */
export function isHiddenElement(name: string): boolean {
  return HIDDEN.has(name);
}
