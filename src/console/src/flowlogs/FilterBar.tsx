import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { SelectField, TextField, type Choice } from '../ui/Field';
import { useAsked } from '../ui/asked';
import { at } from '../api/api';
import { anyFilter, type Filters } from './filters';
import { resourceTypes, statuses, trafficTypes } from './flowLog';
import { flowLogTexts } from './texts';

/** Narrows the list; what is chosen stands in the address. */
export function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const text = useTexts(flowLogTexts);
  const { api } = useSession();
  const projects = useAsked((signal) => api.all<{ name: string }>('projects', {}, signal), []);
  const logstores = useAsked(async (signal) => (filters.project === '' ? [] : api.all<{ name: string }>(at`projects/${filters.project}/logstores`, {}, signal)), [filters.project]);
  const choose = (changes: Partial<Filters>) => onChange({ ...filters, ...changes });
  return (
    <form role="search" aria-label={text.filters} class="flowlog-filters" onSubmit={(event) => event.preventDefault()}>
      <NameFilter name={filters.name} onChange={(name) => choose({ name })} />
      <SelectField label={text.status} value={filters.status} onChange={(status) => choose({ status })} empty={text.all} choices={statuses.map((value) => ({ value, text: text.statuses[value] }))} />
      <SelectField label={text.resourceType} value={filters.resourceType} onChange={(resourceType) => choose({ resourceType })} empty={text.all} choices={resourceTypes.map((value) => ({ value, text: value }))} />
      <SelectField label={text.trafficType} value={filters.trafficType} onChange={(trafficType) => choose({ trafficType })} empty={text.all} choices={trafficTypes.map((value) => ({ value, text: text.traffic[value] }))} />
      <SelectField label={text.project} value={filters.project} onChange={(project) => choose({ project, logstore: '' })} empty={text.all} choices={choicesOf(projects.value, filters.project)} />
      <SelectField label={text.logstore} value={filters.logstore} onChange={(logstore) => choose({ logstore })} empty={text.all} disabled={filters.project === ''} choices={choicesOf(logstores.value, filters.logstore)} />
      {anyFilter(filters) && <Button onClick={() => onChange({ name: '', status: '', resourceType: '', trafficType: '', project: '', logstore: '' })}>{text.clear}</Button>}
    </form>
  );
}

/** What is chosen is among the choices also while they are on their way, and after it has been deleted. */
function choicesOf(items: { name: string }[] | undefined, chosen: string): Choice[] {
  const names = (items ?? []).map((item) => item.name);
  return [...(chosen === '' || names.includes(chosen) ? [] : [chosen]), ...names].map((name) => ({ value: name, text: name }));
}

/** Asks when typing pauses. */
function NameFilter({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const text = useTexts(flowLogTexts);
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  useEffect(() => {
    if (typed === name) return;
    const timer = setTimeout(() => onChange(typed), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  return <TextField label={text.nameFilter} type="search" value={typed} onChange={setTyped} />;
}
