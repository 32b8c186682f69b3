/** Checks YAML data against a valibot schema and says of every fault where it stands and what was probably meant. */
import * as v from 'valibot';
import { structuralFaults } from './explain.ts';
import type { YamlFault } from './fault.ts';
import type { Path } from './places.ts';
import type { YamlDocument } from './read.ts';

/** A value of the schema's type, or all faults. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly YamlFault[] };

/**
 * Checks a document, or a part of it, against a schema; `faultsError` makes an error of the faults. Unknown keys and values are PMED-C302, wrong types and what a
 * check of the schema refuses PMED-C303.
 * @param path to the part that is checked; the whole document unless given
 */
export function checkYaml<Schema extends v.GenericSchema>(
  document: YamlDocument,
  schema: Schema,
  path: Path = [],
): Checked<v.InferOutput<Schema>> {
  const value = valueAt(document.value, path);
  const result = v.safeParse(schema, value);
  const faults = structuralFaults(schema, value).map(
    ({ path: its, at, code, message }): YamlFault => ({
      ...document.place([...path, ...its], at),
      code,
      message,
    }),
  );
  if (!result.success) {
    for (const issue of result.issues) {
      // What the schema says of types and keys is said already, in better words.
      if (issue.kind === 'schema' && faults.length > 0) continue;
      const its = (issue.path ?? []).flatMap(({ key }) =>
        typeof key === 'string' || typeof key === 'number' ? key : [],
      );
      faults.push({ ...document.place([...path, ...its]), code: 'PMED-C303', message: issue.message });
    }
    return { ok: false, faults };
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: result.output };
}

/** What stands at the end of a path through lists and mappings; undefined where it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let its = value;
  for (const step of path)
    its = typeof its === 'object' && its !== null && Object.hasOwn(its, step) ? Reflect.get(its, step) : undefined;
  return its;
}
