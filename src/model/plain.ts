/** What plain data of packs and settings may be, asked at the door. */

/** Whether a value is a mapping. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a mapping holds under a key of its own; undefined where it has none, or is no mapping. */
export const fieldOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The members of a list as texts; none of what is no list. */
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The members of a list that are mappings. */
export const recordsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The keys and values of a mapping; none of what is none. */
export const entriesOf = (value: unknown): [key: string, value: unknown][] =>
  isRecord(value) ? Object.entries(value) : [];
