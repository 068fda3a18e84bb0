import { useFormat } from '../ui/format';
import { useTexts } from '../app/preferences';
import { SelectField, CheckField } from '../ui/Field';
import { TimeRangePicker } from '../ui/TimeRangePicker';
import { measures, type Measure } from './data';
import { refreshes, tops, type View } from './state';
import { texts } from './texts';

/** What of the traffic is shown, of which time, and how often anew. */
export function Toolbar({ view, onChange }: { view: View; onChange: (changes: Partial<View>) => void }) {
  const text = useTexts(texts);
  const format = useFormat();
  const rows = tops.includes(view.top) ? tops : [...tops, view.top].sort((a, b) => a - b);
  return (
    <div class="dash-bar">
      <TimeRangePicker range={view.range} onChange={(range) => onChange({ range })} />
      <SelectField label={text.measure} value={view.measure} onChange={(value) => onChange({ measure: value as Measure })} choices={measures.map((value) => ({ value, text: text.measures[value] }))} />
      <SelectField label={text.top} value={String(view.top)} onChange={(value) => onChange({ top: Number(value) })} choices={rows.map((value) => ({ value: String(value), text: text.topOf(value) }))} />
      <SelectField label={text.auto} value={String(view.refresh)} onChange={(value) => onChange({ refresh: Number(value) })} choices={refreshes.map((value) => ({ value: String(value), text: value === 0 ? text.off : text.every(format.seconds(value)) }))} />
      <CheckField label={text.rate} value={view.rate} onChange={(rate) => onChange({ rate })} />
    </div>
  );
}
