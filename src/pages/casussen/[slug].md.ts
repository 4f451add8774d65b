import type { APIRoute, GetStaticPaths } from 'astro';
import type { Casus } from '../../model/library.ts';
import { casusMarkdown } from '../../open/casustekst.ts';
import { getLibrary, pageKeys } from '../../queries.ts';

export const getStaticPaths = (async () => {
  const keyOf = await pageKeys();
  return (await getLibrary()).casussen.map((casus) => ({ params: { slug: casus.slug }, props: { casus }, cacheKey: keyOf(casus) }));
}) satisfies GetStaticPaths;

/** The case as plain text, for who reads with another program. */
export const GET: APIRoute<{ casus: Casus }> = async ({ props }) => new Response(casusMarkdown(await getLibrary(), props.casus));
