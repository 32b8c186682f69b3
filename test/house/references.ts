/** What a source file refers to: every import, whatever its form, and every use of a name of the environment. */
import { parseSync, visitorKeys } from 'oxc-parser';

/** The ways in which one file can name another. */
export type ImportForm =
  | 'import'
  | 'import type'
  | 'side effect'
  | 'export from'
  | 'dynamic import'
  | 'require'
  | 'import type expression'
  | 'reference comment';

/** One import. `specifier` is null where it is worked out when the program runs. */
export interface Import {
  readonly form: ImportForm;
  readonly specifier: string | null;
  readonly line: number;
}

/** One use of a global: `Date`, or `Math.random` with what is taken from it. */
export interface Use {
  readonly name: string;
  readonly line: number;
}

/** All that a file refers to outside itself. */
export interface References {
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Objects whose parts are told apart: `Math.floor` is harmless, `Math.random` is not. */
const HOLDERS = new Set(['Math', 'Intl', 'globalThis', 'global']);

/**
 * Parses a TypeScript or JavaScript source and lists what it refers to. Names that the file declares itself are listed
 * too when they are spelt like a global, since nobody should have to look twice.
 * @param source the text of the file
 * @param file its name, for the dialect
 * @throws Error when it does not parse
 */
export function referencesOf(source: string, file: string): References {
  const { program, comments, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const imports: Import[] = [];
  const uses: Use[] = [];
  const lineOf = (at: number) => source.slice(0, at).split('\n').length;
  const add = (form: ImportForm, node: Node, from: unknown) =>
    imports.push({ form, specifier: literal(from), line: lineOf(node.start) });

  function visit(node: Node, parent: Node | null, role: string): void {
    const type: string = node.type;
    if (type === 'ImportDeclaration') {
      const bare = Array.isArray(node.specifiers) && node.specifiers.length === 0;
      add(node.importKind === 'type' ? 'import type' : bare ? 'side effect' : 'import', node, node.source);
      return;
    }
    if ((type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration') && node.source)
      add('export from', node, node.source);
    if (type === 'ImportExpression') add('dynamic import', node, node.source);
    if (type === 'TSImportType') add('import type expression', node, node.source);
    if (type === 'TSExternalModuleReference') add('require', node, node.expression);
    if (type === 'CallExpression' && endsInRequire(node.callee))
      add('require', node, Array.isArray(node.arguments) ? node.arguments[0] : null);
    if (type === 'Identifier' && isReference(parent, role)) {
      const name = String(node.name);
      const taken = HOLDERS.has(name) ? partTaken(parent, role) : null;
      uses.push({ name: taken === null ? name : `${name}.${taken}`, line: lineOf(node.start) });
    }
    if (type === 'MemberExpression') {
      const part = nameOf(node);
      if (part?.startsWith('toLocale') || part === 'localeCompare') uses.push({ name: part, line: lineOf(node.start) });
    }
    for (const key of visitorKeys[type] ?? []) {
      const child = node[key];
      for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) visit(each, node, key);
    }
  }
  if (isNode(program)) visit(program, null, 'program');
  for (const comment of comments) {
    const path = /^\/\s*<reference\s+path="([^"]+)"/.exec(comment.value)?.[1];
    if (path) imports.push({ form: 'reference comment', specifier: path, line: lineOf(comment.start) });
  }
  return { imports, uses };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The value of a string literal or of a template without gaps; null for anything else. */
function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TSLiteralType') return literal(node.literal);
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return null;
  const value: unknown = isNode(node.quasis[0]) ? node.quasis[0].value : null;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null;
}

/** The part that a member expression names: `.random` and `['random']` alike; null where it is worked out. */
function nameOf(node: Node): string | null {
  if (node.computed) return literal(node.property);
  return isNode(node.property) && typeof node.property.name === 'string' ? node.property.name : null;
}

/** What is taken from a holder such as `Math`; `*` where the holder itself is passed on or taken apart. */
function partTaken(parent: Node | null, role: string): string {
  if (parent?.type === 'MemberExpression' && role === 'object') return nameOf(parent) ?? '*';
  if (parent?.type === 'TSQualifiedName' && isNode(parent.right)) return String(parent.right.name);
  return '*';
}

/** `require(…)`, `require.resolve(…)` and what `createRequire` gave under another name that ends in "require". */
function endsInRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'MemberExpression') return nameOf(callee) === 'resolve' && endsInRequire(callee.object);
  if (callee.type === 'CallExpression')
    return isNode(callee.callee) && String(callee.callee.name).endsWith('createRequire');
  return callee.type === 'Identifier' && /require$/i.test(String(callee.name)) && callee.name !== 'createRequire';
}

/** Whether an identifier in this place stands for a value or type, and is not just the name of a part. */
function isReference(parent: Node | null, role: string): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return role === 'object' || parent.computed === true;
    case 'Property':
      return role === 'value' || parent.computed === true;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return role !== 'key' || parent.computed === true;
    case 'TSQualifiedName':
      return role === 'left';
    case 'ExportSpecifier':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'TSNamedTupleMember':
    case 'MetaProperty':
      return false;
    case 'TSImportType':
      return false;
    default:
      return true;
  }
}
