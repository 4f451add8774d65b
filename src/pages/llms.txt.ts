import type { APIRoute } from 'astro';
import { llmsText } from '../open/llms.ts';
import { getLibrary } from '../queries.ts';

export const GET: APIRoute = async ({ site }) => new Response(llmsText(await getLibrary(), site));
