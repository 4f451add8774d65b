import { configDefaults, defineConfig } from 'vitest/config';
import { isFirefoxHere, isHere, isLighthouseHere, isVnuHere } from './hosting/programs.ts';

/** Tests of hosting whose program is missing do not run. The servers are looked for one by one. */
const lacking = () =>
  Object.entries({ paper: isHere('pdfinfo', 'poppler-utils'), html: isVnuHere(), lighthouse: isLighthouseHere(), firefox: isFirefoxHere() }).flatMap(([name, isThere]) =>
    isThere ? [] : [`tests/hosting/${name}.test.ts`],
  );

export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Tests that need more than Node and Chromium run by themselves: npm run test:hosting.
    include: mode === 'hosting' ? ['tests/hosting/**/*.test.ts'] : ['tests/{unit,site,browser}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'hosting' ? lacking() : [])],
    // The site is built once, as a user would build it; the tests of pages and browser read that.
    globalSetup: 'tests/build.setup.ts',
    reporters: ['default', './tests/count.reporter.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
}));
