import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Field, SelectField } from '../ui/Field';
import { useAsked } from '../ui/asked';
import { texts } from './texts';
import type { Asked } from './usage';

type Properties = { asked: Asked; from: string; to: string; /** Projects and Logstores of the lines; some may be gone. */ seen: { project: string; logstore: string }[]; onChange: (changes: Partial<Asked>) => void; errors: string[] };

const longest = 400 * 86400000;

/** Which days, and of which Project and Logstore. */
export function UsageFilters({ asked, from, to, seen, onChange, errors }: Properties) {
  const text = useTexts(texts);
  const api = useApi();
  const projects = useAsked((signal) => api.all<{ name: string }>('projects', {}, signal), [api]);
  const logstores = useAsked(async (signal) => (asked.project === undefined ? [] : await api.all<{ name: string }>(at`projects/${asked.project}/logstores`, {}, signal)), [api, asked.project]);
  const names = (there: { name: string }[] | undefined, others: (string | undefined)[]) =>
    [...new Set([...(there ?? []).map((each) => each.name), ...others.filter((name) => name !== undefined)])].sort().map((name) => ({ value: name, text: name }));
  const wrong = from > to ? [text.order] : Date.parse(to) - Date.parse(from) >= longest ? [text.tooLong] : errors;
  const day = (name: 'from' | 'to', value: string, problems: string[]) => (
    <Field label={text[name]} errors={problems}>
      {(wiring) => <input {...wiring} type="date" value={value} onChange={(event) => event.currentTarget.value !== '' && onChange({ from, to, [name]: event.currentTarget.value })} />}
    </Field>
  );
  return (
    <div class="usage-filters">
      {day('from', from, wrong)}
      {day('to', to, [])}
      <SelectField label={text.project} value={asked.project ?? ''} empty={text.all} choices={names(projects.value, [asked.project, ...seen.map((each) => each.project)])} onChange={(value) => onChange({ project: value || undefined, logstore: undefined })} />
      <SelectField
        label={text.logstore}
        value={asked.logstore ?? ''}
        empty={text.all}
        choices={names(asked.project === undefined ? [] : logstores.value, [asked.logstore, ...seen.filter((each) => asked.project === undefined || each.project === asked.project).map((each) => each.logstore)])}
        onChange={(value) => onChange({ logstore: value || undefined })}
      />
    </div>
  );
}
