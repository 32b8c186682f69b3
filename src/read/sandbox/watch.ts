/** What watches over the reading of a file: where it stands, what it must leave out, and when it has to end. */

/** Why a part of a file was not read: it took too long, or too much memory. */
export type Stop = 'time' | 'memory';

/**
 * What a reading is at: opening the file, the text of a page, how a page is drawn, work of our own on what was read, a
 * page that is read from its picture, which has time of its own, or a page's part of the structure tree.
 */
export const STEPS = ['opening', 'text', 'drawing', 'own', 'picture', 'tags'] as const;
export type Step = (typeof STEPS)[number];

/** A watch that a reading reports to. */
export interface Watch {
  /** Called when a step begins, on a page (1-based) or on none (0), of so many. */
  readonly at: (step: Step, page: number, count?: number) => void;
  /** Why the text of a page must not be read, or null. */
  readonly leftOut: (page: number) => Stop | null;
  /** Whether a page may be made ready for drawing: some that can be read cannot be drawn in any time. */
  readonly isDrawable: (page: number) => boolean;
  /** Whether pages may be asked for their part of the structure tree. */
  readonly isTaggable: () => boolean;
  /** Whether no further page may be begun. */
  readonly isTimeUp: () => boolean;
}

/** Nobody watches: everything is read, however long it takes. */
export const UNWATCHED: Watch = {
  at: () => {},
  leftOut: () => null,
  isDrawable: () => true,
  isTaggable: () => true,
  isTimeUp: () => false,
};
