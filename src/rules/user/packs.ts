/** The kinds of pack: which rule set each belongs to, and with which others it shares lists and words. */

/** What a pack file may say it is. */
export const PACKS = [
  'commitment',
  'statement',
  'heading',
  'time',
  'event',
  'quantity',
  'condition',
  'quality',
  'beneficiary',
  'check',
  'agent',
  'clause',
  'column',
  'country',
  'inflection',
  'themes',
] as const;

/** The name of a kind of pack. */
export type PackName = (typeof PACKS)[number];

/** The rule sets that are compiled, by name, with the packs whose rules and lists each is made of. */
export const SETS: Readonly<Record<string, readonly PackName[]>> = {
  claims: ['commitment', 'statement'],
  headings: ['heading'],
  times: ['time'],
  events: ['event'],
  quantities: ['quantity'],
  conditions: ['condition'],
  qualities: ['quality'],
  beneficiaries: ['beneficiary'],
  checks: ['check'],
};

/** The packs that share their lists with one. */
export function companyOf(pack: string): readonly string[] {
  return Object.values(SETS).find((packs) => packs.some((its) => its === pack)) ?? [pack];
}

/** What time rules make out of the lengths and dates that earlier steps have found, by their `value`. */
const LATER: Readonly<Record<string, number>> = { same: 4, offset: 4, signed: 4, 'year-to': 3, 'length-to': 3 };

/** Packs whose rules build on one another in steps, and the step of a rule whose file names none. */
export function stepOf(pack: string, { makes, value }: Readonly<Record<string, unknown>>): number | null {
  if (pack === 'quantity') return makes === 'cue' ? 2 : 1;
  if (pack !== 'time') return null;
  if (makes === 'veto' || makes === 'amount') return 1;
  if (makes === 'cue') return 5;
  return (typeof value === 'string' && Object.hasOwn(LATER, value) ? LATER[value] : undefined) ?? 2;
}
