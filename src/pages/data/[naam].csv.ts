import type { APIRoute } from 'astro';
import { dataset } from '../../open/datasets.ts';
import { toCsv } from '../../open/table.ts';
import { getLibrary, openPaths } from '../../queries.ts';
import type { OpenNaam } from '../../schema/open.ts';

/** The same entries for who works in a spreadsheet. */
export const getStaticPaths = openPaths;

export const GET: APIRoute = async ({ params }) => {
  const naam = params['naam'] as OpenNaam;
  return new Response(toCsv(naam, dataset(await getLibrary(), naam)));
};
