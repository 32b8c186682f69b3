/** The command: what `bin/pmed.js` runs. */
export { main } from './cli/main.ts';
