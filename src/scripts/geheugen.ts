/** What a tab remembers until it closes. Where that is not allowed, nothing is remembered and nothing breaks. */
export function remember(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Storage is switched off: the link still carries everything.
  }
}

export function recall(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

/** Under this name stands the fragment of the meeting that is being composed. */
export const KEUZE = 'bijeenkomst';
