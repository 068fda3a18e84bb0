import type { Api } from '../api/api';

export type Cost = { currency: string; write: number; index: number; storage: number; tableTransactions: number; queueTransactions: number; total: number };

export type Line = {
  day: string;
  project: string;
  logstore: string;
  records: number;
  bytesWritten: number;
  bytesIndexed: number;
  tableTransactions: number;
  queueTransactions: number;
  cost: Cost;
};

export type Total = Omit<Line, 'day' | 'project' | 'logstore' | 'cost'> & { currency: string; cost: number };

export type Usage = { from: string; to: string; total: Total; lines: Line[]; isCut: boolean };

export type Asked = { from: string | undefined; to: string | undefined; project: string | undefined; logstore: string | undefined };

type Answer = { from: string; to: string; total: Total; items: Line[]; cursor?: string };

const mostLines = 20000;

/** Usage with all of its lines, page after page. */
export async function readUsage(api: Api, asked: Asked, signal: AbortSignal): Promise<Usage> {
  const first = await api.get<Answer>('usage', { ...asked, limit: 1000 }, signal);
  const lines = [...first.items];
  let cursor = first.cursor;
  while (cursor !== undefined && lines.length < mostLines) {
    const page: Answer = await api.get<Answer>('usage', { ...asked, from: first.from, to: first.to, limit: 1000, cursor }, signal);
    lines.push(...page.items);
    cursor = page.cursor;
  }
  return { from: first.from, to: first.to, total: first.total, lines, isCut: cursor !== undefined };
}

export const parts = ['write', 'index', 'storage', 'tableTransactions', 'queueTransactions'] as const;

/** What each part of the cost comes to. */
export function costByPart(lines: Line[]): Record<(typeof parts)[number], number> {
  const sums = { write: 0, index: 0, storage: 0, tableTransactions: 0, queueTransactions: 0 };
  for (const { cost } of lines) for (const part of parts) sums[part] += cost[part];
  return sums;
}

export type Shown = 'cost' | 'bytesWritten' | 'bytesIndexed' | 'records';

export const shownOf = (line: Line, shown: Shown): number => (shown === 'cost' ? line.cost.total : line[shown]);

export const logstoreOf = (line: Line): string => `${line.project} / ${line.logstore}`;

export type Stack = { days: string[]; series: { name: string | null; values: number[] }[] };

/** Every day of the range with what each Logstore has of it; those with the least together, without a name. */
export function stackOf({ from, to, lines }: Pick<Usage, 'from' | 'to' | 'lines'>, shown: Shown, most = 7): Stack {
  const days: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86400000) days.push(new Date(day).toISOString().slice(0, 10));
  const place = new Map(days.map((day, index) => [day, index]));
  const byName = new Map<string, number[]>();
  for (const line of lines) {
    const name = logstoreOf(line);
    let values = byName.get(name);
    if (values === undefined) byName.set(name, (values = days.map(() => 0)));
    const index = place.get(line.day);
    if (index !== undefined) values[index]! += shownOf(line, shown);
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const ranked = [...byName].sort((a, b) => sum(b[1]) - sum(a[1]) || a[0].localeCompare(b[0]));
  const kept: Stack['series'] = ranked.slice(0, most).map(([name, values]) => ({ name, values }));
  const rest = ranked.slice(most);
  if (rest.length > 0) kept.push({ name: null, values: days.map((_, index) => rest.reduce((total, [, values]) => total + values[index]!, 0)) });
  return { days, series: kept };
}
