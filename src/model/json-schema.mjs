/** Writes the JSON Schemas that ship: each schema of the model that has a name stands once, and the others point to it. */
import { toJsonSchema } from '@valibot/to-json-schema';

/**
 * The JSON Schema of one kind of result or file.
 * @param {string} name of the file of the model that it is about
 * @param {Record<string, { exports: Record<string, object>, main: string }>} model its files with all their schemas;
 *   `main` is the constant of the schema that a file is about
 * @returns {object} in draft 7; what it points to stands in `$defs`, under the names of the constants
 */
export function jsonSchema(name, model) {
  const { exports, main } = model[name];
  const definitions = namedSchemas(name, model);
  const { $defs, ...json } = toJsonSchema(exports[main], { ignoreActions: ['readonly'], definitions });
  const used = reached(json, $defs);
  return {
    ...json,
    $id: `urn:pmed:schema:${name}:1`,
    title: `pmed ${name}`,
    ...(used.size === 0 ? {} : { $defs: Object.fromEntries(Object.entries($defs).filter(([each]) => used.has(each))) }),
  };
}

/** All schemas but the main one. Where two files have one name for two things, the file that it is about comes first. */
function namedSchemas(name, model) {
  const { [name]: own, ...others } = model;
  const named = {};
  for (const { exports } of [own, ...Object.values(others)])
    for (const [constant, schema] of Object.entries(exports)) {
      const short = constant.replace(/Schema$/, '');
      if (constant.endsWith('Schema') && schema !== own.exports[own.main]) named[short] ??= schema;
    }
  return named;
}

/** The names of all definitions that a schema points to, straight or by others. */
function reached(json, definitions, found = new Set()) {
  for (const [, name] of JSON.stringify(json).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    reached(definitions[name], definitions, found);
  }
  return found;
}
