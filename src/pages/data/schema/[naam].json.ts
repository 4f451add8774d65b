import type { APIRoute } from 'astro';
import { openPaths } from '../../../queries.ts';
import { openJsonSchema, type OpenNaam } from '../../../schema/open.ts';

/** What each file of data may hold, for who checks or generates code from it. */
export const getStaticPaths = openPaths;

export const GET: APIRoute = ({ params }) => Response.json(openJsonSchema(params['naam'] as OpenNaam));
