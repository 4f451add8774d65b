import { byCode, type Algoritme, type Library } from '../model/library.ts';
import { markdownPath } from '../model/paths.ts';
import { casussenWith, sequence, tegenwichten } from '../model/related.ts';
import { capital, writtenDuration, writtenGroup } from '../model/text.ts';
import { label, ONDERBOUWINGEN, RELATIES, ROLLEN, VRAAGSOORTEN } from '../schema/waarden.ts';
import { t } from '../strings.ts';
import { tTekst } from '../strings/tekst.ts';
import { bullets, document, heading, linkTo, longText, numbers, plain } from './markdown.ts';

const link = (entry: Parameters<typeof markdownPath>[0]) => linkTo(markdownPath(entry), `${entry.data.code} ${entry.data.titel}`);

/** Where an exit of a step leads. */
function target(library: Library, naar: number | string): string {
  if (naar === 'stop') return `**${t.stop}**`;
  return typeof naar === 'number' ? tTekst.stap(naar) : link(byCode(library.algoritmes, naar));
}

function step(library: Library, { doe, letOp, beslispunt }: Algoritme['data']['stappen'][number]): string {
  const exits = beslispunt?.uitgangen.map(({ als, naar }) => `   - ${plain(capital(als))} → ${target(library, naar)}`) ?? [];
  return [plain(doe), letOp && `   ${tTekst.letOp} ${plain(letOp)}`, beslispunt && `   **${plain(beslispunt.vraag)}**`, exits.join('\n')].filter(Boolean).join('\n\n');
}

/** The questions of a card or case, each with when to ask it. */
export const questions = (vragen: Algoritme['data']['vragen']): string =>
  bullets(vragen.map(({ vraag, soort }) => `${plain(vraag)} (${label(VRAAGSOORTEN, soort).toLowerCase()})`));

function facts({ duur, groep, rollen, onderbouwing }: Algoritme['data']): string {
  return bullets([
    `${tTekst.voor}: ${rollen.map((rol) => label(ROLLEN, rol)).join(', ')}`,
    `${tTekst.duur}: ${writtenDuration(duur)}`,
    `${tTekst.groep}: ${writtenGroup(groep)}`,
    `${tTekst.onderbouwing}: ${label(ONDERBOUWINGEN, onderbouwing)}`,
  ]);
}

function related(library: Library, kaart: Algoritme): string[] {
  const rows = [
    ...sequence(library, kaart, 'ervoor').map((other) => `${link(other)}: ${tTekst.ervoor}`),
    ...sequence(library, kaart, 'erna').map((other) => `${link(other)}: ${tTekst.erna}`),
    ...casussenWith(library, kaart).map(({ casus, relatie }) => `${link(casus)}: ${label(RELATIES, relatie).toLowerCase()}`),
  ];
  return rows.length > 0 ? [heading(tTekst.verder), bullets(rows)] : [];
}

/** A card with all its parts as plain Markdown. */
export function algoritmeMarkdown(library: Library, kaart: Algoritme): string {
  const { data } = kaart;
  const { code, titel, kern, deel, themas, zoekwoorden, bijgewerkt } = data;
  return document({ code, soort: 'algoritme', titel, kern, deel, themas, zoekwoorden, bijgewerkt }, [
    heading(`${code} ${titel}`, 1),
    `**${plain(kern)}**`,
    plain(data.kort),
    facts(data),
    heading(tTekst.kernvraag),
    plain(data.kernvraag),
    tTekst.tussen(plain(data.spanningsveld.pool1), plain(data.spanningsveld.pool2)),
    heading(t.reflex),
    plain(data.enkelvoudig),
    heading(t.meervoudig),
    plain(data.meervoudig),
    heading(t.morgen),
    plain(data.eersteStap),
    heading(t.wanneer),
    bullets(data.wanneer.map(plain)),
    heading(t.wanneerNiet),
    bullets(data.wanneerNiet.map(plain)),
    heading(t.tegenwicht),
    bullets(tegenwichten(library, kaart).map(({ kaart: other, wanneerGelijk }) => `${link(other)}: ${plain(wanneerGelijk)}`)),
    heading(tTekst.stappen),
    numbers(data.stappen.map((item) => step(library, item))),
    heading(tTekst.valkuilen),
    bullets(data.valkuilen.map(({ valkuil, danLiever }) => `${plain(valkuil)} ${tTekst.danLiever} ${plain(danLiever)}`)),
    heading(t.vragen),
    questions(data.vragen),
    heading(tTekst.rollen),
    bullets(Object.entries(data.vanuitRol).map(([rol, zin]) => `**${capital(rol)}:** ${plain(zin)}`)),
    heading(tTekst.langer),
    longText(kaart.body),
    ...related(library, kaart),
  ]);
}
