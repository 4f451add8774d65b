import { byCode, type Casus, type Library } from '../model/library.ts';
import { markdownPath } from '../model/paths.ts';
import { capital } from '../model/text.ts';
import { AFLOPEN, HERKOMSTEN, label, RELATIES, STOELEN } from '../schema/waarden.ts';
import { t } from '../strings.ts';
import { tTekst } from '../strings/tekst.ts';
import { questions } from './algoritmetekst.ts';
import { bullets, document, footnotes, heading, linkTo, longText, plain } from './markdown.ts';

/** A voice around the table, and what it sees, wants and fears. */
function voice({ wie, stoel, ziet, wil, vreest, aanTafel }: Casus['data']['perspectieven'][number]): string {
  const place = aanTafel ? label(STOELEN, stoel) : `${label(STOELEN, stoel)}, ${t.nietAanTafel.toLowerCase()}`;
  return `**${plain(capital(wie))}** (${place}). ${tTekst.ziet}: ${plain(ziet)} ${tTekst.wil}: ${plain(wil)} ${tTekst.vreest}: ${plain(vreest)}`;
}

function choice({ moment, opties }: Casus['data']['keuzemomenten'][number]): string {
  const rows = opties.map(({ keuze, wint, kost }) => `**${plain(capital(keuze))}.** ${tTekst.wint}: ${plain(wint)} ${tTekst.kost}: ${plain(kost)}`);
  return `${plain(moment)}\n\n${bullets(rows)}`;
}

const reading = (text: string) => heading(`${text} (${t.onzeLezing})`);

/** A case with all its parts as plain Markdown, its sources as footnotes. */
export function casusMarkdown(library: Library, { data, body }: Casus): string {
  const { code, titel, naam, kern, deel, themas, plaats, land, periode, herkomst, zoekwoorden, bijgewerkt } = data;
  const card = (which: string) => byCode(library.algoritmes, which);
  return document({ code, soort: 'casus', titel, naam, kern, deel, themas, plaats, land, periode, herkomst, zoekwoorden, bijgewerkt }, [
    heading(`${code} ${titel} (${naam})`, 1),
    `**${plain(kern)}**`,
    plain(data.kort),
    bullets([plain(`${plaats}, ${land}`), plain(periode), label(HERKOMSTEN, herkomst)]),
    heading(tTekst.situatie),
    plain(data.situatie),
    plain(data.spanning),
    reading(t.reflex),
    [data.reflex.wat, data.reflex.waaromBegrijpelijk, data.reflex.gevolg].map(plain).join(' '),
    reading(t.meervoudig),
    plain(data.meervoudig),
    reading(tTekst.stemmen),
    bullets(data.perspectieven.map(voice)),
    reading(tTekst.keuzes),
    ...data.keuzemomenten.map(choice),
    heading(`${tTekst.afloop}: ${label(AFLOPEN, data.afloop.stand).toLowerCase()}`),
    plain(data.afloop.tekst),
    heading(t.vragen),
    questions(data.vragen),
    heading(tTekst.langer),
    longText(body),
    reading(tTekst.logica),
    bullets([`${tTekst.verticaal}: ${plain(data.logica.verticaal)}`, `${tTekst.horizontaal}: ${plain(data.logica.horizontaal)}`, `${tTekst.brug}: ${plain(data.logica.brug)}`]),
    heading(tTekst.taal),
    bullets(data.taal.map(({ systeemwoord, leefwoord }) => `${plain(systeemwoord)} → ${plain(leefwoord)}`)),
    heading(tTekst.kaarten),
    bullets(
      data.algoritmes.map(({ code: which, relatie }) => `${linkTo(markdownPath(card(which)), `${which} ${card(which).data.titel}`)}: ${label(RELATIES, relatie).toLowerCase()}`),
    ),
    footnotes(data.bronnen, body),
  ]);
}
