import { useCallback, useMemo } from 'preact/hooks';
import { Chart, type ChartClick } from '../ui/Chart';
import type { Palette } from '../ui/palette';
import { pointStates, type CompletenessAnswer } from './completeness';
import { useDash } from './context';
import { measureOf } from './data';
import { filterOf } from './filters';
import { heatHeight, heatOption } from './heatOption';
import { SeriesTable } from './SeriesTable';
import { align } from './series';
import type { Heat } from './useChartData';

export function HeatChart({ title, heat, completeness }: { title: string; heat: Heat; completeness: CompletenessAnswer | undefined }) {
  const { view, naming, narrow, zoom } = useDash();
  const measure = measureOf(heat.data, view.measure);
  const aligned = useMemo(() => {
    const all = align({ ...heat.data, columns: heat.data.columns }, heat.scope, measure, pointStates(completeness, heat.scope));
    // In the order in which the sources came: those with the most first.
    const order = [...new Set(heat.data.rows.map((row) => String(row[heat.data.columns.indexOf('srcaddr')])))];
    return { ...all, series: all.series.toSorted((a, b) => order.indexOf(String(a.keys[0])) - order.indexOf(String(b.keys[0]))) };
  }, [heat, measure, completeness]);
  const option = useCallback((palette: Palette) => heatOption(palette, aligned, heat.scope, measure, naming, narrow), [aligned, heat, measure, naming, narrow]);
  const names = aligned.series.map((series) => naming.cell('srcaddr', series.keys[0] ?? null));
  const click = ({ value }: ChartClick) => {
    const [x, y] = value as [number, number];
    const at = aligned.times[x];
    if (at !== undefined) zoom(at, at + heat.scope.bucketSeconds, [filterOf('srcaddr', aligned.series[y]?.keys[0] ?? null)]);
  };
  return (
    <>
      <Chart
        label={naming.text.chartOf(title, names.join(', '))}
        option={option}
        height={heatHeight(names.length)}
        onClick={click}
        table={<SeriesTable title={title} aligned={aligned} names={names} scope={heat.scope} measure={measure} rate={false} />}
      />
      <p class="hint">{naming.text.heatHow(heat.sources, naming.format.seconds(heat.scope.bucketSeconds))}</p>
    </>
  );
}
