/** A baseline as its file has it: one entry a line, so that a diff of it can be read. */
import type { Baseline } from '../model/baseline.ts';

/** JSON, ending in a newline. Characters by which a terminal could be misled are escaped. */
export function renderBaseline({ findings, changes, ...head }: Baseline): string {
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${line(value)}`);
  const list = (name: string, entries: readonly unknown[]): string =>
    entries.length === 0
      ? `  "${name}": []`
      : `  "${name}": [\n${entries.map((one) => `    ${line(one)}`).join(',\n')}\n  ]`;
  return `{\n${[...fields, list('findings', findings), list('changes', changes)].join(',\n')}\n}\n`;
}

const line = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
