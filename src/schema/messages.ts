/** Dutch texts for zod's own issues. Each is one sentence about what is wrong and one about the remedy. */
import { z } from 'zod';

const TYPES: Record<string, string> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een blok met velden',
  date: 'een datum',
};

const UNITS: Record<string, [one: string, more: string]> = { string: ['teken', 'tekens'], array: ['onderdeel', 'onderdelen'] };

const quote = (value: unknown) => (typeof value === 'string' ? `‘${value}’` : String(value));

const count = (origin: string, amount: number | bigint) => `${amount} ${UNITS[origin]?.[Number(amount) === 1 ? 0 : 1] ?? ''}`.trim();

function size(issue: { origin: string; input?: unknown }): string {
  const { input, origin } = issue;
  if (typeof input === 'string') return count(origin, input.length);
  if (Array.isArray(input)) return count(origin, input.length);
  return String(input);
}

/** The Dutch text of a zod issue, or nothing when the issue carries a text of its own. */
export const dutchMessage: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? issue.expected;
      if (issue.input === undefined) return `Dit veld ontbreekt. Vul hier ${wanted} in.`;
      return `Hier staat ${quote(issue.input)}, geen ${wanted.replace(/^een /, '')}. Vul ${wanted} in.`;
    }
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `Te lang: ${size(issue)}. Kort in tot hoogstens ${count(issue.origin, issue.maximum)}.`
        : `${size(issue)} is te groot. Kies hoogstens ${issue.maximum}.`;
    case 'too_small':
      if (issue.origin === 'string') return 'Dit veld is leeg. Vul een tekst in.';
      return issue.origin === 'array' ? `Te weinig: ${size(issue)}. Zet er minstens ${issue.minimum} in.` : `${size(issue)} is te klein. Kies minstens ${issue.minimum}.`;
    case 'invalid_value':
      return issue.input === undefined ? `Dit veld ontbreekt. Kies uit: ${issue.values.join(', ')}.` : `${quote(issue.input)} kan hier niet. Kies uit: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `Onbekend veld: ${issue.keys.join(', ')}. Haal het weg of verbeter de spelling.`;
    case 'invalid_union':
      return 'Deze waarde past hier niet. Vergelijk met het sjabloon in deze map.';
    default:
      return undefined;
  }
};

// A custom error map goes before the locale that Astro sets on the zod it shares with us.
z.config({ customError: dutchMessage });
