import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absolute, FEED, paths } from '../model/paths.ts';
import { getLibrary } from '../queries.ts';
import { SITE } from '../site.ts';

/** As many as someone reads back after a holiday. */
const NEWEST = 30;

/** A feed holds full addresses only, so without a known address of the site there is none. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: FEED.slice(1).replace('.xml', '') } }] : []);

export const GET: APIRoute = async ({ site }) => {
  const { algoritmes, casussen } = await getLibrary();
  const entries = [
    ...algoritmes.map(({ slug, data }) => ({ data, path: paths.algoritme(slug) })),
    ...casussen.map(({ slug, data }) => ({ data, path: paths.casus(slug) })),
  ].sort((a, b) => b.data.bijgewerkt.localeCompare(a.data.bijgewerkt) || a.data.code.localeCompare(b.data.code));
  return rss({
    title: SITE.naam,
    description: SITE.belofte,
    site: absolute(site!, paths.home),
    items: entries.slice(0, NEWEST).map(({ data, path }) => ({
      title: `${data.code} ${data.titel}`,
      description: data.kern,
      link: absolute(site!, path),
      pubDate: new Date(`${data.bijgewerkt}T00:00:00Z`),
    })),
    customData: '<language>nl-NL</language>',
  });
};
