/** What a run tells of how far it is, whoever may be listening. */

export interface Progress {
  /** The inputs that will be read, as typed; null where it is not known how many there are. */
  readonly begin: (paths: readonly string[] | null) => void;
  /** The next input is begun; the one before is done. */
  readonly next: (path: string | null) => void;
  /** A page of this input is begun, 1-based, of so many. */
  readonly page: (page: number, count: number) => void;
  /** A page is read from its picture; null where that is over. */
  readonly picture: (picture: { readonly page: number; readonly count: number } | null) => void;
  /** This input could not be read. */
  readonly failed: () => void;
  /** All inputs are done, or the work has come to an end: nothing is left on the screen. */
  readonly end: () => void;
}

/** Nobody listens. */
export const NO_PROGRESS: Progress = {
  begin: () => {},
  next: () => {},
  page: () => {},
  picture: () => {},
  failed: () => {},
  end: () => {},
};

/** A clock that only goes forward. */
export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Calls once after so many milliseconds, unless it is called off by what it returns. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}
