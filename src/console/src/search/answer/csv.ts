import type { AnswerColumn, Cell } from '../types';

/**
 * RFC 4180: fields in quotes where they need them, CR LF behind each line.
 * For spreadsheets, texts that would be taken for a formula get an apostrophe in front, and the file a byte order mark;
 * other programs get every value as it is. Numbers stay numbers: nothing in them is run.
 */
export function csvOf(columns: AnswerColumn[], rows: Cell[][], forSpreadsheets = false): string {
  const guard = (value: Cell) => (forSpreadsheets && typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  const line = (cells: Cell[]) => cells.map((cell) => field(guard(cell))).join(',');
  return `${forSpreadsheets ? '\uFEFF' : ''}${[columns.map((column) => column.name), ...rows].map(line).join('\r\n')}\r\n`;
}

function field(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
