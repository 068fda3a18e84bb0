import type { EChartsCoreOption } from '../../ui/Chart';
import type { Format } from '../../ui/format';
import type { Palette } from '../../ui/palette';
import type { HistogramAnswer } from '../types';
import type { Gap } from './gaps';
import { bucketStart, type Stack } from './stacks';

export type HistogramNames = { records: string; accepted: string; rejected: string; other: string; missing: string; pending: string };

type Item = { seriesName: string; value: [number, number]; dataIndex: number };

/** Bars over time, in the middle of their buckets, split by action where that is known; missing stretches are shaded. */
export function histogramOption(answer: HistogramAnswer, stacks: Stack[] | undefined, gaps: Gap[], names: HistogramNames, format: Format, palette: Palette): EChartsCoreOption {
  const length = answer.bucketSeconds * 1000;
  const starts = answer.items.map((bucket) => bucketStart(bucket, answer.bucketSeconds) * 1000);
  const [first, last] = [starts[0] ?? 0, (starts.at(-1) ?? 0) + length];
  const seconds = (last - first) / 1000;
  const bars = (name: string, color: string, count: (index: number) => number) => ({
    type: 'bar', name, stack: 'all', color, barMaxWidth: 60, barCategoryGap: '12%',
    data: starts.map((start, index) => [start + length / 2, count(index)]),
  });
  const series = stacks === undefined
    ? [bars(names.records, palette.series[0] ?? '', (index) => answer.items[index]?.count ?? 0)]
    : [bars(names.accepted, palette.accept, (index) => stacks[index]?.accepted ?? 0), bars(names.rejected, palette.reject, (index) => stacks[index]?.rejected ?? 0), bars(names.other, palette.series[7] ?? '', (index) => stacks[index]?.other ?? 0)];
  const shaded = {
    silent: true,
    data: gaps.map((gap) => [
      { xAxis: gap.from, name: gap.state === 'missing' ? names.missing : names.pending, itemStyle: { color: gap.state === 'missing' ? palette.reject : palette.faint, opacity: gap.state === 'missing' ? 0.16 : 0.12 } },
      { xAxis: gap.to },
    ]),
    label: { show: false },
  };
  return {
    grid: { left: 8, right: 12, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemHeight: 10, itemWidth: 14, textStyle: { color: palette.text } },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text },
      formatter: (items: Item[]) => {
        const bucket = answer.items[items[0]?.dataIndex ?? -1];
        if (bucket === undefined) return '';
        return [`${format.time(bucket.from)} – ${format.time(bucket.to)}`, ...items.map((item) => `${item.seriesName}: ${format.count(item.value[1])}`), `${format.bytes(bucket.bytes)}`].join('\n');
      },
    },
    xAxis: { type: 'time', min: first, max: last, axisLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.faint, hideOverlap: true, formatter: (value: number) => format.moment(new Date(value), seconds) }, splitLine: { show: false } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { color: palette.faint, formatter: (value: number) => format.short(value) }, splitLine: { lineStyle: { color: palette.line } } },
    brush: { xAxisIndex: 0, toolbox: [], brushStyle: { color: 'rgba(80,130,230,0.2)', borderColor: palette.series[0], borderWidth: 1 }, throttleType: 'debounce' },
    series: series.map((each, index) => (index === 0 && gaps.length > 0 ? { ...each, markArea: shaded } : each)),
  };
}
