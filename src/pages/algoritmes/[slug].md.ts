import type { APIRoute, GetStaticPaths } from 'astro';
import type { Algoritme } from '../../model/library.ts';
import { algoritmeMarkdown } from '../../open/algoritmetekst.ts';
import { getLibrary, pageKeys } from '../../queries.ts';

export const getStaticPaths = (async () => {
  const keyOf = await pageKeys();
  return (await getLibrary()).algoritmes.map((kaart) => ({ params: { slug: kaart.slug }, props: { kaart }, cacheKey: keyOf(kaart) }));
}) satisfies GetStaticPaths;

/** The card as plain text, for who reads with another program. */
export const GET: APIRoute<{ kaart: Algoritme }> = async ({ props }) => new Response(algoritmeMarkdown(await getLibrary(), props.kaart));
