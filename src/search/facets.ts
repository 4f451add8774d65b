/** The facets of search, from the closed lists. Both the page (to draw) and the index (by name) use these. */
import { DELEN, ROLLEN, THEMAS } from '../schema/waarden.ts';

export const FACETS = [
  { id: 'soort', titel: 'Soort', waarden: [{ id: 'algoritme', label: 'Algoritme' }, { id: 'casus', label: 'Casus' }] },
  { id: 'deel', titel: 'Deel', waarden: DELEN.map((deel) => ({ id: String(deel), label: `Deel ${deel}` })) },
  { id: 'thema', titel: 'Thema', waarden: THEMAS },
  { id: 'rol', titel: 'Voor wie', waarden: ROLLEN },
] as const;
