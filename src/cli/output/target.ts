/** What `-o` names: the format of each, and the files that it stands for. */
import { extname, resolve } from 'node:path';
import { badValue } from '../usage.ts';
import { type Families, formatOfExtension, isFormat } from './formats.ts';

/** One `-o`: in which format, and where to. */
export interface Target<T extends string = string> {
  readonly format: T;
  /** One, or each of a family: a format of several tables or pictures. */
  readonly files: readonly TargetFile[];
}

export interface TargetFile {
  /** The path as the user typed it, with the member's name where it is one of a family. */
  readonly typed: string;
  /** What it holds, where it is one of a family. */
  readonly member: string | null;
}

/** A target of one file. */
export const fileTarget = <T extends string>(typed: string, format: T): Target<T> => ({
  format,
  files: [{ typed, member: null }],
});

/**
 * The targets of all `-o`, in the order given; `-` means stdout and needs no target.
 * @param offered the formats that the command can write
 * @param families those that it writes as several files, with what each holds
 * @throws PmedError (exit 2) when a format is not offered or a file is named twice
 */
export function outputTargets<T extends string>(
  raw: readonly string[],
  offered: readonly T[],
  families: Families = {},
): Target<T>[] {
  const seen = new Map<string, string>();
  return raw
    .filter((value) => value !== '-')
    .map((value) => {
      const { typed, named } = split(value);
      const formats = `Formats of this command: ${offered.join(', ')}; the name decides (.json), or write json:${typed || 'file'}`;
      if (typed === '' || typed === '-') throw badValue('--output', value, 'Name a file; stdout gets the format of -f');
      if (/[\\/]$/.test(typed)) throw badValue('--output', value, `Name a file in that folder: ${typed}report.json`);
      const format = offered.find((one) => one === named);
      if (format === undefined) throw badValue('--output', value, formats, offered, named);
      const members = families[format];
      const files =
        members === undefined
          ? fileTarget(typed, format).files
          : members.map((member) => ({ typed: memberPath(typed, member, format), member }));
      for (const file of files) {
        const path = resolve(file.typed);
        const other = seen.get(path);
        if (other !== undefined) throw badValue('--output', value, namedTwice(file, other, value));
        seen.set(path, value);
      }
      return { format, files };
    });
}

/** A path and the format that its extension names or that stands before it: `json:out.txt`. A drive is no format. */
function split(value: string): { readonly typed: string; readonly named: string } {
  const colon = value.indexOf(':');
  const prefix = colon > 1 ? value.slice(0, colon) : '';
  if (isFormat(prefix)) return { typed: value.slice(colon + 1), named: prefix };
  return { typed: value, named: formatOfExtension(extname(value).slice(1).toLowerCase()) };
}

/** `reports/out.csv` of the member `timeline` is `reports/out.timeline.csv`. */
function memberPath(typed: string, member: string, format: string): string {
  const extension = extname(typed);
  const start = typed.slice(0, typed.length - extension.length);
  return `${start}.${member}${extension || `.${format}`}`;
}

const namedTwice = ({ typed, member }: TargetFile, other: string, value: string): string =>
  member === null && other === value ? 'It is named twice' : `'${other}' and '${value}' both write '${typed}'`;
