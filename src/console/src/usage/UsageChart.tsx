import { useCallback, useMemo } from 'preact/hooks';
import { usePreferences, useTexts } from '../app/preferences';
import { Chart } from '../ui/Chart';
import { useFormat } from '../ui/format';
import type { Palette } from '../ui/palette';
import { Table } from '../ui/Table';
import { texts } from './texts';
import { stackOf, type Shown, type Usage } from './usage';
import { usageOption } from './usageOption';

export function UsageChart({ usage, shown }: { usage: Usage; shown: Shown }) {
  const text = useTexts(texts);
  const format = useFormat();
  const { language } = usePreferences();
  const stack = useMemo(() => stackOf(usage, shown), [usage, shown]);
  const value = useCallback((number: number) => (shown === 'cost' ? format.money(number, usage.total.currency) : shown === 'records' ? format.count(number) : format.bytes(number)), [shown, usage, language]);
  const option = useCallback((palette: Palette) => usageOption(palette, stack, text.others, value), [stack, text, value]);
  const title = `${text.byDay}: ${text[shown]}`;
  return (
    <Chart
      label={title}
      option={option}
      height={280}
      table={
        <Table
          caption={title}
          compact
          rows={stack.days.map((day, index) => ({ day, index })).filter(({ index }) => stack.series.some((each) => each.values[index]! > 0))}
          keyOf={(row) => row.day}
          columns={[{ name: 'day', title: text.day, cell: (row) => row.day }, ...stack.series.map((each, place) => ({ name: String(place), title: each.name ?? text.others, align: 'end' as const, cell: ({ index }: { index: number }) => value(each.values[index]!) }))]}
        />
      }
    />
  );
}
