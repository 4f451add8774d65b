import type { APIRoute } from 'astro';
import { FEEDS } from '../model/paths.ts';
import { makeFeed } from '../open/feed.ts';
import { getLibrary } from '../queries.ts';

/** A feed holds full addresses only, so without a known address of the site there is none. */
export const getStaticPaths = () =>
  import.meta.env.SITE ? Object.entries(FEEDS).map(([kind, path]) => ({ params: { feed: path.slice(1).replace('.xml', '') }, props: { kind } })) : [];

export const GET: APIRoute = async ({ site, props }) => {
  const feed = makeFeed(await getLibrary(), site!);
  return new Response(props['kind'] === 'atom' ? feed.atom1() : feed.rss2());
};
