/** The version of pmed, set when it is built. */

declare const PMED_VERSION: string;

/** As in `package.json`; `0.0.0` when run from source. */
export const version: string = typeof PMED_VERSION === 'undefined' ? '0.0.0' : PMED_VERSION;
