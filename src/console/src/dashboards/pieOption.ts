import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/palette';
import { keysOf, numberAt, type ChartData, type Measure } from './data';
import { lookAt, lookOf, lookOfProtocol, type Look } from '../ui/looks';
import type { Naming } from './naming';

const across = 190;

export const pieHeight = (rows: number): number => across + 24 + rows * 24;

/** Shares as a ring, with every part's name and share in a list below it. */
export function pieOption(palette: Palette, data: ChartData, measure: Measure, naming: Naming, label: (index: number) => string): EChartsCoreOption {
  const keys = keysOf(data);
  const look = (index: number): Look => {
    const at = (field: string) => data.rows[index]![data.columns.indexOf(field)] ?? null;
    if (data.columns.includes('action')) return lookOf(palette, at('action'), null);
    return data.columns.includes('protocol') ? lookOfProtocol(palette, at('protocol')) : lookAt(palette, index);
  };
  const values = data.rows.map((row) => numberAt(data, row, measure) ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  const share = (index: number) => (total === 0 ? 0 : values[index]! / total);
  // The share first, so that a long name cannot push it out.
  const text = (index: number) => `${naming.share(share(index))}  ${label(index)}`;
  return {
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text },
      formatter: (point: { dataIndex: number }) => `${keys.map((key) => naming.cell(data.columns[key]!, data.rows[point.dataIndex]![key] ?? null)).join(', ')}\n${naming.value(measure, values[point.dataIndex]!)} (${naming.share(share(point.dataIndex))})`,
    },
    legend: { orient: 'vertical', top: across + 16, left: 'center', itemGap: 8, itemWidth: 22, itemHeight: 14, selectedMode: false, textStyle: { color: palette.text, width: 260, overflow: 'truncate' }, formatter: (index: string) => text(Number(index)) },
    series: [
      {
        type: 'pie',
        center: ['50%', across / 2 + 4],
        radius: [46, across / 2 - 4],
        label: { show: false },
        minAngle: 2,
        data: values.map((value, index) => ({ name: String(index), value, itemStyle: { ...look(index), borderColor: palette.surface, borderWidth: 1 } })),
      },
    ],
  };
}
