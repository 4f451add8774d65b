import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Tests that need more than Node and Chromium run by themselves: npm run test:hosting.
    include: mode === 'hosting' ? ['tests/hosting/**/*.test.ts'] : ['tests/{unit,site,browser}/**/*.test.ts'],
    // The site is built once, as a user would build it; the tests of pages and browser read that.
    globalSetup: 'tests/build.setup.ts',
    reporters: ['default', './tests/count.reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
}));
