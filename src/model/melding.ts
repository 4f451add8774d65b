/** How a reader tells that something on a page is not right. */
import { paths } from './paths.ts';

/**
 * Where a note goes: a letter (`mailto:…`) or an issue (an address that takes `title` and `body`, as those of git hosts do) that has its subject
 * and first words already; the page about corrections where nobody gave an address.
 */
export function meldAdres(contact: { url: string } | null, onderwerp: string, begin: string): string {
  if (!contact) return paths.correcties;
  const { url } = contact;
  // Not URLSearchParams: mail programs show its + for a space as it stands.
  return `${url}${url.includes('?') ? '&' : '?'}${url.startsWith('mailto:') ? 'subject' : 'title'}=${encodeURIComponent(onderwerp)}&body=${encodeURIComponent(begin)}`;
}
