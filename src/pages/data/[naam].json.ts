import type { APIRoute } from 'astro';
import { dataset } from '../../open/datasets.ts';
import { getLibrary, openPaths } from '../../queries.ts';
import type { OpenNaam } from '../../schema/open.ts';

/** The content as data, a file per kind: what is drawn on paper, and what others may build on. */
export const getStaticPaths = openPaths;

export const GET: APIRoute = async ({ params }) => Response.json(dataset(await getLibrary(), params['naam'] as OpenNaam));
