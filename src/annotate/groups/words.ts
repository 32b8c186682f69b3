/** The tags and closed classes of words that verb groups are read by. */
import { Tag } from '../tags.ts';

/** Auxiliaries that may be finite. */
export const FINITE_AUXILIARY = Tag.be | Tag.have | Tag.do;

/** Verbs in the form that follows a modal or "to", and the auxiliaries. */
export const VERB = Tag.base | Tag.be | Tag.have | Tag.do;

/** Words that may open the object of a verb. */
export const OPENS_OBJECT = Tag.determiner | Tag.number | Tag.pronoun | Tag.wh;

/** Forms of the auxiliaries that are never finite. */
export const NON_FINITE = new Set(['be', 'been', 'being', 'having', 'doing', 'done']);

/** Participles of "be". */
export const NON_FINITE_PARTICIPLE = new Set(['been', 'being']);
