import type { APIRoute } from 'astro';
import { ingangen } from '../../model/ingangen.ts';
import { getLibrary } from '../../queries.ts';

/** The ways in that search offers as one line above its results. */
export const GET: APIRoute = async () => Response.json(ingangen(await getLibrary()));
