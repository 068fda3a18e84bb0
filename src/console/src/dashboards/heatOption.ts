import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette';
import type { Measure } from './data';
import type { Naming } from './naming';
import type { Scope } from './scope';
import type { Aligned } from './series';

export const heatHeight = (rows: number): number => 96 + Math.max(3, rows) * 26;

/** Sources by time as cells; colours by the logarithm, as few sources have most of the traffic. */
export function heatOption(palette: Palette, aligned: Aligned, scope: Scope, measure: Measure, naming: Naming, narrow: boolean): EChartsCoreOption {
  const names = aligned.series.map((series) => naming.cell(aligned.fields[0] ?? 'srcaddr', series.keys[0] ?? null));
  const span = scope.to - scope.from;
  const cells = aligned.series.flatMap((series, y) => series.values.flatMap((value, x) => (value === null ? [] : [[x, y, Math.log10(value + 1), value]])));
  const most = Math.max(1, ...cells.map((cell) => cell[2]!));
  return {
    grid: { left: 8, right: 16, top: 8, bottom: 52, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text },
      formatter: ({ value: [x, y, , value] }: { value: [number, number, number, number] }) =>
        `${names[y]}\n${naming.format.moment(aligned.times[x]!, span)} – ${naming.format.moment(aligned.times[x]! + scope.bucketSeconds, span)}\n${naming.value(measure, value)}`,
    },
    xAxis: { type: 'category', data: aligned.times.map((at) => naming.format.moment(at, span)), axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false }, axisLabel: { color: palette.faint, hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, data: names, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: palette.text, width: narrow ? 96 : 170, overflow: 'truncate' } },
    visualMap: {
      type: 'continuous', min: 0, max: most, dimension: 2, orient: 'horizontal', left: 'center', bottom: 0, itemWidth: 12, itemHeight: narrow ? 90 : 160, inRange: { color: palette.ramp }, textStyle: { color: palette.text },
      text: [naming.axis(measure, 10 ** most - 1), '0'],
    },
    series: [{ type: 'heatmap', progressive: 0, data: cells, itemStyle: { borderColor: palette.surface, borderWidth: 1 }, emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } } }],
  };
}
