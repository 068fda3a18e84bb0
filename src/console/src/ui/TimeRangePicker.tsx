import { useState } from 'preact/hooks';
import { both, useTexts } from '../app/preferences';
import { Button } from './Button';
import { TextField } from './Field';
import { useFormat } from './format';
import { local, secondsOf, usualRanges, type TimeRange } from './timeRange';

const texts = both(
  { range: 'Time range', custom: 'Custom…', from: 'From', to: 'To', apply: 'Apply', order: 'From must be before To.', last: { 900: 'Last 15 minutes', 3600: 'Last hour', 14400: 'Last 4 hours', 86400: 'Last day', 604800: 'Last 7 days', 2592000: 'Last 30 days' } as Record<number, string>, lastOf: (time: string) => `Last ${time}` },
  { range: '时间范围', custom: '自定义…', from: '从', to: '到', apply: '应用', order: '开始时间必须早于结束时间。', last: { 900: '最近 15 分钟', 3600: '最近 1 小时', 14400: '最近 4 小时', 86400: '最近 1 天', 604800: '最近 7 天', 2592000: '最近 30 天' } as Record<number, string>, lastOf: (time: string) => `最近 ${time}` },
);

/** Picks a range: one of the usual ones, or two times in the viewer's zone. */
export function TimeRangePicker({ range, onChange }: { range: TimeRange; onChange: (range: TimeRange) => void }) {
  const text = useTexts(texts);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const ranges = 'last' in range && !usualRanges.includes(range.last) ? [range.last, ...usualRanges] : usualRanges;
  const span = 'last' in range ? '' : `${format.time(range.from)} – ${format.time(range.to)}`;
  return (
    <div class="range">
      <select
        aria-label={text.range}
        value={'last' in range ? String(range.last) : 'custom'}
        onChange={(event) => {
          const value = event.currentTarget.value;
          setOpen(value === 'custom');
          if (value !== 'custom') onChange({ last: Number(value) });
        }}
      >
        {ranges.map((seconds) => <option key={seconds} value={String(seconds)}>{text.last[seconds] ?? text.lastOf(format.seconds(seconds))}</option>)}
        <option value="custom">{span === '' ? text.custom : span}</option>
      </select>
      {!('last' in range) && !open && <Button size="small" onClick={() => setOpen(true)}>{text.custom}</Button>}
      {open && <CustomRange range={range} onApply={(chosen) => { setOpen(false); onChange(chosen); }} />}
    </div>
  );
}

function CustomRange({ range, onApply }: { range: TimeRange; onApply: (range: TimeRange) => void }) {
  const text = useTexts(texts);
  const now = new Date();
  const [from, setFrom] = useState(local('last' in range ? new Date(now.getTime() - secondsOf(range) * 1000) : range.from));
  const [to, setTo] = useState(local('last' in range ? now : range.to));
  const wrong = !(new Date(from) < new Date(to));
  return (
    <form
      class="range-custom"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onApply({ from: new Date(from), to: new Date(to) });
      }}
    >
      <TextField label={text.from} type="datetime-local" value={from} onChange={setFrom} errors={wrong ? [text.order] : []} />
      <TextField label={text.to} type="datetime-local" value={to} onChange={setTo} />
      <Button kind="primary" type="submit" disabled={wrong}>{text.apply}</Button>
    </form>
  );
}
