import type { APIRoute } from 'astro';
import { trekkaarten } from '../../model/keuzes.ts';
import { getLibrary } from '../../queries.ts';

/** What can be drawn. */
export const GET: APIRoute = async () => Response.json(trekkaarten(await getLibrary()));
