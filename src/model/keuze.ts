/** The pick in progress as the fragment of a meeting's link, changed without reading the rest of it: all that a list of cards needs. */

/** The codes in the pick, in order. */
export const picked = (fragment: string): string[] => [...fragment.matchAll(/(?:^|&)([AC]-\d{2,5})(?==|&|$)/g)].map(([, code]) => code!);

/** The pick with this code added at its end, or taken out when it was in. */
export function toggled(fragment: string, code: string): string {
  const parts = fragment.split('&').filter(Boolean);
  const rest = parts.filter((part) => part.split('=')[0] !== code);
  return (rest.length < parts.length ? rest : [...parts, code]).join('&');
}
