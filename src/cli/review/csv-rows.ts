/**
 * The rows of comma-separated text (RFC 4180). A module of its own, loaded when needed: of a package that is itself loaded
 * late all of its code would be bundled, which here holds code for the network.
 */
export { parseCsv } from 'hucre/csv';
