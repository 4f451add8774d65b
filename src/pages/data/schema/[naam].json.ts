import type { APIRoute } from 'astro';
import { OPEN_NAMEN, openJsonSchema, type OpenNaam } from '../../../schema/open.ts';

/** What each file of data may hold, for who checks or generates code from it. */
export const getStaticPaths = () => OPEN_NAMEN.map((naam) => ({ params: { naam } }));

export const GET: APIRoute = ({ params }) => Response.json(openJsonSchema(params['naam'] as OpenNaam));
