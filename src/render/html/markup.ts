/** Elements of HTML, made so that no text of a document can become mark-up. */
import { xmlText } from '../xml.ts';

/** HTML that is safe as it stands: only `tag` and `fragment` make it, and they escape whatever is text. */
export interface Markup {
  readonly markup: string;
}

/** What an element holds; text is escaped, null is nothing. */
export type Content = Markup | string | number | null | readonly Content[];

/** Attributes by name; null leaves one out, `true` gives one without a value. */
export type HtmlAttributes = Readonly<Record<string, string | number | true | null>>;

const VOID = new Set(['br', 'hr', 'input', 'meta', 'wbr']);

/**
 * `<name …>content</name>`.
 * @param name of the element, ours
 * @param attributes names are ours, values may be anything
 */
export function tag(name: string, attributes: HtmlAttributes = {}, ...content: readonly Content[]): Markup {
  let written = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) written += value === true ? ` ${key}` : ` ${key}="${xmlText(String(value))}"`;
  }
  const open = `<${name}${written}>`;
  return { markup: VOID.has(name) ? open : `${open}${markupOf(content)}</${name}>` };
}

/** Several pieces as one. */
export function fragment(...content: readonly Content[]): Markup {
  return { markup: markupOf(content) };
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return xmlText(content);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  let markup = '';
  for (const piece of content) markup += markupOf(piece);
  return markup;
}
