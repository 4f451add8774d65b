import { describe, expect, it } from 'vitest';
import { picked, toggled } from '../../src/model/keuze.ts';
import type { Trekkaart } from '../../src/model/keuzes.ts';
import { draw, pile, readTrekking, writeTrekking } from '../../src/model/trekking.ts';

const card = (code: string, deel = 1): Trekkaart => ({ code, titel: code, deel, url: '', kern: '', hart: '', vraag: '' });
const CARDS = [card('A-01'), card('A-02', 2), card('A-03', 3), card('C-01', 2)];
const plain = readTrekking('');

describe('the link of a drawn card', () => {
  it.each(['A-21', 'A-21&deel=2', 'A-21&deel=2&uit=alles&groot', 'C-03&uit=casussen', 'deel=3'])('%s is written as it was read', (link) =>
    expect(writeTrekking(readTrekking(`#${link}`))).toBe(link),
  );
  it('forgives how a code is written', () => expect(readTrekking('a21').code).toBe('A-21'));
  it.each(['', '#', '__proto__=1', '%E0%A4%A', 'deel=9', 'deel=__proto__', 'uit=constructor', 'A-211111', 'x'.repeat(100_000), '\u0000', '&&=&', 'groot=%'])(
    '%s has no code and draws from all cards',
    (link) => {
      expect(readTrekking(link)).toMatchObject({ code: '', deel: undefined, stapel: 'kaarten' });
    },
  );
  it('keeps a word that is no code, to name it', () => expect(readTrekking('#kaart21').vreemd).toBe('kaart21'));
});

describe('drawing', () => {
  it('draws cards, cases or both, from one deel or all', () => {
    const codes = (link: string) => pile(CARDS, readTrekking(link)).map(({ code }) => code);
    expect(codes('')).toEqual(['A-01', 'A-02', 'A-03']);
    expect(codes('deel=2')).toEqual(['A-02']);
    expect(codes('deel=2&uit=alles')).toEqual(['A-02', 'C-01']);
    expect(codes('deel=1&uit=casussen')).toEqual([]);
  });
  it('does not repeat what was just drawn', () => {
    for (const random of [0, 0.3, 0.6, 0.99]) expect(draw(pile(CARDS, plain), ['A-01'], () => random)!.code).not.toBe('A-01');
  });
  it('goes on when all were drawn, and with a pile of one', () => {
    expect(draw(pile(CARDS, plain), ['A-01', 'A-02', 'A-03'], () => 0)!.code).toBe('A-01');
    expect(draw([CARDS[0]!], ['A-01'], () => 0)!.code).toBe('A-01');
  });
  it('draws nothing from an empty pile', () => expect(draw([], ['A-01'], () => 0)).toBeUndefined());
});

describe('the pick in progress', () => {
  it('takes a card in and out, and leaves the rest of the meeting as it was', () => {
    const meeting = 'v=1&titel=A-01&A-21=30_C-33+lezen&eigen=15_A-02';
    expect(picked(meeting)).toEqual(['A-21']);
    expect(toggled(meeting, 'C-33')).toBe(`${meeting}&C-33`);
    expect(toggled(meeting, 'A-21')).toBe('v=1&titel=A-01&eigen=15_A-02');
    expect(toggled('', 'A-21')).toBe('A-21');
  });
});
