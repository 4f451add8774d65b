import { describe, expect, it } from 'vitest';
import { raysOfAlgoritme, raysOfCasus, smallSparkOf, sparkOf } from '../../src/model/vonk.ts';
import { makeAlgoritme, makeCasus } from '../support.ts';

const stap = (naar: number | 'stop') => ({ doe: 'Doe iets.', beslispunt: { vraag: 'Gaat het?', uitgangen: ['ja', 'nee'].map((als) => ({ als, naar })) } });

describe('a spark', () => {
  const lines = (path: string) => path.split('M').length - 1;
  it('has a line per step, two more where a decision follows, and a bar where one of its exits is stop', () => {
    const rays = raysOfAlgoritme(makeAlgoritme({ stappen: [{ doe: 'Kijk.' }, stap(3), stap('stop')] }).data);
    expect(rays.map(({ end }) => end)).toEqual(['plain', 'fork', 'stop']);
    const { full, dashed, bars, rings } = sparkOf(rays);
    expect([lines(full), lines(dashed), lines(bars), rings.length]).toEqual([5, 0, 1, 0]);
  });
  it('has a dashed line with a ring for each voice that was not at the table', () => {
    const { data } = makeCasus();
    const absent = data.perspectieven.filter(({ aanTafel }) => !aanTafel).length;
    const { dashed, rings } = sparkOf(raysOfCasus(data));
    expect([lines(dashed), rings.length]).toEqual([absent, absent]);
    expect(absent).toBeGreaterThan(0);
  });
  it('is drawn in whole units when it is small', () => {
    const rays = raysOfAlgoritme(makeAlgoritme().data);
    expect(smallSparkOf(rays).full).not.toContain('.');
    expect(sparkOf(rays).full).toContain('.');
  });
});
