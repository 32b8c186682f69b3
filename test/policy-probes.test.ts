/** Sentences of policy prose, each with one time expression or with none, written before pmed was run on them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { judge, type Miss, type Probe } from './bench/judge-probe.mjs';

const probesOf = (file: string): readonly Probe[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Probe => JSON.parse(line));

/** What is missed of a probe; of what was not found, nothing else is said. */
async function missed(probe: Probe): Promise<readonly Miss[]> {
  const { timeline } = await analyse(
    { name: probe.id, text: probe.text, mediaType: 'text/plain' },
    { docDate: probe.dct },
  );
  const judged = judge(probe, timeline);
  if (!judged.found) return ['found'];
  return (['right', 'role'] as const).filter((what) => !judged[what]);
}

const shown = (probe: Probe, misses: readonly Miss[]): string => `${probe.id} ${misses.join(', ')}: ${probe.text}`;

describe.each([
  ['policy-probes.jsonl', 204],
  ['policy-probes-2.jsonl', 151],
  ['policy-probes-3.jsonl', 103],
  ['policy-probes-4.jsonl', 60],
])('%s', (file, count) => {
  const probes = probesOf(file);

  test(`has ${count} sentences, whose targets stand where they say`, () => {
    expect(probes).toHaveLength(count);
    for (const { text, target } of probes) if (target) expect(text.slice(target.start, target.end)).toBe(target.text);
  });

  test('is read right but for what is marked wrong-today', async () => {
    const wrong: string[] = [];
    for (const probe of probes) {
      const misses = await missed(probe);
      if (misses.length > 0) wrong.push(shown(probe, misses));
    }
    expect(wrong).toEqual(
      probes.flatMap((probe) => (probe['wrong-today'] ? [shown(probe, probe['wrong-today'])] : [])),
    );
  });
});
