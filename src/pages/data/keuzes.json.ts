import type { APIRoute } from 'astro';
import { keuzes } from '../../model/keuzes.ts';
import { getLibrary } from '../../queries.ts';

/** What a meeting can be made of. */
export const GET: APIRoute = async () => Response.json(keuzes(await getLibrary()));
