import type { APIRoute } from 'astro';
import { kaartjes } from '../../model/kaartjes.ts';
import { getLibrary } from '../../queries.ts';

/** What the meeting and the draw load. */
export const GET: APIRoute = async () => Response.json(kaartjes(await getLibrary()));
