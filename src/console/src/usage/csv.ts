import { parts, type Line } from './usage';

const numbers = ['records', 'bytesWritten', 'bytesIndexed', 'tableTransactions', 'queueTransactions'] as const;

/** The lines as CSV (RFC 4180), for a spreadsheet. */
export function csvOf(lines: Line[]): string {
  const head = ['day', 'project', 'logstore', ...numbers, ...parts.map((part) => `cost.${part}`), 'cost.total', 'currency'];
  const rows = lines.map((line) => [line.day, line.project, line.logstore, ...numbers.map((name) => line[name]), ...parts.map((part) => line.cost[part]), line.cost.total, line.cost.currency]);
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
