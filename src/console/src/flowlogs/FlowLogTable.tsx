import type { ComponentChildren } from 'preact';
import { useTexts } from '../app/preferences';
import { useFormat } from '../ui/format';
import { Table, type Column } from '../ui/Table';
import { DeliveryHealth } from './DeliveryHealth';
import type { FlowLog } from './flowLog';
import type { Inventory } from './inventory';
import { LogstoreLink } from './LogstoreLink';
import { ResourceLink } from './ResourceLink';
import { RowActions, type Chosen } from './RowActions';
import { StatusBadge } from './StatusBadge';
import { flowLogTexts } from './texts';

type Properties = {
  flowLogs: FlowLog[];
  inventory: Inventory | undefined;
  selected: Set<string>;
  onSelect: (selected: Set<string>) => void;
  onChoose: (chosen: Chosen) => void;
  detailsOf: (flowLog: FlowLog) => string;
  empty: ComponentChildren;
};

export function FlowLogTable({ flowLogs, inventory, selected, onSelect, onChoose, detailsOf, empty }: Properties) {
  const text = useTexts(flowLogTexts);
  const format = useFormat();
  const columns: Column<FlowLog>[] = [
    { name: 'name', title: `${text.nameId} / ${text.description}`, cell: (row) => <div class="flowlog-name"><a href={detailsOf(row)} aria-label={text.show(row.name)}>{row.name}</a><div class="hint minor"><code>{row.id}</code></div>{row.description !== '' && <div class="flowlog-description minor">{row.description}</div>}</div> },
    { name: 'status', title: text.status, cell: (row) => <StatusBadge flowLog={row} /> },
    { name: 'resource', title: text.resource, cell: (row) => <ResourceLink flowLog={row} inventory={inventory} /> },
    { name: 'traffic', title: `${text.trafficType} / ${text.interval}`, minor: true, cell: (row) => <>{text.traffic[row.trafficType]}<div class="hint">{text.minutes(row.aggregationInterval)}</div></> },
    { name: 'logstore', title: `${text.project} / ${text.logstore}`, cell: (row) => <LogstoreLink flowLog={row} /> },
    { name: 'delivery', title: text.delivery, cell: (row) => <DeliveryHealth flowLog={row} /> },
    { name: 'created', title: text.created, minor: true, cell: (row) => format.time(row.createdAt) },
    { name: 'actions', title: text.actions, cell: (row) => <RowActions flowLog={row} onChoose={onChoose} /> },
  ];
  return <Table cards caption={text.table} columns={columns} rows={flowLogs} keyOf={(row) => row.id} selection={{ selected, onChange: onSelect, nameOf: (row) => row.name }} empty={empty} />;
}
