import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { dekking } from '../../src/model/dekking.ts';
import { CASUS_ORDES, perLand } from '../../src/model/overzicht.ts';
import { leesPeriode } from '../../src/model/periode.ts';
import { tijdlijn } from '../../src/model/tijdlijn.ts';
import { tDekking } from '../../src/strings/dekking.ts';
import { makeAlgoritme, makeCasus, makeLibrary, ROOT } from '../support.ts';

describe('a period is read as its years', () => {
  it.each([
    ['2007 tot 2021', 2007, 2021, false],
    ['2012 tot nu', 2012, undefined, true],
    ['vanaf 1989', 1989, undefined, true],
    ['sinds 2004', 2004, undefined, true],
    ['tot 2020', undefined, 2020, false],
    ['tot en met 2022', undefined, 2022, false],
    ['2018', 2018, 2018, false],
    ['november 2021', 2021, 2021, false],
    ['rond 2010', 2010, 2010, false],
    ['evaluatie 2013', 2013, 2013, false],
    ['vanaf 2007 of 2008', 2007, undefined, true],
    ['vanaf circa 2009', 2009, undefined, true],
    ['vanaf eind 2013', 2013, undefined, true],
    ['vanaf eind jaren tachtig', 1989, undefined, true],
    ['vanaf halverwege de jaren negentig', 1995, undefined, true],
    ['vanaf begin jaren tien', 2011, undefined, true],
    ['begin deze eeuw tot 2019', 2001, 2019, false],
  ])('%s', (periode, van, tot, isOpen) => expect(leesPeriode(periode)).toEqual({ van, tot, isOpen }));
  it('and as none when it names none', () => {
    expect(leesPeriode('al een tijd')).toEqual({ van: undefined, tot: undefined, isOpen: false });
    expect(leesPeriode('tot nu')).toEqual({ van: undefined, tot: undefined, isOpen: true });
    expect(leesPeriode('12500 mensen')).toEqual({ van: undefined, tot: undefined, isOpen: false });
  });
});

describe('the line of years', () => {
  const made = (...periodes: string[]) =>
    tijdlijn(makeLibrary({ casussen: periodes.map((periode, index) => makeCasus({ code: `C-0${index + 1}`, periode }, `verhaal-${index}`)) }));
  it('holds every case of the library once', async () => {
    const { library } = await loadContent(ROOT);
    const { strepen, zonder } = tijdlijn(library);
    expect([...strepen.map(({ casus }) => casus), ...zonder].map(({ data }) => data.code).toSorted()).toEqual(library.casussen.map(({ data }) => data.code).toSorted());
    expect(zonder).toEqual([]);
  });
  it('starts at a round year and ends after the newest change, never at the day of today', () => {
    expect(made('2013 tot 2015', 'vanaf 2018')).toMatchObject({ eerste: 2010, laatste: 2027, merken: [2010, 2015, 2020, 2025] });
  });
  it('draws a single year as that year, an open end to the edge and an unknown start a little way', () => {
    const bars = made('2018', 'vanaf 2020', 'tot 2015').strepen.map(({ begin, eind }) => [begin, eind]);
    expect(bars).toEqual([
      [2011, 2016],
      [2018, 2019],
      [2020, 2027],
    ]);
  });
  it('names the cases without a year apart', () => {
    const { strepen, zonder } = made('al lang', '2018');
    expect(strepen).toHaveLength(1);
    expect(zonder.map(({ data }) => data.periode)).toEqual(['al lang']);
  });
  it('stands in a library without cases', () => expect(tijdlijn(makeLibrary({ casussen: [] })).strepen).toEqual([]));
});

describe('for whom there is something', () => {
  it('counts an entry for every rol that it names, in its own deel', () => {
    const { rijen } = dekking({ algoritmes: [makeAlgoritme({ rollen: ['bewoner', 'raadslid'], deel: 3 })], casussen: [makeCasus({ rollen: ['bewoner'], deel: 3 })] });
    expect(rijen.find(({ rol }) => rol === 'bewoner')!.vakken).toEqual([
      { deel: 1, algoritmes: 0, casussen: 0 },
      { deel: 2, algoritmes: 0, casussen: 0 },
      { deel: 3, algoritmes: 1, casussen: 1 },
    ]);
    expect(rijen.find(({ rol }) => rol === 'raadslid')!.vakken[2]).toEqual({ deel: 3, algoritmes: 1, casussen: 0 });
  });
  it('names every gap once, roles with the same gaps together, the largest first', () => {
    const { gaten } = dekking({ algoritmes: [makeAlgoritme({ rollen: ['bewoner', 'raadslid'], deel: 3 })], casussen: [] });
    expect(gaten).toEqual([
      { rollen: ['frontlijnwerker', 'ambtenaar', 'adviseur', 'bestuurder', 'manager'], delen: [1, 2, 3] },
      { rollen: ['bewoner', 'raadslid'], delen: [1, 2] },
    ]);
    expect(tDekking.gat(['bewoner', 'raadslid'], [1, 2], false)).toBe('voor een bewoner en een raadslid in deel 1 en 2');
  });
  it('has no gap when every rol has something in every deel', () => {
    const rollen = ['bewoner', 'frontlijnwerker', 'ambtenaar', 'adviseur', 'bestuurder', 'manager', 'raadslid'];
    expect(dekking({ algoritmes: [1, 2, 3].map((deel) => makeAlgoritme({ rollen, deel })), casussen: [] }).gaten).toEqual([]);
  });
});

it('countries are counted where the overview by place lists them', () => {
  const library = makeLibrary({ casussen: [makeCasus({ land: 'België', deel: 1 }), makeCasus({ code: 'C-02', land: 'Nederland' }, 'ander')] });
  const counts = perLand(library);
  expect(counts.map(({ land, delen }) => [land, ...delen.map(({ aantal }) => aantal)])).toEqual([
    ['Nederland', 0, 1, 0],
    ['België', 1, 0, 0],
  ]);
  expect(CASUS_ORDES[1].groups(library).map(({ anker }) => anker)).toEqual(counts.map(({ anker }) => anker));
});
