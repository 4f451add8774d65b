import { Feed } from 'feed';
import type { Library } from '../model/library.ts';
import { absolute, entryPath, FEEDS, paths } from '../model/paths.ts';
import { SITE } from '../site.ts';

/** As many as someone reads back after a holiday. */
const NEWEST = 30;

/** The entries that changed last, newest first, as a feed of the site at `site`. Its own day is that of the newest: nothing follows from the clock. */
export function makeFeed({ algoritmes, casussen }: Library, site: URL): Feed {
  const entries = [...algoritmes, ...casussen].sort((a, b) => b.data.bijgewerkt.localeCompare(a.data.bijgewerkt) || a.data.code.localeCompare(b.data.code)).slice(0, NEWEST);
  const day = (bijgewerkt: string) => new Date(`${bijgewerkt}T00:00:00Z`);
  const home = absolute(site, paths.home);
  const feed = new Feed({
    id: home,
    link: home,
    title: SITE.naam,
    description: SITE.belofte,
    language: 'nl-NL',
    copyright: SITE.licentie,
    author: { name: SITE.naam },
    updated: day(entries[0]?.data.bijgewerkt ?? '1970-01-01'),
    generator: false,
    feedLinks: { rss: absolute(site, FEEDS.rss), atom: absolute(site, FEEDS.atom) },
  });
  for (const entry of entries) {
    const { code, titel, kern, bijgewerkt } = entry.data;
    const link = absolute(site, entryPath(entry));
    feed.addItem({ title: `${code} ${titel}`, id: link, link, description: kern, date: day(bijgewerkt) });
  }
  return feed;
}
