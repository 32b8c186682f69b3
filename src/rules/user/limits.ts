/** How large a user's packs may be. Together they bound the time of compiling and the cost of every word of a text. */

/** Members of a list, those of the lists that it names among them. */
export const MAX_MEMBERS = 5000;
/** Lists of all files together. */
export const MAX_LISTS = 500;
/** Themes of all files together. */
export const MAX_THEMES = 500;
/** Rules of all files together. */
export const MAX_RULES = 2000;
/** Instructions that the patterns of all files may compile to together. */
export const MAX_INSTRUCTIONS = 200_000;
/** Words of the lists that the patterns of all files name, counted for every use. */
export const MAX_LIST_WORDS = 1_000_000;
/** Terms and masks of a theme. */
export const MAX_TERMS = 5000;
/** Terms and masks of all files together. */
export const MAX_ALL_TERMS = 25_000;
/** Characters of a term. */
export const MAX_TERM = 200;
/** Files given at once. */
export const MAX_FILES = 50;
