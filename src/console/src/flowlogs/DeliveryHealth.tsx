import { useTexts } from '../app/preferences';
import { Badge } from '../ui/Page';
import { useFormat } from '../ui/format';
import type { FlowLog } from './flowLog';
import { deliveryTexts } from './texts';

/** Whether records arrive, how far behind they are, and if not, why. */
export function DeliveryHealth({ flowLog }: { flowLog: FlowLog }) {
  const text = useTexts(deliveryTexts);
  const format = useFormat();
  const { delivery, status } = flowLog;
  const failed = delivery?.status === 'FAILED';
  const measured = delivery?.lastRecordTime !== undefined || delivery?.completeTo !== undefined;
  const badge = failed
    ? <Badge tone="bad">{text.FAILED}</Badge>
    : status === 'Inactive'
      ? <Badge tone="neutral">{text.stopped}</Badge>
      : <Badge tone={measured ? 'good' : 'neutral'}>{measured ? text.SUCCESS : text.unknown}</Badge>;
  return (
    <div class="flowlog-delivery">
      <span class="row">{badge}{delivery?.lagSeconds !== undefined && <span>{text.behind(format.seconds(delivery.lagSeconds))}</span>}</span>
      {failed && <div class="flowlog-error">{text.errors[delivery.error ?? ''] ?? delivery.error}</div>}
      {delivery?.completeTo && <div class="hint">{text.completeTo(format.time(delivery.completeTo))}</div>}
      {delivery && <div class="hint">{delivery.lastRecordTime ? text.lastRecord(format.time(delivery.lastRecordTime)) : text.noRecord}</div>}
      {delivery?.recordsLastHour !== undefined && status === 'Active' && <div class="hint">{text.lastHour(format.count(delivery.recordsLastHour))}</div>}
    </div>
  );
}
