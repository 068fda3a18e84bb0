export type Kind = 'line' | 'bar' | 'table' | 'heatmap' | 'number' | 'pie' | 'sankey';

export type Cell = string | number | null;

/** By how much numbers can be too low at most. */
export type Bound = { records: number; packets: number; bytes: number };

export type ChartData = { columns: string[]; rows: Cell[][]; error?: Bound | undefined; rowErrors?: Bound[] | undefined; standardError?: number | undefined };

export type ChartSpec = { name: string; title: string; kind: Kind; query: string };

type Column = { name: string; type: string };

export type ReportsAnswer = { items: { name: string; title: string; charts: ChartSpec[] }[] };

export type ReportAnswer = {
  name: string;
  title: string;
  from: string;
  to: string;
  bucketSeconds: number;
  charts: (ChartSpec & { columns: Column[]; rows: Cell[][]; error?: Bound; rowErrors?: Bound[]; standardError?: number })[];
};

export type QueryAnswer = { columns: Column[]; rows: Cell[][]; isCut: boolean };

export const dataOf = (answer: ReportAnswer['charts'][number] | QueryAnswer): ChartData => ({
  columns: answer.columns.map((column) => column.name),
  rows: answer.rows,
  ...('error' in answer ? { error: answer.error, rowErrors: answer.rowErrors } : {}),
  ...('standardError' in answer ? { standardError: answer.standardError } : {}),
});

/** What can be chosen to be shown; columns of that name have it. */
export type Measure = 'bytes' | 'packets' | 'records';

export const measures: Measure[] = ['bytes', 'packets', 'records'];

const numbers = new Set(['bytes', 'packets', 'records', 'share', 'rejectedBytes', 'rejectedPackets', 'rejectedRecords', 'sources', 'destinations', 'flows', 'windows']);

export const isNumber = (column: string): boolean => numbers.has(column);

/** What a row is about, as places of columns. */
export const keysOf = (data: ChartData): number[] => data.columns.flatMap((name, index) => (numbers.has(name) || name === 'time' ? [] : [index]));

/** The measure to show: the one that was chosen if the data have it. */
export function measureOf(data: ChartData, chosen: Measure): Measure {
  if (data.columns.includes(chosen)) return chosen;
  return measures.find((measure) => data.columns.includes(measure)) ?? 'bytes';
}

export const rejectedOf = (measure: Measure): string => `rejected${measure[0]!.toUpperCase()}${measure.slice(1)}`;

/** A number of a row by its column's name; undefined if there is no such column. */
export function numberAt(data: ChartData, row: Cell[], column: string): number | undefined {
  const index = data.columns.indexOf(column);
  return index < 0 ? undefined : Number(row[index] ?? 0);
}

/** What the query itself asks of the action. */
export const actionOf = (query: string): 'ACCEPT' | 'REJECT' | undefined => /^[^|]*\baction: (ACCEPT|REJECT)\b/.exec(query)?.[1] as 'ACCEPT' | 'REJECT' | undefined;

/** The rows with the most of a measure first, with what is known of their errors. */
export function sortedBy(data: ChartData, measure: Measure): ChartData {
  const order = data.rows.map((_, index) => index).sort((a, b) => (numberAt(data, data.rows[b]!, measure) ?? 0) - (numberAt(data, data.rows[a]!, measure) ?? 0) || a - b);
  return { ...data, rows: order.map((index) => data.rows[index]!), rowErrors: data.rowErrors && order.map((index) => data.rowErrors![index]!) };
}
