/** Ids without the `#2` by which repeats are told apart: what the same words have in common. */

/** @param id of any record, such as `c-7f3k9q2m#2`; the number depends on how many equal ones stand before it */
export const withoutCount = (id: string): string => id.replace(/#\d+$/, '');
