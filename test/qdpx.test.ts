/** Projects for programs of qualitative analysis: what is coded is what was found, where it was found. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseEach } from '../src/analyse.ts';
import type { ReportPart } from '../src/model/part.ts';
import { QdpxProject } from '../src/render/qdpx/project.ts';
import { codePointsBefore, sourceText } from '../src/render/qdpx/source-text.ts';
import { openProject } from './qdpx-project.ts';
import { pmed } from './run.ts';
import { elements, textOf } from './xml.ts';

interface Given {
  readonly name: string;
  readonly text: string;
}

/** The parts of an analysis and the archive of them. */
async function projectOf(...given: readonly Given[]): Promise<{ parts: ReportPart[]; bytes: Uint8Array }> {
  const inputs = given.map(({ name, text }) => ({
    kind: 'source' as const,
    source: { name, bytes: new TextEncoder().encode(text) },
    options: {},
  }));
  const { tool, parts } = await analyseEach(asynchronous(inputs), { keepsBody: true });
  const project = new QdpxProject({ tool, command: 'pmed analyse' });
  const kept: ReportPart[] = [];
  for await (const part of parts) {
    project.add(part);
    kept.push(part);
  }
  return { parts: kept, bytes: project.bytes() };
}

async function* asynchronous<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const plan = (words: string): string => `# A plan for ${words}

14 March 2024

We will publish ${words} by June 2025. We aim to train 40 nurses ${words} by 2027.
Trusts must report each quarter. ${words} We expect demand to rise.

We will:

- recruit more nurses ${words}
- cut waits for ${words}
`;

describe('a project', () => {
  it('has the text of each document, and every finding at its place', async () => {
    const { parts, bytes } = await projectOf(
      { name: 'a.md', text: plan('the 🏥 plan 𝒜') },
      { name: 'b.md', text: plan('home') },
    );
    const { sources } = openProject(bytes);
    expect(sources.map(({ name }) => name)).toEqual(['a.md', 'b.md']);
    for (const [at, part] of parts.entries()) {
      const text = part.body?.text ?? '';
      const source = sources[at];
      expect(source?.text).toBe(text);
      for (const { ref, evidence, strengthLabel } of part.commitments) {
        const selection = source?.selections.find(({ name }) => name?.split(' ').includes(ref));
        expect(selection?.text).toBe(text.slice(evidence.start, evidence.end));
        expect(selection?.codes).toContain(strengthLabel);
      }
      for (const { label, evidence } of part.themes)
        for (const { start, end } of evidence)
          expect(source?.selections.filter(({ codes }) => codes.includes(label)).map((one) => one.text)).toContain(
            text.slice(start, end),
          );
    }
    expect(parts[0]?.commitments.length).toBeGreaterThan(3);
  });

  it('has selections whose code points are those of the evidence, whatever the text', async () => {
    const words = fc.string({
      unit: fc.constantFrom('a', ' ', 'é', '🏥', '𝒜', '👩🏽‍⚕️', '\u0301', '<', '&', '"', '\u200f', '\u0007'),
    });
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), fc.boolean(), async (some, isWindows, hasMark) => {
        const text = (hasMark ? '\ufeff' : '') + plan(some).replaceAll('\n', isWindows ? '\r\n' : '\n');
        const { parts, bytes } = await projectOf({ name: 'plan.md', text });
        const [source] = openProject(bytes).sources;
        const whole = sourceText(parts[0]?.body?.text ?? '');
        // What looks like no text at all is not read, and has no source.
        expect(source?.text ?? '').toBe(whole);
        for (const { ref, evidence } of parts.flatMap(({ commitments, statements }) => [...commitments, ...statements]))
          expect(source?.selections.find(({ name }) => name?.split(' ').includes(ref))?.text).toBe(
            whole.slice(evidence.start, evidence.end),
          );
      }),
      { numRuns: 15 },
    );
  });

  it('counts code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const pointsAt = codePointsBefore(text);
        let offset = 0;
        let count = 0;
        for (const character of text) {
          expect(pointsAt(offset)).toBe(count++);
          offset += character.length;
        }
        expect(pointsAt(offset)).toBe(count);
      }),
    );
  });

  it('is the same each time, in any time zone', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'pmed-qdpx-'));
    try {
      writeFileSync(join(cwd, 'plan.md'), plan('care'));
      for (const [command, file] of [
        ['analyse', 'a'],
        ['commitments', 'c'],
        ['themes', 't'],
      ] as const) {
        const write = (env: Record<string, string>) =>
          pmed([command, 'plan.md', '-q', '-o', `${file}.qdpx`], { cwd, env });
        const bytes: Buffer[] = [];
        for (const TZ of ['Asia/Kolkata', 'America/Caracas']) {
          expect(await write({ TZ })).toMatchObject({ code: 0, stdout: '', stderr: '' });
          bytes.push(readFileSync(join(cwd, `${file}.qdpx`)));
        }
        expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
        const folders = elements(openProject(bytes[0] ?? Buffer.of()).project, 'Code').filter(
          ({ attributes }) => attributes.isCodable === 'false',
        );
        const names = folders.map(({ attributes }) => attributes.name);
        if (command === 'commitments') expect(names).toEqual(['Commitments', 'Who undertakes']);
        else if (command === 'themes') expect(names).not.toContain('Commitments');
        else expect(names).toEqual(expect.arrayContaining(['Commitments', 'Who undertakes', 'Also said', 'Themes']));
      }
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  it('makes no path and no two names of what documents are called', async () => {
    const names = ['../../etc/passwd.md', 'C:\\a?.md', 'plan.md', 'PLAN.md', '...', '\u001b[2J.md'];
    const { bytes } = await projectOf(...names.map((name) => ({ name, text: `${plan(name)}\n${name}` })));
    const { sources, files } = openProject(bytes);
    const given = sources.map(({ name }) => name);
    expect(given).toEqual(['-..-etc-passwd.md', 'C--a-.md', 'plan.md', 'PLAN.md (2)', 'document', '␛[2J.md']);
    for (const file of files) expect(file).toMatch(/^(?:project\.qde|sources\/[0-9a-f-]{36}\.txt)$/);
  });

  it('of documents that could not be read has only its note', async () => {
    const { bytes } = await projectOf({ name: 'empty.md', text: '' });
    const { project, sources } = openProject(bytes);
    expect(sources).toEqual([]);
    expect(elements(project, 'Note').map(({ attributes }) => attributes.name)).toEqual([
      'How pmed coded these documents',
    ]);
    expect(textOf(project)).toBe('Coded by pmed');
  });
});
