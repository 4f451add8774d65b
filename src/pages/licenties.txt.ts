import { licenceTexts } from '../licences.ts';

/** What others made, with their licences in full; the colofon links here. */
export const GET = async () => new Response(await licenceTexts());
