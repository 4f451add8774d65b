import { expect, it } from 'vitest';
import { meldAdres } from '../../src/model/melding.ts';

it('a note about an entry goes by mail, with its subject and first words in place and no plus for a space', () =>
  expect(meldAdres({ url: 'mailto:redactie@gemeente.example' }, 'Over A-24 Aanbellen', 'Wat klopt er niet?\n')).toBe(
    'mailto:redactie@gemeente.example?subject=Over%20A-24%20Aanbellen&body=Wat%20klopt%20er%20niet%3F%0A',
  ));
it('or as an issue, beside what the address asks already', () =>
  expect(meldAdres({ url: 'https://git.example/issues/new?labels=fout' }, 'Over A-24 & meer', 'Wat')).toBe(
    'https://git.example/issues/new?labels=fout&title=Over%20A-24%20%26%20meer&body=Wat',
  ));
it('and leads to the page about corrections where nobody gave an address', () => expect(meldAdres(null, 'Over A-24', 'Wat')).toBe('/correcties.html'));
