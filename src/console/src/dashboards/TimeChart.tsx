import { useCallback, useMemo } from 'preact/hooks';
import { Chart, type ChartClick } from '../ui/Chart';
import { useDash } from './context';
import { actionOf, measureOf, type ChartData } from './data';
import { filterOf } from './filters';
import { useMedia } from '../ui/media';
import type { Palette } from '../ui/palette';
import { SeriesTable } from './SeriesTable';
import { align } from './series';
import { nameOf, namesHeight, timeOption } from './timeOption';

export function TimeChart({ title, query, data }: { title: string; query: string; data: ChartData }) {
  const { scope, states, view, naming, narrow, filter, zoom } = useDash();
  const measure = measureOf(data, view.measure);
  const time = useMemo(
    () => ({ aligned: align(data, scope, measure, states, view.rate), scope, measure, rate: view.rate, naming, action: actionOf(query), narrow }),
    [data, scope, measure, states, view.rate, naming, query, narrow],
  );
  const option = useCallback((palette: Palette) => timeOption(palette, time), [time]);
  const names = time.aligned.series.map((series) => nameOf(time, series));
  const click = (clicked: ChartClick) => {
    const series = time.aligned.series[names.indexOf(clicked.seriesName)];
    if (series !== undefined) filter(series.keys.length === 0 && time.action !== undefined ? [filterOf('action', time.action)] : time.aligned.fields.map((field, index) => filterOf(field, series.keys[index] ?? null)));
  };
  // A finger on a chart scrolls the page; only a pointer marks a stretch of time.
  const coarse = useMedia('(pointer: coarse)');
  const range = (from: number, to: number) => zoom(Math.floor(from / 60000) * 60, Math.max(Math.ceil(to / 60000), Math.floor(from / 60000) + 1) * 60);
  return (
    <>
      <Chart
        label={naming.text.chartOf(title, names.join(', '))}
        option={option}
        height={240 + namesHeight(names.length, narrow)}
        onClick={click}
        {...(coarse ? {} : { onRange: range })}
        table={<SeriesTable title={title} aligned={time.aligned} names={names} scope={scope} measure={measure} rate={view.rate} />}
      />
      {states.includes('missing') && <p class="hint">{naming.text.shaded}</p>}
    </>
  );
}
