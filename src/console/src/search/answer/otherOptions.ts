import type { Format } from '../../ui/format';
import type { Palette } from '../../ui/palette';
import type { QueryAnswer } from '../types';
import { amount, type ChartPlan } from './choice';
import { valueText, type Drawn } from './drawn';
import { pivotOf, textOf } from './pivot';
import { millisecondsOf, rolesOf } from './roles';

const mostSlices = 12;
const mostCells = 40;
const mostLinks = 60;

const tooltip = (palette: Palette) => ({ renderMode: 'richText', backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text } });

export function pieOption(answer: QueryAnswer, plan: ChartPlan, format: Format): Drawn {
  const pivot = pivotOf(answer, { ...plan, y: plan.y.slice(0, 1), group: undefined }, mostSlices, 1);
  const say = valueText(answer.columns[plan.y[0] ?? 0]?.name ?? '', format);
  return {
    left: pivot.left, height: 300,
    option: (palette) => ({
      color: palette.series, aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      tooltip: { ...tooltip(palette), trigger: 'item', valueFormatter: (value: unknown) => say(Number(value)) },
      series: [{ type: 'pie', radius: ['40%', '70%'], label: { color: palette.text, formatter: '{b}: {d} %' }, data: pivot.keys.map((name, index) => ({ name, value: Math.max(0, pivot.series[0]?.values[index] ?? 0) })) }],
    }),
  };
}

export function heatmapOption(answer: QueryAnswer, plan: ChartPlan, format: Format): Drawn {
  const pivot = pivotOf(answer, plan, mostCells, mostCells);
  const rows = pivot.series.map((each) => each.name);
  const isTime = plan.x !== undefined && rolesOf(answer)[plan.x] === 'time';
  const keyText = (key: string) => (isTime ? format.time(new Date(millisecondsOf(pivot.raw.get(key) ?? null) ?? 0)) : key);
  const cells = pivot.series.flatMap((each, row) => each.values.flatMap((value, column) => (value === undefined ? [] : [[column, row, value]])));
  const greatest = Math.max(...cells.map((cell) => cell[2] ?? 0), 1);
  const say = valueText(answer.columns[plan.y[0] ?? 0]?.name ?? '', format);
  return {
    left: pivot.left, height: Math.max(240, 110 + rows.length * 22),
    option: (palette) => ({
      grid: { left: 8, right: 16, top: 8, bottom: 56, containLabel: true },
      tooltip: { ...tooltip(palette), formatter: (item: { value: [number, number, number] }) => `${keyText(pivot.keys[item.value[0]] ?? '')} · ${rows[item.value[1]] ?? ''}: ${say(item.value[2])}` },
      visualMap: { min: 0, max: greatest, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 140, inRange: { color: palette.ramp }, textStyle: { color: palette.text }, formatter: (value: number) => say(value) },
      xAxis: { type: 'category', data: pivot.keys.map(keyText), axisLabel: { color: palette.faint, rotate: 45, width: 110, overflow: 'truncate' } },
      yAxis: { type: 'category', data: rows, inverse: true, axisLabel: { color: palette.faint, width: 160, overflow: 'truncate' } },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: palette.surface, borderWidth: 1 } }],
    }),
  };
}

/** Names of both sides are nodes of their own, so that no flow goes in a circle. */
export function sankeyOption(answer: QueryAnswer, plan: ChartPlan, format: Format): Drawn {
  const [from, to, y] = [plan.x ?? 0, plan.group ?? 0, plan.y[0] ?? 0];
  const sums = new Map<string, { source: string; target: string; value: number }>();
  for (const row of answer.rows) {
    const [source, target] = [`1 ${textOf(row[from])}`, `2 ${textOf(row[to])}`];
    const link = sums.get(`${source} ${target}`) ?? { source, target, value: 0 };
    link.value += Math.max(0, amount(row[y]));
    sums.set(`${source} ${target}`, link);
  }
  const all = [...sums.values()].filter((link) => link.value > 0).sort((a, b) => b.value - a.value);
  const links = all.slice(0, mostLinks);
  const nodes = [...new Set(links.flatMap((link) => [link.source, link.target]))];
  const most = Math.max(nodes.filter((name) => name.startsWith('1')).length, nodes.filter((name) => name.startsWith('2')).length);
  const say = valueText(answer.columns[y]?.name ?? '', format);
  const plain = (name: string) => name.slice(2);
  return {
    left: all.length - links.length, height: Math.max(260, most * 26),
    option: (palette) => ({
      color: palette.series,
      tooltip: { ...tooltip(palette), formatter: (item: { dataType?: string; name: string; value: number; data: { source?: string; target?: string } }) => (item.data.source ? `${plain(item.data.source)} → ${plain(item.data.target ?? '')}: ${say(item.value)}` : `${plain(item.name)}: ${say(item.value)}`) },
      series: [{
        type: 'sankey', left: 8, right: 150, top: 8, bottom: 8, nodeGap: 8, draggable: false, label: { color: palette.text, formatter: ({ name }: { name: string }) => plain(name) },
        lineStyle: { color: 'source', opacity: 0.35 }, data: nodes.map((name) => ({ name })), links,
      }],
    }),
  };
}
