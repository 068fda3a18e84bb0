import { useCallback, useMemo } from 'preact/hooks';
import { Chart } from '../ui/Chart';
import type { Palette } from '../ui/palette';
import { barHeight, barOption } from './barOption';
import { useDash } from './context';
import { DataTable } from './DataTable';
import { actionOf, keysOf, measureOf, sortedBy, type Cell, type ChartData } from './data';
import { all, filterOf } from './filters';
import { hasPorts } from '../ui/services';

/** What a row is about, as one filter; of a protocol without ports the port says nothing. */
export function filterOfRow(data: ChartData, row: Cell[]): string {
  const keys = keysOf(data).map((key) => [data.columns[key]!, row[key] ?? null] as const);
  const protocol = keys.find(([field]) => field === 'protocol')?.[1];
  const told = keys.filter(([field]) => !(field === 'dstport' && protocol !== undefined && !hasPorts(Number(protocol))));
  return all(told.map(([field, value]) => filterOf(field, value)));
}

export function BarChart({ title, query, data: given }: { title: string; query: string; data: ChartData }) {
  const { view, naming, narrow, scope, filter } = useDash();
  const measure = measureOf(given, view.measure);
  const data = useMemo(() => sortedBy(given, measure), [given, measure]);
  const option = useCallback((palette: Palette) => barOption(palette, { data, measure, naming, action: actionOf(query), narrow }), [data, measure, naming, query, narrow]);
  return (
    <>
      <Chart
        label={naming.text.chartOf(title, naming.text.rowsShown(data.rows.length))}
        option={option}
        height={barHeight(data.rows.length)}
        onClick={({ dataIndex }) => data.rows[dataIndex] !== undefined && filter([filterOfRow(data, data.rows[dataIndex])])}
        table={<DataTable title={title} data={data} measure={measure} span={scope.bucketSeconds} />}
      />
      {measure !== 'bytes' && data.columns.includes('bytes') && <p class="hint">{naming.text.byBytes}</p>}
    </>
  );
}
