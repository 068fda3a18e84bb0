import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette';
import { keysOf, numberAt, rejectedOf, type Cell, type ChartData, type Measure } from './data';
import { lookAt, lookOf } from '../ui/looks';
import type { Naming } from './naming';

type Bars = { data: ChartData; measure: Measure; naming: Naming; action: Cell | undefined; narrow: boolean };

export const barHeight = (rows: number): number => 48 + Math.max(3, rows) * 28;

/** The rows with the most as lying bars; accepted and rejected on top of each other where the data tell them apart. */
export function barOption(palette: Palette, { data, measure, naming, action, narrow }: Bars): EChartsCoreOption {
  const keys = keysOf(data);
  const fields = keys.map((key) => data.columns[key]!);
  const names = data.rows.map((row) => naming.row(fields, keys.map((key) => row[key] ?? null)));
  const totals = data.rows.map((row) => numberAt(data, row, measure) ?? 0);
  const rejected = data.rows.map((row) => numberAt(data, row, rejectedOf(measure)));
  const split = rejected.some((value) => value !== undefined);
  const series = split
    ? [
        { name: naming.cell('action', 'ACCEPT'), look: lookOf(palette, 'ACCEPT', null), values: totals.map((total, index) => Math.max(0, total - (rejected[index] ?? 0))) },
        { name: naming.cell('action', 'REJECT'), look: lookOf(palette, 'REJECT', null), values: rejected.map((value) => value ?? 0) },
      ]
    : [{ name: naming.text.measures[measure], look: action == null ? lookAt(palette, 0) : lookOf(palette, action, null), values: totals }];
  const tooltip = (points: unknown) => {
    const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
    const bound = data.rowErrors?.[index]?.[measure] ?? 0;
    const lines = [names[index]!, ...series.map(({ name, values }) => `${name}: ${naming.value(measure, values[index]!)}`)];
    if (split) lines.push(`${naming.text.total}: ${naming.value(measure, totals[index]!)}`);
    if (bound > 0) lines.push(naming.text.bound(naming.value(measure, bound)));
    return lines.join('\n');
  };
  return {
    grid: { left: 8, right: 72, top: split ? 32 : 8, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ...(split ? { legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 12, textStyle: { color: palette.text } } } : {}),
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' }, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text }, formatter: tooltip },
    xAxis: { type: 'value', min: 0, axisLabel: { color: palette.faint, hideOverlap: true, formatter: (value: number) => naming.axis(measure, value) }, splitNumber: 3, splitLine: { lineStyle: { color: palette.line } } },
    yAxis: { type: 'category', inverse: true, data: data.rows.map((_, index) => index), axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false }, axisLabel: { color: palette.text, width: narrow ? 112 : 170, overflow: 'truncate', formatter: (index: string) => names[Number(index)] ?? '' } },
    series: series.map(({ name, look, values }, place) => ({
      type: 'bar',
      name,
      stack: 'all',
      color: look.color,
      itemStyle: look,
      barMaxWidth: 20,
      data: values,
      ...(place === series.length - 1 ? { label: { show: true, position: 'right', color: palette.text, formatter: ({ dataIndex }: { dataIndex: number }) => naming.axis(measure, totals[dataIndex] ?? 0) } } : {}),
    })),
  };
}
