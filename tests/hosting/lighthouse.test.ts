import { afterAll, beforeAll, expect, it } from 'vitest';
import { useSite, findChromium, ARGUMENTS } from '../browser/browser.ts';
import { ofLighthouse } from './programs.ts';

interface Report {
  lhr: {
    categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { score: number | null; numericValue: number; title: string }>;
  };
}
/** The part that we use of packages that are no dependency, so that TypeScript knows them not. */
interface Chrome {
  port: number;
  kill: () => void;
}

const site = useSite();
const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ ofLighthouse(path));
let audit: (url: string, flags: object) => Promise<Report>;
let chrome: Chrome;

beforeAll(async () => {
  audit = ((await load('lighthouse/core/index.js')) as { default: typeof audit }).default;
  const { launch } = (await load('chrome-launcher/dist/index.js')) as { launch: (options: object) => Promise<Chrome> };
  chrome = await launch({ chromePath: findChromium(), chromeFlags: ['--headless', ...ARGUMENTS] });
});
afterAll(() => chrome?.kill());

// On a phone and a slow line, as Lighthouse takes them. How long things take is told and not judged: that would judge the machine.
it.each(['index.html', 'algoritmes/meervoudig-kijken.html', 'casussen/leeszaal-rotterdam-west.html', 'algoritmes.html', 'zoeken.html?q=eenzaamheid'])(
  'Lighthouse has nothing to say of %s',
  async (path) => {
    const { lhr } = await audit(site.url(path), {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    const { performance, ...others } = lhr.categories;
    const missed = Object.values(others).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]!.score ?? 1) < 1).map(({ id }) => lhr.audits[id]!.title),
    );
    expect(missed).toEqual([]);
    expect(Object.values(others).map(({ score }) => score)).toEqual([1, 1, 1]);
    expect(lhr.audits['cumulative-layout-shift']!.numericValue).toBeLessThan(0.05);
    console.log(
      `${path}: snelheid ${Math.round(performance!.score * 100)}, LCP ${Math.round(lhr.audits['largest-contentful-paint']!.numericValue)} ms, TBT ${Math.round(lhr.audits['total-blocking-time']!.numericValue)} ms`,
    );
  },
);
