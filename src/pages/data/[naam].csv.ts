import type { APIRoute } from 'astro';
import { dataset } from '../../open/datasets.ts';
import { toCsv } from '../../open/table.ts';
import { getLibrary } from '../../queries.ts';
import { OPEN_NAMEN, type OpenNaam } from '../../schema/open.ts';

/** The same entries for who works in a spreadsheet. */
export const getStaticPaths = () => OPEN_NAMEN.map((naam) => ({ params: { naam } }));

export const GET: APIRoute = async ({ params }) => {
  const naam = params['naam'] as OpenNaam;
  return new Response(toCsv(naam, dataset(await getLibrary(), naam)));
};
