import type { APIRoute } from 'astro';
import { catalogue } from '../../open/catalogue.ts';
import { getLibrary } from '../../queries.ts';

/** Where a program starts: which edition this is, and which files there are. */
export const GET: APIRoute = async () => Response.json(catalogue(await getLibrary()));
