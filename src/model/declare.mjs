/** Writes the public types as plain TypeScript, so that users of the library need not install the validator. */

/**
 * The declarations of one file of the model.
 * @param {string} source the file, in which `export type A = v.InferOutput<typeof ASchema>` names the types
 * @param {Record<string, object>} here its schemas by the names of their constants, exported or not
 * @param {Map<object, { type: string, file: string }>} known every schema of the model that has a type of its own
 * @param {string} file the name that `known` gives this file
 * @returns {string} the text of its `.d.ts`
 */
export function declare(source, here, known, file) {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  const said = /^\/\*\*[\s\S]*?\*\//.exec(source)?.[0] ?? '';
  const types = namedTypes(source).map(({ type, schema }) => {
    const body = print(here[schema], 0, true);
    return body.startsWith('{') ? `export interface ${type} ${body}` : `export type ${type} = ${body};`;
  });
  const from = [...imports].map(
    ([other, names]) => `import type { ${[...names].sort().join(', ')} } from './${other}';`,
  );
  return `${[said, ...from, ...types].join('\n')}\n`;

  /** A schema as a type. `top`: in full, even where it has a name. */
  function print(schema, depth, top = false) {
    const name = top ? undefined : (known.get(schema) ?? known.get(schema.pipe?.[0]));
    if (name) {
      if (name.file !== file) imports.set(name.file, (imports.get(name.file) ?? new Set()).add(name.type));
      return name.type;
    }
    const inner = (each) => print(each, depth);
    switch (schema.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return schema.type;
      case 'literal':
        return JSON.stringify(schema.literal);
      case 'picklist':
        return schema.options.map((option) => JSON.stringify(option)).join(' | ');
      case 'nullable':
        return `${inner(schema.wrapped)} | null`;
      case 'union':
        return schema.options.map(inner).join(' | ');
      case 'array':
        return schema.item.type === 'nullable' ||
          (/^(union|picklist)$/.test(schema.item.type) && !known.has(schema.item))
          ? `(${inner(schema.item)})[]`
          : `${inner(schema.item)}[]`;
      case 'tuple':
        return `[${schema.items.map(inner).join(', ')}]`;
      case 'record':
        return `Record<${inner(schema.key)}, ${inner(schema.value)}>`;
      case 'object':
      case 'strict_object':
        return object(schema.entries, depth);
      default:
        throw new Error(`there is no way yet to declare a schema of type ${schema.type}`);
    }
  }

  function object(entries, depth) {
    const indent = '  '.repeat(depth + 1);
    const lines = Object.entries(entries).map(([key, schema]) => {
      const optional = schema.type === 'exact_optional';
      const value = optional ? schema.wrapped : schema;
      const meaning = value.pipe?.find((step) => step.type === 'description')?.description;
      const comment = meaning ? `${indent}/** ${meaning} */\n` : '';
      return `${comment}${indent}${key}${optional ? '?' : ''}: ${print(value, depth + 1)};\n`;
    });
    return `{\n${lines.join('')}${'  '.repeat(depth)}}`;
  }
}

/**
 * The types that a file of the model exports, with the constant of each one's schema.
 * @param {string} source
 * @returns {{ type: string, schema: string }[]}
 */
export function namedTypes(source) {
  return [...source.matchAll(/^export type (\w+) = v\.InferOutput<typeof (\w+)>;$/gm)].map(([, type, schema]) => ({
    type,
    schema,
  }));
}
