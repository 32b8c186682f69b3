/** The picture of the house as data: which room may import which, and what each may touch of the world outside. */

/** What the public API may join; the command may use the API as well. */
const JOINED = [
  'model',
  'read',
  'annotate',
  'rules',
  'extract',
  'compare',
  'accept',
  'review',
  'check',
  'render',
  'query',
  'corpus',
  'analyse',
  'explain',
  'kwic',
  'proof',
  'version',
] as const;

/** The rooms, with the rooms that each may import besides itself. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  packs: [],
  version: [],
  read: ['model'],
  annotate: ['model'],
  words: ['model'],
  yaml: ['model', 'words'],
  rules: ['model', 'annotate', 'words', 'yaml', 'version'],
  query: ['model'],
  extract: ['model', 'annotate', 'rules', 'words'],
  compare: ['model', 'words'],
  accept: ['model', 'words'],
  review: ['model', 'accept', 'words'],
  check: ['model', 'annotate', 'rules', 'extract', 'words'],
  render: ['model'],
  analyse: ['model', 'read', 'annotate', 'rules', 'extract', 'compare', 'review', 'version'],
  explain: ['model', 'read', 'annotate', 'rules', 'extract', 'analyse', 'review'],
  kwic: ['model', 'annotate', 'rules', 'extract', 'words', 'yaml', 'analyse'],
  proof: ['model', 'read', 'annotate', 'rules', 'extract', 'check'],
  corpus: ['model', 'analyse'],
  index: JOINED,
  cli: [...JOINED, 'index', 'words', 'yaml'],
};

/** Packages, with the rooms that may import them. Node's own modules are told apart below. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^valibot$/, ['model', 'yaml', 'rules', 'index', 'cli', 'corpus']],
  [/^@valibot\/to-json-schema$/, ['model']],
  [/^pdfjs-dist\/(legacy\/build\/pdf\.mjs|package\.json)$/, ['read']],
  [/^@napi-rs\/canvas$/, ['read']],
  [/^pdf-parse($|\/)/, ['read']],
  [/^(tesseract\.js(-core)?|@tesseract\.js-data\/eng)($|\/)/, ['read']],
  [/^(parse5|yauzl|htmlparser2)$/, ['read']],
  [/^natural\/lib\/natural\/(stemmers\/porter_stemmer|distance\/\w+|tfidf\/tfidf)(\.js)?$/, ['words', 'extract']],
  [/^yaml$/, ['packs', 'yaml']],
  [/^(chalk|cli-table3|get-east-asian-width)$/, ['render', 'cli']],
  [/^hucre\/(xlsx|csv)$/, ['cli']],
  [/^commander$/, ['cli']],
  [/^diff$/, ['render']],
  [/^fflate$/, ['render', 'cli']],
];

/** Node's modules that anyone may use: they neither read nor write nor look at clock or machine. */
const PLAIN_MODULES = /^node:(buffer|crypto|path|url|util|module|string_decoder|zlib)$/;
const DISK_MODULES = /^node:fs(\/promises)?$/;
const NETWORK_MODULES = /^node:(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/;

/** Who may read or write files. */
const DISK: readonly RegExp[] = [
  /^cli(\/|\.ts$)/,
  /^corpus\//,
  /^read\/source\.ts$/,
  /^rules\/load\.ts$/,
  /^packs\/compile\.mjs$/,
];
/** Who may look at clock, terminal, environment and machine. */
const OUTSIDE: readonly RegExp[] = [/^cli(\/|\.ts$)/, /^corpus\//];

/** Who may prepare the globals that a package needs, and silence it. */
const TAMER = /^read\/pdf\/file\/pdfjs\.ts$/;

/** Who may start a thread, look at its time and memory, and end it. */
const WARDEN = /^read\/(sandbox\/(sandbox|worker)|pdf\/ocr\/(thread|reader|read-pictures))\.ts$/;
const WARDEN_USES = /^(performance|process|setTimeout|setInterval)$/;

/** Globals that belong to nobody: code from text, and the network. */
const NEVER =
  /^(fetch|WebSocket|EventSource|XMLHttpRequest|eval|Function|(globalThis|global)\.(fetch|eval|Function|WebSocket))$/;
/** What a tamer needs, and nobody else. */
const TAMED = /^(console|(globalThis|global)\.(console|\*))$/;
/** Globals of the world outside: clock, chance, environment, locale. */
const WORLD =
  /^(Date|process|performance|Temporal|crypto|localeCompare|toLocale\w*|set(Timeout|Interval|Immediate)|navigator|Math\.(random|\*)|Intl\.(?!Segmenter$).*|(globalThis|global)\.(Date|process|performance|crypto|navigator|Math|Intl))$/;

/** Whether a file of the house may import a package or one of Node's modules; the reason if not. */
export function faultOfPackage(specifier: string, file: string, room: string): string | null {
  const node = specifier.startsWith('node:');
  if (node && PLAIN_MODULES.test(specifier)) return null;
  if (node && NETWORK_MODULES.test(specifier)) return 'nobody may use the network';
  if (node && DISK_MODULES.test(specifier)) return allows(DISK, file) ? null : `${room} has no access to the disk`;
  if (specifier === 'node:worker_threads' && WARDEN.test(file)) return null;
  if (node) return allows(OUTSIDE, file) ? null : `${room} may not look at the machine`;
  if (/^natural$/.test(specifier)) return 'natural is imported by its parts, never from its root';
  const rooms = PACKAGES.find(([pattern]) => pattern.test(specifier))?.[1];
  if (!rooms) return 'no room may import this package';
  return rooms.includes(room) ? null : `${room} may not import this package`;
}

/** Whether a file may use a global; the reason if not. */
export function faultOfUse(name: string, file: string, room: string): string | null {
  if (NEVER.test(name)) return 'nobody may use it';
  if (TAMED.test(name) && !TAMER.test(file) && !allows(OUTSIDE, file))
    return `${room} may not touch what all rooms share`;
  if (WARDEN_USES.test(name) && WARDEN.test(file)) return null;
  if (WORLD.test(name) && !allows(OUTSIDE, file)) return `${room} may not look at clock, chance, environment or locale`;
  return null;
}

function allows(patterns: readonly RegExp[], file: string): boolean {
  return patterns.some((pattern) => pattern.test(file));
}
