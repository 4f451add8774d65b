import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,site,browser}/**/*.test.ts'],
    // The site is built once, as a user would build it; the tests of pages and browser read that.
    globalSetup: 'tests/build.setup.ts',
    reporters: ['default', './tests/count.reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
