import { stringify } from 'csv-stringify/sync';
import { openColumns, type OpenNaam } from '../schema/open.ts';

/** Between the items of a list in one cell. No text of ours holds it. */
const BETWEEN = ' | ';

const at = (row: unknown, column: string): unknown => column.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], row);

/** A list of words joined, a list of blocks as JSON: a table has no better place for it. */
function cell(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(BETWEEN);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The entries of `naam` as CSV (RFC 4180: commas, CRLF, quotes doubled), UTF-8 with a byte order mark.
 * Without that mark Excel takes the file for Windows-1252 and shows ‘é’ as ‘Ã©’; other programs skip it. A semicolon would open well by a double
 * click in a Dutch Excel and nowhere else. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function toCsv(naam: OpenNaam, rows: readonly object[]): string {
  const columns = openColumns(naam);
  const cells = rows.map((row) => columns.map((column) => cell(at(row, column))));
  return stringify([columns, ...cells], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true });
}
