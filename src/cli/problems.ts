/** One thing wrong at one place in one file, and the listing of them all. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Both count from 1. */
  line: number;
  column: number;
  /** What is wrong, in Dutch, as one sentence. */
  message: string;
  /** What to do about it, in Dutch. */
  remedy: string;
}

/** Cuts `text` (“What is wrong. What to do.”) into its first sentence and the rest. */
export function splitRemedy(text: string): { message: string; remedy: string } {
  const cut = /^(.+?[.!?’])\s+(?=[A-Z‘(])/su.exec(text);
  return cut ? { message: cut[1]!, remedy: text.slice(cut[0].length) } : { message: text, remedy: '' };
}

const order = new Intl.Collator('nl', { numeric: true }).compare;

/** The problems by file and place, one per line, with a count at the end. */
export function listing(problems: readonly Problem[]): string {
  const sorted = problems.toSorted((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column);
  const lines = sorted.map(({ file, line, column, message, remedy }) => `${file}:${line}:${column}  ${message}  ${remedy}`.trimEnd());
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = problems.length === 1 ? '1 fout' : `${problems.length} fouten`;
  return [...lines, '', `${count} in ${files === 1 ? '1 bestand' : `${files} bestanden`}.`].join('\n');
}
