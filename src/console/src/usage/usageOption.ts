import type { EChartsCoreOption } from 'echarts/core';
import { lookAt } from '../ui/looks';
import type { Palette } from '../ui/palette';
import type { Stack } from './usage';

/** A bar a day, with what each Logstore has of it. */
export function usageOption(palette: Palette, { days, series }: Stack, others: string, value: (value: number) => string): EChartsCoreOption {
  const names = series.map((each) => each.name ?? others);
  const tooltip = (points: unknown) => {
    const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
    const shown = series.flatMap((each, place) => (each.values[index]! > 0 ? [`${names[place]}: ${value(each.values[index]!)}`] : []));
    return [days[index], ...shown, value(series.reduce((sum, each) => sum + each.values[index]!, 0))].join('\n');
  };
  return {
    grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { type: 'scroll', top: 0, left: 0, right: 0, itemWidth: 22, itemHeight: 12, textStyle: { color: palette.text }, pageTextStyle: { color: palette.text }, pageIconColor: palette.text, pageIconInactiveColor: palette.line },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' }, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text }, formatter: tooltip },
    xAxis: { type: 'category', data: days, axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false }, axisLabel: { color: palette.faint, hideOverlap: true, formatter: (day: string) => day.slice(5) } },
    yAxis: { type: 'value', axisLabel: { color: palette.faint, formatter: value }, splitLine: { lineStyle: { color: palette.line } } },
    series: series.map((each, place) => ({ type: 'bar', name: names[place], stack: 'all', barMaxWidth: 40, ...lookOf(palette, place), data: each.values })),
  };
}

function lookOf(palette: Palette, place: number) {
  const look = lookAt(palette, place);
  return { color: look.color, itemStyle: look };
}
