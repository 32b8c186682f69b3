/** What is counted below an element of a web page. */

/** What is known of an element's words, those left out not counted. */
export interface Facts {
  /** Characters that are not white space. */
  characters: number;
  /** Characters that stand in links. */
  linked: number;
  /** Links, and those of them that lead to a place on the same page. */
  links: number;
  inner: number;
  /** Whether tables, headings or a heading of the first level stand below it. */
  tables: number;
  headings: number;
  h1: number;
}
