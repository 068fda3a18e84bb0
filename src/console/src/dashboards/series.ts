import { keysOf, numberAt, type Cell, type ChartData, type Measure } from './data';
import type { PointState } from './completeness';
import { pointsOf, secondsIn, type Scope } from './scope';

/** A line or bar over time: what it is about, and a value for each point; null where it is not known. */
export type Series = { keys: Cell[]; values: (number | null)[] };

export type Aligned = { fields: string[]; times: number[]; series: Series[]; states: PointState[] };

/**
 * Rows by time and keys as series that have all the points of the scope. A point without a row is 0 where all of its minutes are known,
 * and unknown (null) elsewhere. As a rate, bits (of bytes) or numbers a second.
 */
export function align(data: ChartData, scope: Scope, measure: Measure, states: PointState[], rate = false): Aligned {
  const times = pointsOf(scope);
  const keys = keysOf(data);
  const time = data.columns.indexOf('time');
  const place = new Map(times.map((at, index) => [at, index]));
  const byKey = new Map<string, Series>();
  const blank = states.map((state) => (state === 'complete' ? 0 : null));
  if (keys.length === 0) byKey.set('[]', { keys: [], values: [...blank] });
  for (const row of data.rows) {
    const about = keys.map((key) => row[key] ?? null);
    const name = JSON.stringify(about);
    let series = byKey.get(name);
    if (series === undefined) byKey.set(name, (series = { keys: about, values: [...blank] }));
    const index = place.get(Number(row[time]));
    if (index === undefined) continue;
    const value = numberAt(data, row, measure) ?? 0;
    series.values[index] = rate ? (value * (measure === 'bytes' ? 8 : 1)) / secondsIn(scope, times[index]!) : value;
  }
  const series = [...byKey.values()].sort((a, b) => compare(a.keys, b.keys));
  return { fields: keys.map((key) => data.columns[key]!), times, series, states };
}

function compare(a: Cell[], b: Cell[]): number {
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [a[index]!, b[index]!];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
  }
  return 0;
}
