/** The page that goes along for whoever puts the site on a server. */
import { SITE } from '../site.ts';
import type { Commit } from './commit.ts';

export interface Uitgave {
  version: string;
  commit: Commit;
  /** How many files the site holds, and their bytes together. */
  count: number;
  bytes: number;
  /** The address that the site was built for, when there is one. */
  site: string | undefined;
}

const place = (site: string | undefined) =>
  site
    ? `Deze uitgave is gebouwd voor ${site}.\nDat adres staat in de sitemap en op papier. De links op de pagina’s werken overal.`
    : 'Deze uitgave is voor elk adres. Wil je een sitemap, en een QR-code op papier? Bouw\nhem dan zelf: SITE=https://www.voorbeeld.nl npm run release';

/** LEESMIJ.txt of a release. */
export const leesmij = ({ version, commit, count, bytes, site }: Uitgave): string => `${SITE.naam.toUpperCase()} ${version}, voor de webbeheerder
Commit ${commit.hash}, ${commit.time.toISOString().slice(0, 10)}

WAT ERIN ZIT
  site/          de hele site: ${count} bestanden, ${Math.round(bytes / 1e6)} MB. Er draait niets op de server.
  SHA256SUMS     de controlesom van elk bestand
  sbom.cdx.json  waar het uit bestaat (CycloneDX): required zit in de site, excluded bouwt hem

ZO ZET JE HEM NEER
  1. Zet alles uit site/ op je server, in de hoofdmap of in een andere map. Vergeet de
     bestanden niet die met een punt of een laag streepje beginnen.
  2. Open index.html via de server, zoek een woord en klik op een resultaat. Klaar.
${place(site).replaceAll(/^/gm, '  ')}

HEADERS
  Elke pagina heeft al een streng beleid (CSP) in zichzelf. Deze bestanden zetten het ook in de
  headers, met nosniff, referrer- en permissions-policy en de tijd dat een bestand bewaard mag:
    Netlify, Cloudflare Pages  site/_headers: wordt vanzelf gelezen
    Apache                     site/.htaccess: met mod_headers, mod_rewrite en AllowOverride All
    nginx                      site/server/nginx-http.conf en site/server/nginx.conf
    Caddy                      site/server/Caddyfile
  Zet je zelf een CSP? Sta dan script-src 'self' 'wasm-unsafe-eval' toe; zoeken heeft dat nodig.
  Over https: stuur zelf Strict-Transport-Security als je hele domein over https gaat.

ADRESSEN
  Elke pagina eindigt op .html. Je server mag .html weglaten. Maar een adres met een streep
  erachter (/algoritmes/aanbellen/) moet doorgestuurd worden naar de pagina zelf, anders gaan
  links verkeerd. De bestanden hierboven doen dat. De foutpagina is 404.html.

TOEGANKELIJK
  De maatstaf is WCAG 2.2 AA. Elke soort pagina is met axe getest, zonder meldingen. De pdf’s
  zijn PDF/UA-1. Lezen, bladeren en afdrukken kan zonder JavaScript. Wat niet is getest staat op
  site/toegankelijkheid.html; pas die pagina aan als je als overheid een eigen verklaring hebt.

PRIVACY
  Geen cookies, geen volgers, niets van andere sites. Een zoekwoord (?q=) kan in het logboek van
  je server komen; een bijeenkomst of getrokken kaart niet, want die staat achter het hekje.

BIJWERKEN
  Zet de nieuwe site/ in plaats van de oude, en haal weg wat er niet meer in zit. Terug kan ook.

CONTROLEREN
  sha256sum -c SHA256SUMS (Mac: shasum -a 256 -c SHA256SUMS) in de map van dit bestand. Dezelfde
  commit geeft dezelfde zip, byte voor byte: git checkout, npm ci en npm run release.

LICENTIE
  Teksten: ${SITE.licentie}. Code: MIT. Wat van anderen is: site/licenties.txt en site/colofon.html.
`;
