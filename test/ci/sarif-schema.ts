/**
 * What SARIF 2.1.0 demands of the parts that pmed writes, as JSON Schema, from the text of the specification (the section
 * is named at each object). Stricter than the published schema in one thing: nothing is allowed that pmed does not write.
 */

const text = { type: 'string', minLength: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const object = (required: readonly string[], properties: Readonly<Record<string, unknown>>) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const list = (items: unknown) => ({ type: 'array', items });
const bag = { type: 'object' };
/** 3.11 */
const message = object(['text'], { text });
/** 3.4: a URI reference (RFC 3986); one with a base is relative and does not begin with a slash. */
const artifactLocation = {
  ...object(['uri'], {
    uri: { type: 'string', pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$" },
    uriBaseId: text,
  }),
  if: { required: ['uriBaseId'] },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: { properties: { uri: { type: 'string', not: { type: 'string', pattern: '^(?:/|[^/]*:|\\.\\.(?:/|$))' } } } },
};
const position = { type: 'integer', minimum: 1 };
/** 3.30 */
const region = object(['startLine'], {
  startLine: position,
  startColumn: position,
  endLine: position,
  endColumn: position,
  snippet: object(['text'], { text: { type: 'string' } }),
});
/** 3.29 */
const physicalLocation = object(['artifactLocation'], { artifactLocation, region });
/** 3.28 */
const location = object(['physicalLocation'], {
  id: { type: 'integer', minimum: 0 },
  physicalLocation,
  message,
});
/** 3.49 */
const descriptor = object(['id', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration'], {
  id: text,
  name: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: object(['level'], { level }),
  properties: bag,
});
/** 3.58 */
const notification = object(['message', 'level'], {
  descriptor: object(['id'], { id: text }),
  level,
  message,
  locations: list(location),
  properties: bag,
});
/** 3.20 */
const invocation = object(['executionSuccessful', 'exitCode'], {
  executionSuccessful: { type: 'boolean' },
  exitCode: { type: 'integer' },
  exitCodeDescription: text,
  toolExecutionNotifications: list(notification),
});
/** 3.24 */
const artifact = object(['location'], {
  location: artifactLocation,
  roles: list({ enum: ['analysisTarget'] }),
  mimeType: { type: 'string', pattern: '[^/]+/.+' },
  length: { type: 'integer', minimum: 0 },
  hashes: { type: 'object', additionalProperties: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
});
/** 3.35 */
const suppression = object(['kind'], {
  kind: { enum: ['inSource', 'external'] },
  status: { enum: ['accepted', 'underReview', 'rejected'] },
  justification: text,
  properties: bag,
});
/** 3.27 */
const result = object(['ruleId', 'message', 'level', 'locations'], {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message,
  locations: { ...list(location), minItems: 1 },
  relatedLocations: list(location),
  partialFingerprints: { type: 'object', additionalProperties: text },
  suppressions: list(suppression),
  properties: bag,
});
/** 3.14 */
const run = object(['tool', 'results'], {
  tool: object(['driver'], {
    driver: object(['name', 'rules'], {
      name: text,
      version: text,
      semanticVersion: text,
      rules: list(descriptor),
      properties: bag,
    }),
  }),
  language: { type: 'string', pattern: '^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$' },
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  automationDetails: object(['id'], { id: text }),
  originalUriBaseIds: { type: 'object', additionalProperties: object([], { description: message }) },
  invocations: list(invocation),
  artifacts: list(artifact),
  results: list(result),
});

/** 3.13 */
export const SARIF = object(['version', 'runs'], {
  $schema: { type: 'string', pattern: '^https:' },
  version: { const: '2.1.0' },
  runs: { ...list(run), minItems: 1 },
});
