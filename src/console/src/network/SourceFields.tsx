import { useTexts } from '../app/preferences';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { eniTexts } from './eniTexts';
import { sourceTypes } from './resources';
import { isSourceType, takes, type SourceValues } from './sourceValues';

type Properties = { values: SourceValues; set: (changes: Partial<SourceValues>) => void; errors: (field: string) => string[] };

/** Where an ENI's traffic comes from, with what each kind of source takes. */
export function SourceFields({ values, set, errors }: Properties) {
  const text = useTexts(eniTexts);
  const at = (name: string) => errors(`trafficSource.${name}`);
  return (
    <fieldset class="group-of-fields">
      <legend>{text.source}</legend>
      <SelectField label={text.sourceType} value={values.source} onChange={(source) => isSourceType(source) && set({ source })} choices={sourceTypes.map((value) => ({ value, text: text.sources[value] }))} errors={at('type')} hint={text.sourceHints[values.source]} />
      <div class="form-row">
        {takes(values.source, 'interface') && <TextField label={text.interface} value={values.interface} onChange={(value) => set({ interface: value })} errors={at('interface')} placeholder="eth0" hint={text.interfaceHint} required />}
        {takes(values.source, 'interfaceId') && <TextField label={text.interfaceId} value={values.interfaceId} onChange={(interfaceId) => set({ interfaceId })} errors={at('interfaceId')} placeholder="eni-0a1b2c3d" required />}
        {takes(values.source, 'seed') && <TextField label={text.seed} type="number" value={values.seed} onChange={(seed) => set({ seed })} errors={at('seed')} hint={text.seedHint} />}
        {takes(values.source, 'flowsPerMinute') && <TextField label={text.flowsPerMinute} type="number" value={values.flowsPerMinute} onChange={(flowsPerMinute) => set({ flowsPerMinute })} errors={at('flowsPerMinute')} hint={text.flowsPerMinuteHint} />}
        {takes(values.source, 'samplingRate') && <TextField label={text.samplingRate} type="number" value={values.samplingRate} onChange={(samplingRate) => set({ samplingRate })} errors={at('samplingRate')} hint={text.samplingRateHint} />}
      </div>
      {takes(values.source, 'insideTunnels') && <CheckField label={text.insideTunnels} value={values.insideTunnels} onChange={(insideTunnels) => set({ insideTunnels })} errors={at('insideTunnels')} hint={text.insideTunnelsHint} />}
    </fieldset>
  );
}
