/**
 * `html` with the scopes of its styles under names of a few letters: they stand on every element, and made up a sixth of the whole site.
 * `names` holds those given before, and gets the new ones: pages that share a style go on sharing it to the letter.
 */
export function shortScopes(html: string, names: Map<string, string>): string {
  return html.replace(/data-astro-cid-[a-z0-9]+/g, (scope) => {
    if (!names.has(scope)) names.set(scope, `data-${names.size.toString(36)}`);
    return names.get(scope)!;
  });
}
