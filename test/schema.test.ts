/** The JSON Schemas that ship say what the types say, and real results keep to them, key by key. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { diff } from '../src/compare/diff.ts';
import { history } from '../src/compare/history.ts';
import { parseDiff, parseReport } from '../src/index.ts';
import { BaselineSchema } from '../src/model/baseline.ts';
import { ConfigSchema } from '../src/model/config.ts';
import { DiffSchema } from '../src/model/diff.ts';
import { EvaluationSchema } from '../src/model/evaluation.ts';
import { ExplanationSchema } from '../src/model/explanation.ts';
import { FindingsSchema } from '../src/model/findings.ts';
import { HistorySchema } from '../src/model/history.ts';
import { IgnoreSchema } from '../src/model/ignore.ts';
import { InspectSchema } from '../src/model/inspect.ts';
import { KwicSchema } from '../src/model/kwic.ts';
import type { Report } from '../src/model/report.ts';
import { ReportSchema } from '../src/model/report.ts';
import { ReviewSchema } from '../src/model/review.ts';
import { RulebookSchema } from '../src/model/rulebook.ts';
import { TextSchema } from '../src/model/text.ts';
import { pmed } from './run.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const shipped = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../dist/schema/${name}-1.json`, import.meta.url)), 'utf8'));

/** What a result breaks of a shipped schema. */
function faultsAgainst(name: string, value: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strictTuples: false }).compile(shipped(name));
  validate(value);
  return validate.errors ?? [];
}

describe.each([
  ['report', ReportSchema],
  ['diff', DiffSchema],
  ['history', HistorySchema],
  ['findings', FindingsSchema],
  ['text', TextSchema],
  ['inspect', InspectSchema],
  ['explanation', ExplanationSchema],
  ['kwic', KwicSchema],
  ['rulebook', RulebookSchema],
  ['config', ConfigSchema],
  ['ignore', IgnoreSchema],
  ['baseline', BaselineSchema],
  ['review', ReviewSchema],
  ['evaluation', EvaluationSchema],
])('%s-1.json', (name, schema) => {
  test('is made from the types', () => {
    const { $id, title, $defs = {}, ...rest } = shipped(name);
    expect(inlined(rest, $defs)).toEqual(toJsonSchema(schema, { ignoreActions: ['readonly'] }));
    expect({ $id, title }).toEqual({ $id: `urn:pmed:schema:${name}:1`, title: `pmed ${name}` });
  });
});

/** A schema with the definitions that it points to in their places. */
function inlined(schema: unknown, definitions: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((each) => inlined(each, definitions));
  if (!isRecord(schema)) return schema;
  const { $ref, ...rest } = schema;
  if ($ref === undefined) return Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, inlined(v, definitions)]));
  const name = String($ref).replace(/^#\/\$defs\//, '');
  if (!isRecord(definitions) || !isRecord(definitions[name])) throw new Error(`nothing is defined as ${$ref}`);
  return inlined({ ...definitions[name], ...rest }, definitions);
}

/** The same schema in one piece, for a walk beside a value. */
function whole(name: string): unknown {
  const { $defs = {}, ...rest } = shipped(name);
  return inlined(rest, $defs);
}

/** Paths at which the keys of a value are not those of its schema, in the schema's order. */
function outOfOrder(value: unknown, schema: unknown, path = '$'): string[] {
  if (!isRecord(schema)) return [];
  const { properties, items, anyOf } = schema;
  if (Array.isArray(anyOf)) {
    const some = anyOf.filter((each) => isRecord(each) && each.type !== 'null');
    return value === null || some.length !== 1 ? [] : outOfOrder(value, some[0], path);
  }
  if (Array.isArray(value)) return value.flatMap((each, at) => outOfOrder(each, items, `${path}[${at}]`));
  if (!isRecord(value) || !isRecord(properties)) return [];
  const here = Object.keys(value).join(' ') === Object.keys(properties).join(' ') ? [] : [path];
  return [...here, ...Object.keys(value).flatMap((key) => outOfOrder(value[key], properties[key], `${path}.${key}`))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('a real result', () => {
  let before: Report;
  let after: Report;
  beforeAll(async () => {
    before = await analyse(fixture('northshire-2024.pdf'));
    after = await analyse(fixture('northshire-2026.pdf'));
  });

  test('of analyse keeps to its schema, with all keys in order', () => {
    expect(faultsAgainst('report', before)).toEqual([]);
    expect(outOfOrder(before, whole('report'))).toEqual([]);
    expect(parseReport(JSON.stringify(before))).toEqual(before);
  });

  test('of analyse has the keys of the contract', () => {
    expect(Object.keys(before).join(' ')).toBe(
      '$schema schemaVersion kind tool documents commitments rejected statements timeline themes diagnostics summary',
    );
    expect(Object.keys(before.commitments[0] ?? {}).join(' ')).toBe(
      'id ref documentId kind strength strengthLabel cue polarity attribution novelty actor action targets deadline ' +
        'conditions beneficiary themes specificity checkable group restates stem evidence rules confidence review',
    );
    expect(Object.keys(before.timeline[0] ?? {}).join(' ')).toBe(
      'id ref documentId text span type value start end precision role relation calendar recurrence vagueness anchor ' +
        'resolved commitmentIds evidence rules',
    );
  });

  test('of diff keeps to its schema, with all keys in order', () => {
    const changes = diff(before, after);
    expect(changes.changes.length).toBeGreaterThan(0);
    expect(faultsAgainst('diff', changes)).toEqual([]);
    expect(outOfOrder(changes, whole('diff'))).toEqual([]);
    expect(parseDiff(JSON.stringify(changes))).toEqual(changes);
  });

  test('of a history keeps to its schema, with all keys in order', () => {
    const result = history([before, after, before]);
    expect(result.commitments.map(({ status }) => status)).toContain('reinstated');
    expect(faultsAgainst('history', result)).toEqual([]);
    expect(outOfOrder(result, whole('history'))).toEqual([]);
  });

  test('of explain keeps to its schema, with all keys in order', async () => {
    const file = fixture('northshire-2024.pdf');
    const asked = ['C1', 'S1', 'T1', 'health'].map((id) => ['explain', file, id, '-f', 'json']);
    const text = 'We hope to act. We will build 40 homes by May 2026 if funds allow. The commitment for us stands.';
    for (const args of [...asked, ['explain', '--text', text, '-f', 'json']]) {
      const { stdout } = await pmed(args);
      const result = JSON.parse(stdout);
      expect(faultsAgainst('explanation', result)).toEqual([]);
      expect(outOfOrder(result, whole('explanation'))).toEqual([]);
    }
  });

  test('of inspect keeps to its schema, with all keys in order', async () => {
    const { stdout } = await pmed([
      'inspect',
      fixture('northshire-2024.pdf'),
      fixture('northshire-2024.md'),
      '-f',
      'json',
    ]);
    const result = JSON.parse(stdout);
    expect(result.documents).toHaveLength(2);
    expect(faultsAgainst('inspect', result)).toEqual([]);
    expect(outOfOrder(result, whole('inspect'))).toEqual([]);
  });

  test('of check keeps to its schema, with all keys in order', async () => {
    const { stdout } = await pmed(['check', fixture('northshire-2024.pdf'), '-f', 'json']);
    const result = JSON.parse(stdout);
    expect(result.findings.length).toBeGreaterThan(0);
    expect(faultsAgainst('findings', result)).toEqual([]);
    expect(outOfOrder(result, whole('findings'))).toEqual([]);
  });

  test('of kwic keeps to its schema, with all keys in order', async () => {
    const { stdout } = await pmed(['kwic', 'publish', fixture('northshire-2024.pdf'), '-f', 'json']);
    const result = JSON.parse(stdout);
    expect(result.hits.length).toBeGreaterThan(0);
    expect(faultsAgainst('kwic', result)).toEqual([]);
    expect(outOfOrder(result, whole('kwic'))).toEqual([]);
  });

  test('refers to nothing that is not in it', () => {
    const ids = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));
    const documents = ids(before.documents);
    const times = ids(before.timeline);
    const commitments = ids(before.commitments);
    const sections = ids(before.documents[0]?.sections ?? []);
    for (const { documentId, evidence, deadline } of [...before.commitments, ...before.statements]) {
      expect(documents).toContain(documentId);
      if (evidence.sectionId !== null) expect(sections).toContain(evidence.sectionId);
      if (deadline) expect(times).toContain(deadline.timeId);
    }
    for (const { commitmentIds } of before.timeline) for (const id of commitmentIds) expect(commitments).toContain(id);
    expect(commitments.size).toBe(before.commitments.length);
    expect(times.size).toBe(before.timeline.length);
  });

  test('of an earlier minor version is read, with what it does not say left open', () => {
    const added = new Set(
      'review rejected anchors actors config restates upper per of baseline distinct designEffect'.split(' '),
    );
    const without = (result: Report | ReturnType<typeof diff>, version: string) => {
      const documents = result.documents.map(({ fiscalYear: _, passages: __, parts: ___, ...document }) => document);
      const themes =
        'themes' in result
          ? result.themes.map(({ evidence, scheme: _, parts: __, change: ___, ...theme }) => ({
              ...theme,
              evidence: evidence.map(({ quote, start, end, page, score }) => ({ quote, start, end, page, score })),
            }))
          : undefined;
      const older = { ...result, documents, themes, schemaVersion: version };
      return JSON.stringify(older, (key, value) => (added.has(key) ? undefined : value));
    };
    const old = parseReport(without(before, '1.0'));
    expect(old.schemaVersion).toBe(before.schemaVersion);
    expect(old.tool.options).toEqual({ ...before.tool.options, anchors: {}, actors: {}, config: {} });
    expect(old.commitments.map(({ restates }) => restates)).toEqual(before.commitments.map(() => null));
    expect(old.summary.distinct).toBe(before.commitments.length);
    for (const { evidence } of old.themes)
      for (const one of evidence) expect(one).toMatchObject({ from: null, terms: [], line: null, sectionId: null });
    expect(
      old.themes.every(
        ({ scheme, parts, designEffect }) => scheme === 'policy' && parts === null && designEffect === 1,
      ),
    ).toBe(true);
    // Worked back from shares of four decimals.
    expect(old.documents.map(({ passages }) => passages)).toEqual(before.documents.map(({ passages }) => passages));
    expect(diff(old, parseReport(JSON.stringify(before))).changes).toEqual([]);
    const changes = diff(before, after);
    expect(parseDiff(without(changes, '1.0')).changes).toHaveLength(changes.changes.length);
    expect(() => parseReport(without(before, before.schemaVersion))).toThrow(/no report of pmed/);
  });

  test('is refused when a key is missing, unknown or of another type', () => {
    const { summary: _, ...short } = before;
    expect(() => parseReport(JSON.stringify(short))).toThrow(expect.objectContaining({ code: 'PMED-I108' }));
    expect(() => parseReport(JSON.stringify({ ...before, extra: 1 }))).toThrow(/extra/);
    expect(() => parseReport(JSON.stringify({ ...before, commitments: 'none' }))).toThrow(/commitments/);
    expect(() => parseReport('{')).toThrow(expect.objectContaining({ code: 'PMED-I108' }));
  });
});
