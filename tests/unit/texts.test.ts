import { describe, expect, it } from 'vitest';
import { isPlain } from '../../src/build/texts.ts';

describe('a text', () => {
  it.each([
    '## Kop\n\nTekst met een [link](/over.html), *nadruk* en een bron.[^krant]',
    '- een\n- twee\n  - drie',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '> Een citaat, 3 > 2',
    'Wij importeren niets.',
    '',
  ])('is plain Markdown: %j', (body) => expect(isPlain(body)).toBe(true));
  it.each([
    'Een <abbr>tag</abbr>',
    '<Kaart code="A-01" />',
    'Een {uitdrukking}',
    '![Een plaatje](/beeld.png)',
    'import x from "y"',
    '## Kop\n\nexport const a = 1',
    'Tekst\n\n    geen code in MDX',
    'Tekst\n\n\tgeen code in MDX',
    '<https://a.example>',
  ])('stays MDX, since the two would read it otherwise: %j', (body) => expect(isPlain(body)).toBe(false));
});
