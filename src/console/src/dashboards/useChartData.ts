import { at } from '../api/api';
import { useApi } from '../app/session';
import { useAsked, type Asked } from '../ui/asked';
import { useDash } from './context';
import { dataOf, type ChartData, type QueryAnswer } from './data';
import { queryWith, searchWith, splitQuery } from './filters';
import { bucketOf, isoAt, type Scope } from './scope';

/** The answer of a chart's query on the records that meet the filters; asked in its turn. */
export function useChartData(query: string): Asked<ChartData> {
  const api = useApi();
  const { project, logstore, scope, view, turns, round } = useDash();
  const asked = queryWith(query, view.filters);
  return useAsked(
    (signal) =>
      turns.run(signal, async () => {
        const body = { from: isoAt(scope.from), to: isoAt(scope.to), query: asked };
        return dataOf(await api.change<QueryAnswer>('POST', `${at`projects/${project}/logstores/${logstore}`}/query`, body, { signal }));
      }),
    [api, asked, scope.from, scope.to, round],
  );
}

export type Heat = { data: ChartData; scope: Scope; sources: number; query: string };

const mostCells = 72;

/** The sources with the most bytes, then what each has in each stretch of time. */
export function useHeat(query: string): Asked<Heat> {
  const api = useApi();
  const { project, logstore, scope, view, turns, round } = useDash();
  const search = searchWith(splitQuery(query).search, view.filters);
  const top = Math.min(view.top, 20);
  return useAsked(
    (signal) =>
      turns.run(signal, async () => {
        const place = at`projects/${project}/logstores/${logstore}`;
        const range = { from: isoAt(scope.from), to: isoAt(scope.to) };
        const cells: Scope = { ...scope, bucketSeconds: Math.max(scope.bucketSeconds, bucketOf(scope.to - scope.from, mostCells)) };
        const list = await api.get<{ items: { key: string }[] }>(`${place}/top`, { ...range, query: search, field: 'srcaddr', by: 'bytes', limit: top }, signal);
        const sources = list.items.map((item) => item.key).filter((key) => key !== '-');
        if (sources.length === 0) return { data: { columns: ['time', 'srcaddr', 'bytes'], rows: [] }, scope: cells, sources: 0, query: search };
        const narrowed = searchWith(search, [sources.map((source) => `srcaddr: "${source}"`).join(' or ')]);
        const answer = await api.get<QueryAnswer>(`${place}/groups`, { ...range, query: narrowed, by: 'srcaddr', interval: cells.bucketSeconds, order: 'time', limit: 10000 }, signal);
        const data = dataOf(answer);
        const key = data.columns.indexOf('srcaddr');
        // The sources with the most come first, as in other lists.
        const rows = data.rows.toSorted((a, b) => sources.indexOf(String(a[key])) - sources.indexOf(String(b[key])));
        const sql = `SELECT __time__ - __time__ % ${cells.bucketSeconds} AS time, srcaddr, count(*) AS records, sum(packets) AS packets, sum(bytes) AS bytes FROM log GROUP BY time, srcaddr ORDER BY time LIMIT 10000`;
        return { data: { ...data, rows }, scope: cells, sources: sources.length, query: `${narrowed} | ${sql}` };
      }),
    [api, search, top, scope.from, scope.to, scope.bucketSeconds, round],
  );
}
