import { useCallback, useMemo } from 'preact/hooks';
import { Chart, type ChartClick } from '../ui/Chart';
import type { Palette } from '../ui/palette';
import { useDash } from './context';
import { DataTable } from './DataTable';
import { measureOf, type ChartData } from './data';
import { all, filterOf } from './filters';
import { sankeyHeight, sankeyOf, sankeyOption } from './sankeyOption';

export function SankeyChart({ title, data }: { title: string; data: ChartData }) {
  const { view, naming, narrow, scope, filter } = useDash();
  const measure = measureOf(data, view.measure);
  const graph = useMemo(() => sankeyOf(data, measure), [data, measure]);
  const option = useCallback((palette: Palette) => sankeyOption(palette, graph, measure, naming, narrow), [graph, measure, naming, narrow]);
  const filterAt = (name: string) => filterOf(name.startsWith('s:') ? 'srcaddr' : 'dstaddr', graph.nodes.find((node) => node.name === name)?.address ?? null);
  const click = (clicked: ChartClick) => {
    const link = clicked.data as { source?: string; target?: string; name?: string };
    if (link.source !== undefined && link.target !== undefined) filter([all([filterAt(link.source), filterAt(link.target)])]);
    else if (link.name !== undefined) filter([filterAt(link.name)]);
  };
  return (
    <>
      <Chart
        label={naming.text.chartOf(title, naming.text.rowsShown(graph.links.length))}
        option={option}
        height={sankeyHeight(graph)}
        onClick={click}
        table={<DataTable title={title} data={data} measure={measure} span={scope.bucketSeconds} />}
      />
      <p class="hint">{naming.text.sankeyHow}</p>
    </>
  );
}
