import { useEffect, useRef, useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { texts } from './texts';

type Properties = { project: string; logstore: string; filters: string[]; onChange: (filters: string[]) => void };

/** The filters that all charts are under; each can be taken away, and one can be written. */
export function Chips({ project, logstore, filters, onChange }: Properties) {
  const text = useTexts(texts);
  const api = useApi();
  const [draft, setDraft] = useState<string>();
  const group = useRef<HTMLDivElement>(null);
  const open = draft !== undefined;
  useEffect(() => {
    if (open) group.current?.querySelector('input')?.focus();
  }, [open]);
  // What had the focus goes away with its filter.
  const leave = (left: string[]) => {
    group.current?.focus();
    onChange(left);
  };
  // The service reads the search before it comes between the charts and their data.
  const task = useTask(async (filter: string) => {
    const to = Math.floor(Date.now() / 1000);
    await api.get(`${at`projects/${project}/logstores/${logstore}`}/histogram`, { query: filter, from: to - 60, to, buckets: 1 });
    if (!filters.includes(filter)) onChange([...filters, filter]);
    setDraft(undefined);
    group.current?.focus();
  });
  const problem = useStanding(task, { query: draft ?? '' });
  const wrong = useProblemsOf(problem)('query');
  const submit = (event: Event) => {
    event.preventDefault();
    const filter = draft?.trim() ?? '';
    if (filter !== '') void task.run(filter);
  };
  return (
    <div class="dash-chips" role="group" aria-label={text.filters} ref={group} tabIndex={-1}>
      <b>{text.filters}</b>
      {filters.length === 0 && <span class="faint">{text.noFilters}</span>}
      {filters.map((filter) => (
        <span class="dash-chip" key={filter}>
          <code>{filter}</code>
          <button type="button" aria-label={text.remove(filter)} title={text.remove(filter)} onClick={() => leave(filters.filter((each) => each !== filter))}>✕</button>
        </span>
      ))}
      {filters.length > 1 && <Button kind="quiet" size="small" onClick={() => leave([])}>{text.clear}</Button>}
      <Button kind="quiet" size="small" expanded={open} onClick={() => setDraft(open ? undefined : '')}>{text.addFilter}</Button>
      {open && (
        <form class="dash-draft" onSubmit={submit}>
          <TextField label={text.addFilter} value={draft} onChange={setDraft} hint={text.filterHint} errors={wrong} />
          <Button type="submit" kind="primary" busy={task.busy}>{text.add}</Button>
          <ProblemNotice problem={wrong.length > 0 ? undefined : problem} />
        </form>
      )}
      {filters.length > 0 && <p class="hint">{text.filtered}</p>}
    </div>
  );
}
