import type { ComponentChildren } from 'preact';
import { at } from '../api/api';
import { both, useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Dialog } from '../ui/Dialog';
import { Loaded } from '../ui/Loaded';
import { Facts, Section } from '../ui/Page';
import { useAsked, useRefresh } from '../ui/asked';
import { useFormat } from '../ui/format';
import { DeliveryHealth } from './DeliveryHealth';
import { inTransition, type FlowLog } from './flowLog';
import type { Inventory } from './inventory';
import { LogstoreLink } from './LogstoreLink';
import { ResourceLink } from './ResourceLink';
import { RowActions, type Chosen } from './RowActions';
import { StatusBadge } from './StatusBadge';
import { flowLogTexts } from './texts';

const texts = both(
  { facts: 'Flow log', tags: 'Tags', noTags: 'No tags.', group: 'Resource group', since: 'Status since', activeSince: 'Active since', lag: 'Behind', completeTo: 'Complete to', lastRecord: 'Last record', records: 'Records in the last hour', bytes: 'Bytes of their traffic', health: 'Health' },
  { facts: '流日志', tags: '标签', noTags: '没有标签。', group: '资源组', since: '状态更新时间', activeSince: '启动时间', lag: '延迟', completeTo: '数据完整至', lastRecord: '最近一条日志', records: '最近 1 小时日志数', bytes: '对应流量字节数', health: '健康状况' },
);

/** Everything about one flow log, beside the list. */
export function FlowLogDetails({ id, inventory, round, onChoose, onClose }: { id: string; inventory: Inventory | undefined; round: unknown; onChoose: (chosen: Chosen) => void; onClose: () => void }) {
  const { api } = useSession();
  const asked = useAsked((signal) => api.get<FlowLog>(at`flowlogs/${id}`, {}, signal), [id, round]);
  useRefresh(asked.reload, asked.value && inTransition(asked.value) ? 2 : 30);
  return (
    <Dialog side title={asked.value?.name ?? id} onClose={onClose} footer={asked.value && <RowActions flowLog={asked.value} onChoose={onChoose} />}>
      <Loaded asked={asked}>{(flowLog) => <Details flowLog={flowLog} inventory={inventory} />}</Loaded>
    </Dialog>
  );
}

function Details({ flowLog, inventory }: { flowLog: FlowLog; inventory: Inventory | undefined }) {
  const text = useTexts(texts);
  const list = useTexts(flowLogTexts);
  const format = useFormat();
  const time = (value: string | undefined) => (value === undefined ? '–' : format.time(value));
  const { delivery } = flowLog;
  const facts: [string, ComponentChildren][] = [
    ['ID', <code>{flowLog.id}</code>], [list.status, <StatusBadge flowLog={flowLog} />], [text.since, time(flowLog.statusChangedAt)], [text.activeSince, time(flowLog.activeSince)],
    [list.resource, <ResourceLink flowLog={flowLog} inventory={inventory} />], ['VPC', <code>{flowLog.vpcId}</code>], [list.trafficType, list.traffic[flowLog.trafficType]],
    [`${list.project} / ${list.logstore}`, <LogstoreLink flowLog={flowLog} />], [list.interval, list.minutes(flowLog.aggregationInterval)], [list.description, flowLog.description || '–'], [list.created, time(flowLog.createdAt)],
    ...(flowLog.resourceGroupId ? [[text.group, flowLog.resourceGroupId] as [string, ComponentChildren]] : []),
  ];
  const measured: [string, ComponentChildren][] = [
    [text.health, <DeliveryHealth flowLog={{ ...flowLog, delivery: delivery && { status: delivery.status, error: delivery.error, lastRecordTime: delivery.lastRecordTime } }} />],
    [text.lag, delivery?.lagSeconds === undefined ? '–' : format.seconds(delivery.lagSeconds)], [text.completeTo, time(delivery?.completeTo)], [text.lastRecord, time(delivery?.lastRecordTime)],
    [text.records, format.count(delivery?.recordsLastHour ?? 0)], [text.bytes, format.bytes(delivery?.bytesLastHour ?? 0)],
  ];
  return (
    <>
      <Section title={text.facts}><Facts facts={facts} /></Section>
      <Section title={list.delivery}><Facts facts={measured} /></Section>
      <Section title={text.tags}>{flowLog.tags.length === 0 ? <p class="faint">{text.noTags}</p> : <Facts facts={flowLog.tags.map((tag) => [tag.key, tag.value || '–'])} />}</Section>
    </>
  );
}
