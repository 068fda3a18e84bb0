import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import { Section } from '../ui/Page';
import { useAsked } from '../ui/asked';
import { zoneName } from '../ui/format';
import { anyFilter, type Filters } from './filters';
import { FilterBar } from './FilterBar';
import { FlowLogTable } from './FlowLogTable';
import { may, type FlowLog } from './flowLog';
import { GettingStarted } from './GettingStarted';
import type { Inventory } from './inventory';
import type { Chosen } from './RowActions';
import { flowLogTexts } from './texts';
import type { FlowLogs } from './useFlowLogs';

type Properties = {
  flowLogs: FlowLogs;
  filters: Filters;
  onFilters: (filters: Filters) => void;
  inventory: Inventory | undefined;
  confirmed: boolean;
  createAddress: string;
  detailsOf: (flowLog: FlowLog) => string;
  onChoose: (chosen: Chosen) => void;
};

/** Filters, the list, what is selected of it, and the way to its next page. */
export function FlowLogList({ flowLogs, filters, onFilters, inventory, confirmed, createAddress, detailsOf, onChoose }: Properties) {
  const text = useTexts(flowLogTexts);
  const [selected, setSelected] = useState(new Set<string>());
  const { items, problem, more, loading } = flowLogs;
  useEffect(() => {
    // What has gone from the list is not selected any more.
    if (items) setSelected((before) => new Set(items.map((item) => item.id).filter((id) => before.has(id))));
  }, [items]);
  if (items === undefined) return problem ? <ProblemNotice problem={problem} retry={flowLogs.reload} /> : <Loading />;
  if (items.length === 0 && !anyFilter(filters) && !problem) return <FirstSteps confirmed={confirmed} createAddress={createAddress} />;
  const chosen = items.filter((item) => selected.has(item.id));
  return (
    <Section title={text.list} actions={<span class="hint" role="status">{text.count(items.length, more)}</span>}>
      <FilterBar filters={filters} onChange={onFilters} />
      <ProblemNotice problem={problem} retry={flowLogs.reload} />
      {chosen.length > 0 && <Bulk chosen={chosen} onChoose={onChoose} onUnselect={() => setSelected(new Set())} />}
      <div class="flowlog-list" aria-busy={loading}>
        <FlowLogTable flowLogs={items} inventory={inventory} selected={selected} onSelect={setSelected} onChoose={onChoose} detailsOf={detailsOf} empty={<Empty>{text.nothingFits}</Empty>} />
      </div>
      <div class="flowlog-end">
        <span class="hint">{text.zone(zoneName())}</span>
        {more && <Button busy={loading} onClick={flowLogs.loadMore}>{text.more}</Button>}
      </div>
    </Section>
  );
}

/** What can be done with all that are selected. */
function Bulk({ chosen, onChoose, onUnselect }: { chosen: FlowLog[]; onChoose: (chosen: Chosen) => void; onUnselect: () => void }) {
  const text = useTexts(flowLogTexts);
  const names = { start: text.start, stop: text.stop, delete: text.remove } as const;
  return (
    <div class="row flowlog-bulk" role="group" aria-label={text.forSelected}>
      <b role="status">{text.selected(chosen.length)}</b>
      {(['start', 'stop', 'delete'] as const).map((action) => (
        <Button key={action} size="small" kind={action === 'delete' ? 'danger' : 'plain'} disabled={!chosen.some((flowLog) => may(action, flowLog))} onClick={() => onChoose({ action, flowLogs: chosen })}>{names[action]}</Button>
      ))}
      <Button size="small" kind="quiet" onClick={onUnselect}>{text.unselect}</Button>
    </div>
  );
}

function FirstSteps({ confirmed, createAddress }: { confirmed: boolean; createAddress: string }) {
  const { api } = useSession();
  const projects = useAsked((signal) => api.get<{ items: unknown[] }>('projects', { limit: 1 }, signal), []);
  return <GettingStarted confirmed={confirmed} hasProject={(projects.value?.items.length ?? 0) > 0} createAddress={createAddress} />;
}
