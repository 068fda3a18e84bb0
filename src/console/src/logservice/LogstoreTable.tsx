import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog } from '../flowlogs/flowLog';
import { Empty } from '../ui/Notice';
import { Badge } from '../ui/Page';
import { Table, type Column } from '../ui/Table';
import { useFormat } from '../ui/format';
import type { Logstore } from './logservice';
import { LogstoreActions } from './LogstoreActions';
import type { Doing } from './LogServiceDialog';
import { logServiceTexts } from './texts';
import { UsedBy } from './UsedBy';

export function LogstoreTable({ project, logstores, flowLogs, onDo }: { project: string; logstores: Logstore[]; flowLogs: FlowLog[] | undefined; onDo: (doing: Doing) => void }) {
  const text = useTexts(logServiceTexts);
  const format = useFormat();
  const columns: Column<Logstore>[] = [
    { name: 'name', title: text.logstore, cell: (row) => <div class="logservice-name"><a href={href(['logservice', project, row.name])} aria-label={text.of(text.search, row.name)}>{row.name}</a>{row.description !== '' && <div class="hint break">{row.description}</div>}</div> },
    { name: 'report', title: text.report, cell: (row) => <><Badge tone={row.report ? 'good' : 'neutral'}>{row.report ? text.on : text.off}</Badge>{row.reportSince && <div class="hint">{text.since(format.time(row.reportSince))}</div>}</> },
    { name: 'ttl', title: text.ttl, cell: (row) => text.days(row.ttlDays) },
    { name: 'used', title: text.usedBy, cell: (row) => <UsedBy logstore={row} flowLogs={flowLogs} /> },
    { name: 'created', title: text.created, minor: true, cell: (row) => format.time(row.createdAt) },
    { name: 'actions', title: text.actions, cell: (row) => <LogstoreActions logstore={row} onDo={onDo} /> },
  ];
  return <Table cards caption={text.logstoresOf(project)} columns={columns} rows={logstores} keyOf={(row) => row.name} empty={<Empty>{text.noLogstores}</Empty>} />;
}
