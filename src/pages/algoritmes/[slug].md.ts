import type { APIRoute, GetStaticPaths } from 'astro';
import type { Algoritme } from '../../model/library.ts';
import { algoritmeMarkdown } from '../../open/algoritmetekst.ts';
import { getLibrary } from '../../queries.ts';

export const getStaticPaths = (async () => (await getLibrary()).algoritmes.map((kaart) => ({ params: { slug: kaart.slug }, props: { kaart } }))) satisfies GetStaticPaths;

/** The card as plain text, for who reads with another program. */
export const GET: APIRoute<{ kaart: Algoritme }> = async ({ props }) => new Response(algoritmeMarkdown(await getLibrary(), props.kaart));
