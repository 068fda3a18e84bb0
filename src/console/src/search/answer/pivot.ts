import type { Cell, QueryAnswer } from '../types';
import { amount, type ChartPlan } from './choice';

/** Rows brought to a table of names: a value for each key and series. Keys are in the order in which they come. */
export type Pivot = { keys: string[]; raw: Map<string, Cell>; series: { name: string; values: (number | undefined)[] }[]; left: number };

export const textOf = (value: Cell | undefined): string => (value === null || value === undefined ? '-' : String(value));

/** The values of a plan by key and series; series beyond `mostSeries` and keys beyond `mostKeys` are left out and counted in `left`. */
export function pivotOf(answer: QueryAnswer, plan: ChartPlan, mostKeys: number, mostSeries: number): Pivot {
  const keys: string[] = [];
  const raw = new Map<string, Cell>();
  const sums = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  let left = 0;
  for (const row of answer.rows) {
    const key = plan.x === undefined ? '' : textOf(row[plan.x]);
    if (!raw.has(key)) {
      if (keys.length >= mostKeys) {
        left++;
        continue;
      }
      keys.push(key);
      raw.set(key, plan.x === undefined ? null : (row[plan.x] ?? null));
    }
    for (const y of plan.y) {
      const name = plan.group === undefined ? (answer.columns[y]?.name ?? '') : textOf(row[plan.group]);
      const of = sums.get(name) ?? new Map<string, number>();
      of.set(key, (of.get(key) ?? 0) + amount(row[y]));
      sums.set(name, of);
      totals.set(name, (totals.get(name) ?? 0) + Math.abs(amount(row[y])));
    }
  }
  const names = plan.group === undefined ? [...sums.keys()] : [...sums.keys()].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  const shown = names.slice(0, mostSeries);
  return { keys, raw, left: left + names.length - shown.length, series: shown.map((name) => ({ name, values: keys.map((key) => sums.get(name)?.get(key)) })) };
}
