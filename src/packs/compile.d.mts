/** Compiles every folder of YAML packs below `from` into `<to>/<folder>.json`. */
export function compilePacks(from: string, to: string): void;
