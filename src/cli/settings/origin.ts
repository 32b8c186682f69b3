/** Where the value of a setting comes from. */

/** What gave a value; a value that nothing gave is built in. */
export type Origin =
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string }
  | {
      readonly kind: 'project' | 'user';
      /** As messages name it. */
      readonly file: string;
      /** 1-based. */
      readonly line: number;
      readonly column: number;
    };

/** `--doc-date`, `PMED_WIDTH` or `pmed.config.yaml:12:5`. */
export function originLabel(origin: Origin): string {
  return 'name' in origin ? origin.name : `${origin.file}:${origin.line}:${origin.column}`;
}
