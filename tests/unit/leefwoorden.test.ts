import { describe, expect, it } from 'vitest';
import { makeFinder, MOST_TEXT } from '../../src/search/leefwoorden.ts';

const find = makeFinder([
  { systeemwoord: 'doelgroep', leefwoord: 'de mensen van de Bloemstraat' },
  { systeemwoord: 'eigen kracht', leefwoord: 'wat je zelf kunt' },
  { systeemwoord: 'interventie', leefwoord: 'er iets aan doen' },
  { systeemwoord: 'interventie van buiten', leefwoord: 'hulp' },
  { systeemwoord: 'cliënt', leefwoord: 'mevrouw Yilmaz' },
  { systeemwoord: 'niet-uitkeringsgerechtigde', leefwoord: 'iemand zonder werk' },
]);
const found = (text: string) => find(text).flatMap(({ tekst, woord }) => (woord ? [`${tekst} = ${woord.systeemwoord}`] : []));

describe('the words of organisations in a text of one’s own', () => {
  it('are found as they stand in the list', () => expect(found('Voor de doelgroep.')).toEqual(['doelgroep = doelgroep']));
  it('are found in other forms, with capitals and without accents', () => {
    expect(found('Doelgroepen en INTERVENTIES voor clienten')).toEqual(['Doelgroepen = doelgroep', 'INTERVENTIES = interventie', 'clienten = cliënt']);
  });
  it('are found with and without their hyphen', () => expect(found('een niet-uitkeringsgerechtigde, de nietuitkeringsgerechtigden')).toHaveLength(2));
  it('may be of more words, and the longest counts', () => {
    expect(found('op eigen kracht')).toEqual(['eigen kracht = eigen kracht']);
    expect(found('een interventie van buiten')).toEqual(['interventie van buiten = interventie van buiten']);
  });
  it('are not found inside other words, nor half', () => expect(found('de doelgroepenbus rijdt op eigen houtje, met kracht')).toEqual([]));
  it('leave the text as it was, to the letter', () => {
    const text = '  Voor <b>de doelgroep</b>\n\nen “eigen  kracht” 👩‍👩‍👧‍👦 &amp; cliënt.\t';
    expect(
      find(text)
        .map(({ tekst }) => tekst)
        .join(''),
    ).toBe(text);
  });
  it('leave an empty text empty', () => expect(find('')).toEqual([]));
  it('are looked for in so much of a long text, and quickly', () => {
    const long = 'doelgroep '.repeat(MOST_TEXT);
    const start = performance.now();
    const pieces = find(long);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(pieces.map(({ tekst }) => tekst).join('')).toBe(long.slice(0, MOST_TEXT));
  });
  it('are looked for quickly in a word without end', () => {
    for (const word of ['ou'.repeat(50_000), 'a'.repeat(100_000), `${'a-'.repeat(50_000)}!`, `${'tegen'.repeat(20_000)}`]) {
      const start = performance.now();
      expect(found(`${word} doelgroep`.slice(-MOST_TEXT))).toEqual(['doelgroep = doelgroep']);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
