/** `pmed init`: a project file with every setting, and a pack whose examples pass; or nothing at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeNew } from '../src/cli/new-file.ts';
import { ConfigSchema } from '../src/model/config.ts';
import { checkYaml } from '../src/yaml/check.ts';
import { readYaml } from '../src/yaml/read.ts';
import { folder, pmed } from './run.ts';

const place = folder();
afterAll(place.remove);
const run = (...args: string[]) => pmed(args, { cwd: place.path });

describe('pmed init', () => {
  test('writes a project file and a pack whose examples pass', async () => {
    const { code, stdout, stderr } = await run('init', '--dir', 'fresh');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('wrote fresh/pmed.config.yaml');
    expect(readdirSync(join(place.path, 'fresh')).sort()).toEqual(['pmed.config.yaml', 'rules']);
    const tested = await run('rules', 'test', 'fresh/rules/example.yaml');
    expect(tested.code).toBe(0);
    expect(tested.stdout).toMatch(/ 1\d passed\n$/);
  });

  test('explains every setting, and all of them are sound once their # is taken away', async () => {
    await run('init', '--dir', 'settings');
    const text = readFileSync(join(place.path, 'settings/pmed.config.yaml'), 'utf8');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    const switchedOn = text.replace(/^# ( *[a-z-]+:)/gm, '$1');
    const [document] = readYaml(switchedOn, 'pmed.config.yaml');
    if (!document) throw new Error('there is one document');
    expect(checkYaml(document, ConfigSchema)).toMatchObject({ ok: true });
    const { $schema: _, ...entries } = ConfigSchema.entries;
    for (const [name, entry] of Object.entries(entries)) {
      const inner = 'wrapped' in entry && 'entries' in entry.wrapped ? Object.keys(entry.wrapped.entries) : [];
      expect(document.value, name).toHaveProperty(name);
      for (const key of inner) expect(document.value, `${name}.${key}`).toHaveProperty([name, key]);
    }
    const off = await pmed(['inspect', '-', '-v'], { cwd: join(place.path, 'settings'), input: 'The quay is old.' });
    expect(off.code).toBe(0);
    expect(off.stderr).toContain('settings from pmed.config.yaml');
  });

  test('overwrites nothing and leaves nothing half-written', async () => {
    mkdirSync(join(place.path, 'used/rules'), { recursive: true });
    writeFileSync(join(place.path, 'used/rules/example.yaml'), 'mine\n');
    const { code, stderr } = await run('init', '--dir', 'used');
    expect(code).toBe(2);
    expect(stderr).toContain("cannot write 'used/rules/example.yaml': it exists");
    expect(existsSync(join(place.path, 'used/pmed.config.yaml'))).toBe(false);
    expect(readFileSync(join(place.path, 'used/rules/example.yaml'), 'utf8')).toBe('mine\n');
  });

  test('takes away what it wrote where the rest cannot be written', async () => {
    writeFileSync(join(place.path, 'file'), '');
    const inFile = await run('init', '--dir', 'file/inside');
    expect(inFile.code).toBe(2);
    mkdirSync(join(place.path, 'half'));
    writeFileSync(join(place.path, 'half/rules'), 'a file where a folder should be\n');
    const { code, stderr } = await run('init', '--dir', 'half');
    expect(code).toBe(2);
    expect(stderr).toContain("cannot write 'half/rules/example.yaml'");
    expect(readdirSync(join(place.path, 'half'))).toEqual(['rules']);
  });

  test('takes no operand', async () => {
    expect((await run('init', 'here')).code).toBe(2);
  });
});

test.skipIf(!existsSync('/proc/self'))('a folder that takes no folders is told, not tried for ever', () => {
  expect(() => writeNew([{ path: '/proc/pmed/x.yaml', text: 'x' }])).toThrow("cannot write '/proc/pmed/x.yaml'");
});
