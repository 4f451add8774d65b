/** The code that `text` is, as it is printed: `a21` is A-21. Undefined for any other text. */
export function asCode(text: string): string | undefined {
  const [, letter, digits] = /^([ac])[\s-]?(\d{1,5})$/i.exec(text.trim()) ?? [];
  return letter && `${letter.toUpperCase()}-${String(Number(digits)).padStart(2, '0')}`;
}
