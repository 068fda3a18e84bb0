import { useCallback, useMemo } from 'preact/hooks';
import { Chart } from '../ui/Chart';
import type { Palette } from '../ui/palette';
import { filterOfRow } from './BarChart';
import { useDash } from './context';
import { DataTable } from './DataTable';
import { keysOf, measureOf, sortedBy, type ChartData } from './data';
import { pieHeight, pieOption } from './pieOption';
import { ruleText } from './RuleText';

export function PieChart({ title, data: given }: { title: string; data: ChartData }) {
  const { view, naming, inventory, scope, filter } = useDash();
  const measure = measureOf(given, view.measure);
  const data = useMemo(() => sortedBy(given, measure), [given, measure]);
  const labels = useMemo(() => {
    const keys = keysOf(data);
    return data.rows.map((row) => {
      const found = data.columns[keys[0] ?? 0] === 'rule-id' ? inventory.rules.get(String(row[keys[0]!])) : undefined;
      return found === undefined ? naming.row(keys.map((key) => data.columns[key]!), keys.map((key) => row[key] ?? null)) : `${ruleText(found.rule, naming.text, (id) => inventory.names.get(id))}`;
    });
  }, [data, inventory, naming]);
  const option = useCallback((palette: Palette) => pieOption(palette, data, measure, naming, (index) => labels[index] ?? ''), [data, measure, naming, labels]);
  return (
    <Chart
      label={naming.text.chartOf(title, naming.text.rowsShown(data.rows.length))}
      option={option}
      height={pieHeight(data.rows.length)}
      onClick={({ dataIndex }) => data.rows[dataIndex] !== undefined && filter([filterOfRow(data, data.rows[dataIndex])])}
      table={<DataTable title={title} data={data} measure={measure} span={scope.bucketSeconds} />}
    />
  );
}
