import type { APIRoute, GetStaticPaths } from 'astro';
import { readKleuren } from '../../../model/kleuren.ts';
import { byCode } from '../../../model/library.ts';
import { kaartjes, layOut } from '../../../model/stroom.ts';
import { drawStroom } from '../../../model/stroomtekening.ts';
import { raysOfAlgoritme } from '../../../model/vonk.ts';
import { getLibrary, pageKeys } from '../../../queries.ts';
import tokens from '../../../styles/tokens.css?raw';

/** The way through every card, as a drawing. */
export const getStaticPaths = (async () => {
  const { algoritmes } = await getLibrary();
  const cacheKey = (await pageKeys())();
  return algoritmes.map(({ data }) => ({ params: { code: data.code }, cacheKey }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const library = await getLibrary();
  const { data } = byCode(library.algoritmes, params['code']!);
  const title = `${data.code} ${data.titel}`;
  const svg = drawStroom(layOut(data, kaartjes(library)), { deel: data.deel, rays: raysOfAlgoritme(data), title, kleuren: readKleuren(tokens) });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
