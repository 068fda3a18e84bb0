import type { EChartsCoreOption } from '../../ui/Chart';
import type { Format } from '../../ui/format';
import type { Palette } from '../../ui/palette';
import type { QueryAnswer } from '../types';
import type { ChartPlan } from './choice';
import { valueText, type Drawn } from './drawn';
import { heatmapOption, pieOption, sankeyOption } from './otherOptions';
import { pivotOf, type Pivot } from './pivot';
import { millisecondsOf, rolesOf } from './roles';

const mostSeries = 12;
const mostPoints = 2000;
const mostBars = 50;

/** How a plan is drawn; `left` counts what was too much for the picture. */
export function drawn(answer: QueryAnswer, plan: ChartPlan, format: Format): Drawn {
  if (plan.kind === 'heatmap') return heatmapOption(answer, plan, format);
  if (plan.kind === 'sankey') return sankeyOption(answer, plan, format);
  if (plan.kind === 'pie') return pieOption(answer, plan, format);
  const pivot = pivotOf(answer, plan, plan.kind === 'bar' ? mostBars : mostPoints, mostSeries);
  const isTime = plan.x !== undefined && rolesOf(answer)[plan.x] === 'time' && plan.kind !== 'bar';
  return { left: pivot.left, height: plan.kind === 'bar' ? Math.max(160, 40 + pivot.keys.length * 24) : 300, option: (palette) => axes(answer, plan, isTime ? inOrder(pivot) : pivot, isTime, format, palette) };
}

/** Keys in the order of time, whatever the rows' was. */
function inOrder(pivot: Pivot): Pivot {
  const order = pivot.keys.map((key, index) => ({ index, at: millisecondsOf(pivot.raw.get(key) ?? null) ?? 0 })).sort((a, b) => a.at - b.at);
  return { ...pivot, keys: order.map(({ index }) => pivot.keys[index] ?? ''), series: pivot.series.map((each) => ({ ...each, values: order.map(({ index }) => each.values[index]) })) };
}

function axes(answer: QueryAnswer, plan: ChartPlan, pivot: Pivot, isTime: boolean, format: Format, palette: Palette): EChartsCoreOption {
  const lying = plan.kind === 'bar';
  const say = valueText(answer.columns[plan.y[0] ?? 0]?.name ?? '', format);
  const times = pivot.keys.map((key) => millisecondsOf(pivot.raw.get(key) ?? null) ?? 0);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const names = isTime
    ? { type: 'time', axisLabel: { color: palette.faint, hideOverlap: true, formatter: (value: number) => format.moment(new Date(value), seconds) } }
    : { type: 'category', data: pivot.keys, inverse: lying, axisLabel: { color: palette.faint, hideOverlap: !lying, ...(lying ? { width: 190, overflow: 'truncate', interval: 0 } : {}) } };
  const values = { type: 'value', axisLabel: { color: palette.faint, hideOverlap: true, formatter: (value: number) => (/bytes/i.test(answer.columns[plan.y[0] ?? 0]?.name ?? '') ? format.bytes(value) : format.short(value)) }, splitLine: { lineStyle: { color: palette.line } } };
  const stacked = plan.group !== undefined && plan.kind !== 'line';
  return {
    color: palette.series,
    grid: { left: 8, right: 24, top: pivot.series.length > 1 ? 34 : 12, bottom: 8, containLabel: true },
    legend: pivot.series.length > 1 ? { type: 'scroll', top: 0, textStyle: { color: palette.text } } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: plan.kind === 'line' ? 'line' : 'shadow' }, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text }, valueFormatter: (value: unknown) => say(Number(value ?? 0)) },
    aria: { enabled: true, label: { enabled: false }, decal: { show: pivot.series.length > 1 && plan.kind !== 'line' } },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: pivot.series.map((each) => ({
      type: plan.kind === 'line' ? 'line' : 'bar', name: each.name, showSymbol: pivot.keys.length < 60, barMaxWidth: lying ? 18 : 40, ...(stacked ? { stack: 'all' } : {}),
      ...colorOf(each.name, palette),
      data: isTime ? each.values.map((value, index) => [times[index], value ?? 0]) : each.values.map((value) => value ?? 0),
    })),
  };
}

/** What was accepted and rejected has the colours that it has everywhere. */
function colorOf(name: string, palette: Palette): { color?: string } {
  return /^accept/i.test(name) ? { color: palette.accept } : /^reject|^refus/i.test(name) ? { color: palette.reject } : {};
}
