import type { APIRoute } from 'astro';
import { paths } from '../../model/paths.ts';
import { getLibrary } from '../../queries.ts';

/** The content as data, a file per kind: what is drawn on paper, and what others may build on. */
export function getStaticPaths() {
  return ['algoritmes', 'casussen', 'delen', 'themas'].map((naam) => ({ params: { naam } }));
}

export const GET: APIRoute = async ({ params }) => {
  const library = await getLibrary();
  switch (params['naam']) {
    case 'algoritmes':
      return Response.json(library.algoritmes.map(({ slug, data, body }) => ({ url: paths.algoritme(slug).slice(1), slug, ...data, tekst: body })));
    case 'casussen':
      return Response.json(library.casussen.map(({ slug, data, body }) => ({ url: paths.casus(slug).slice(1), slug, ...data, tekst: body })));
    case 'delen':
      return Response.json(library.delen);
    default:
      return Response.json(library.themas);
  }
};
