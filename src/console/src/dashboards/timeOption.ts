import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette';
import { stretches } from './completeness';
import type { Cell, Measure } from './data';
import { lookAt, lookOf, lookOfProtocol, type Look } from '../ui/looks';
import type { Naming } from './naming';
import type { Scope } from './scope';
import type { Aligned, Series } from './series';

type Time = { aligned: Aligned; scope: Scope; measure: Measure; rate: boolean; naming: Naming; action: Cell | undefined; narrow: boolean };

/** How much room names above the chart take: a line, or on narrow screens one for every two. */
export const namesHeight = (count: number, narrow: boolean): number => 16 + 24 * (narrow ? Math.min(5, Math.ceil(count / 2)) : 1);

/** A series' name; of one that has no keys, what the query asks of the action. */
export function nameOf({ aligned, naming, action, measure }: Time, series: Series): string {
  if (series.keys.length > 0) return naming.row(aligned.fields, series.keys);
  return action == null ? naming.text.measures[measure] : naming.cell('action', action);
}

export function looksOf(palette: Palette, { aligned, action }: Pick<Time, 'aligned' | 'action'>): Look[] {
  const at = (field: string) => aligned.fields.indexOf(field);
  return aligned.series.map((series, index) => {
    if (at('action') >= 0) return lookOf(palette, series.keys[at('action')]!, at('direction') < 0 ? null : series.keys[at('direction')]!);
    if (at('protocol') >= 0) return lookOfProtocol(palette, series.keys[at('protocol')]!);
    if (action != null) return lookOf(palette, action, null);
    return lookAt(palette, index);
  });
}

/** Stacked bars of traffic by action and direction, or lines of anything else, over time. */
export function timeOption(palette: Palette, time: Time): EChartsCoreOption {
  const { aligned, scope, measure, rate, naming } = time;
  const names = aligned.series.map((series) => nameOf(time, series));
  const looks = looksOf(palette, time);
  const bars = !aligned.fields.includes('protocol');
  const half = scope.bucketSeconds / 2;
  const first = aligned.times[0] ?? scope.from;
  const last = (aligned.times.at(-1) ?? scope.to) + scope.bucketSeconds;
  const moment = (at: number) => naming.format.moment(at, last - first);
  const shown = aligned.series.map((series, index) => ({
    type: bars ? 'bar' : 'line',
    name: names[index],
    stack: bars ? 'all' : undefined,
    barCategoryGap: '8%',
    barMaxWidth: 60,
    color: looks[index]!.color,
    itemStyle: { color: looks[index]!.color, decal: bars ? looks[index]!.decal : undefined },
    lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][index % 3] },
    symbol: ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'][index % 6],
    symbolSize: 6,
    triggerEvent: true,
    data: aligned.times.map((at, place) => [(at + half) * 1000, series.values[place]]),
    ...(index === 0
      ? { markArea: { silent: true, itemStyle: { color: palette.faint, opacity: 0.18 }, data: stretches(aligned.states).map(([from, to]) => [{ xAxis: aligned.times[from]! * 1000 }, { xAxis: (aligned.times[to]! + scope.bucketSeconds) * 1000 }]) } }
      : {}),
  }));
  const tooltip = (points: unknown) => {
    const index = (points as { dataIndex: number }[])[0]?.dataIndex;
    if (index === undefined || aligned.times[index] === undefined) return '';
    const state = aligned.states[index]!;
    const lines = [`${moment(aligned.times[index])} – ${moment(aligned.times[index] + scope.bucketSeconds)}`];
    aligned.series.forEach((series, place) => lines.push(`${names[place]}: ${naming.point(measure, series.values[index]!, rate)}`));
    if (bars && aligned.series.length > 1) lines.push(`${naming.text.total}: ${naming.point(measure, aligned.series.reduce((sum, series) => sum + (series.values[index] ?? 0), 0), rate)}`);
    if (state !== 'complete') lines.push(state === 'missing' ? naming.text.incomplete : state === 'pending' ? naming.text.pending : naming.text.unknown);
    return lines.join('\n');
  };
  return {
    grid: { left: 8, right: 16, top: namesHeight(names.length, time.narrow), bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { type: time.narrow && names.length <= 10 ? 'plain' : 'scroll', top: 0, left: 0, right: 0, data: names, itemWidth: 22, itemHeight: 12, textStyle: { color: palette.text }, pageTextStyle: { color: palette.text }, pageIconColor: palette.text, pageIconInactiveColor: palette.line },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'line', lineStyle: { color: palette.faint } }, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text }, formatter: tooltip },
    brush: { xAxisIndex: 0, brushType: 'lineX', transformable: false, brushStyle: { color: palette.faint, opacity: 0.25, borderColor: palette.faint }, outOfBrush: { colorAlpha: 1 } },
    xAxis: { type: 'time', min: first * 1000, max: last * 1000, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.faint, hideOverlap: true, formatter: (at: number) => moment(at / 1000) }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, axisLabel: { color: palette.faint, formatter: (value: number) => naming.axis(measure, value, rate) }, splitLine: { lineStyle: { color: palette.line } } },
    series: shown,
  };
}
