/** Compiles the rule packs before the tests run, so that `src` and `dist` read the same rules. */
import { compilePacks } from '../src/packs/compile.mjs';

export default function setup(): void {
  compilePacks('src/packs', 'dist/packs');
}
