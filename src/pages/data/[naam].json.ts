import type { APIRoute } from 'astro';
import { dataset } from '../../open/datasets.ts';
import { getLibrary } from '../../queries.ts';
import { OPEN_NAMEN, type OpenNaam } from '../../schema/open.ts';

/** The content as data, a file per kind: what is drawn on paper, and what others may build on. */
export const getStaticPaths = () => OPEN_NAMEN.map((naam) => ({ params: { naam } }));

export const GET: APIRoute = async ({ params }) => Response.json(dataset(await getLibrary(), params['naam'] as OpenNaam));
