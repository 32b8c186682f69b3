import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Unless told, one core is left idle; many tests wait for a command that they started.
    maxWorkers: '100%',
    globalSetup: ['test/packs.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
