/** The codes of a project: strengths, who undertakes, what else is said, and themes; only those that are used. */
import { STATEMENT_KINDS, STRENGTH_LABELS } from '../../model/kinds.ts';
import type { Commitment, Statement, Theme } from '../../model/report.ts';
import { element } from '../xml.ts';
import { guid } from './guid.ts';
import { distinctNames } from './names.ts';

/** Where a code stands in the book. */
type Group = 'strength' | 'who' | 'said' | 'lens' | 'sector';

/** A code as text is given it. */
export interface Code {
  readonly group: Group;
  /** What tells it from others of its group. */
  readonly key: string;
  readonly name: string;
}

/** The folders, in the order of the book; they are given to no text. */
const GROUPS: readonly (readonly [group: Group, name: string, color: string])[] = [
  ['strength', 'Commitments', '#1a5fb4'],
  ['who', 'Who undertakes', '#5b4b8a'],
  ['said', 'Also said', '#6b6459'],
  ['lens', 'Themes', '#2b7a4b'],
  ['sector', 'Sectors', '#8a5a16'],
];

const STRENGTHS: Readonly<Record<Commitment['strengthLabel'], string>> = {
  binding: '#0b3d78',
  firm: '#1a5fb4',
  planned: '#4a86cf',
  aimed: '#7fa9de',
  wished: '#b3cbec',
};

export const strengthCode = ({ strengthLabel }: Commitment): Code => ({
  group: 'strength',
  key: strengthLabel,
  name: strengthLabel,
});

/** Nobody is no code. */
export function whoCode({ actor }: Commitment): Code | null {
  const name = actor.name ?? actor.text;
  return name === null ? null : { group: 'who', key: name, name };
}

export const saidCode = ({ kind }: Statement): Code => ({ group: 'said', key: kind, name: kind });

export const themeCode = ({ id, scheme, label, facet }: Pick<Theme, 'id' | 'scheme' | 'label' | 'facet'>): Code => ({
  group: facet,
  key: `${scheme}/${id}`,
  name: label,
});

/** The id of a code, which codings refer to. */
const codeGuid = ({ group, key }: Code): string => guid('code', group, key);

/** Collects codes and writes them as a book. */
export class CodeBook {
  readonly #codes = new Map<string, Code>();
  /** Ids by group and key: a code is used many times. */
  readonly #ids = new Map<string, string>();

  /** @returns the code's id */
  use(code: Code): string {
    const name = `${code.group} ${code.key}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = codeGuid(code);
    this.#ids.set(name, id);
    this.#codes.set(id, code);
    return id;
  }

  /** Ids of all codes that are used, in the order of the book. */
  ids(): string[] {
    return GROUPS.flatMap(([group]) => this.#of(group).map(codeGuid));
  }

  /** `<CodeBook>`; nothing where no code is used. Names are told apart: programs know codes by them. */
  xml(): string {
    const groups = GROUPS.map((group) => ({ group, codes: this.#of(group[0]) })).filter(
      ({ codes }) => codes.length > 0,
    );
    if (groups.length === 0) return '';
    const name = distinctNames();
    const folders = groups.map(({ group: [id, title, color], codes }) => ({ id, name: name(title), color, codes }));
    const xml = folders.map((folder) =>
      element(
        'Code',
        { guid: guid('group', folder.id), name: folder.name, isCodable: 'false', color: folder.color },
        ...codes(folder.codes, folder.color, name),
      ),
    );
    return element('CodeBook', {}, element('Codes', {}, ...xml));
  }

  /** Those of a group: strengths and kinds in their own order, all else by name. */
  #of(group: Group): Code[] {
    const order: readonly string[] =
      group === 'strength' ? [...STRENGTH_LABELS].reverse() : group === 'said' ? STATEMENT_KINDS : [];
    return [...this.#codes.values()]
      .filter((code) => code.group === group)
      .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key) || compare(a.name, b.name) || compare(a.key, b.key));
  }
}

const codes = (own: readonly Code[], color: string, name: (wanted: string) => string): string[] =>
  own.map((code) =>
    element('Code', {
      guid: codeGuid(code),
      name: name(code.name),
      isCodable: 'true',
      color: code.group === 'strength' ? colorOf(code.key, color) : color,
    }),
  );

const colorOf = (strength: string, other: string): string =>
  Object.entries(STRENGTHS).find(([label]) => label === strength)?.[1] ?? other;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
