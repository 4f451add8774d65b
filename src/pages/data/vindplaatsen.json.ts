import type { APIRoute } from 'astro';
import { vindplaatsen } from '../../model/vindplaatsen.ts';
import { getLibrary } from '../../queries.ts';

/** What search shows of every entry; the search step adds each one's name in the index. */
export const GET: APIRoute = async () => Response.json(vindplaatsen(await getLibrary()));
