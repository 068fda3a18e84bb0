import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format';
import { ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';
import { searchTexts } from './texts';

type FlowLog = { resourceType: string; resourceId: string; trafficType: string; aggregationInterval: number };

type Estimate = { month: { bytesIndexed: number; cost: { index: number; currency: string } } };

const mostFlowLogs = 10;

/** What the report would cost a month, by the traffic of the flow logs that write into the Logstore; looked up when one asks, as that takes a while. */
export function ReportCost({ project, logstore }: { project: string; logstore: string }) {
  const text = useTexts(searchTexts);
  const format = useFormat();
  const api = useApi();
  const [cost, setCost] = useState<{ index: number; bytes: number; currency: string | undefined }>();
  const task = useTask(async () => {
    const { items } = await api.get<{ items: FlowLog[] }>('flowlogs', { project, logstore, limit: mostFlowLogs });
    let [index, bytes] = [0, 0];
    let currency: string | undefined;
    for (const { resourceType, resourceId, trafficType, aggregationInterval } of items) {
      const { month } = await api.change<Estimate>('POST', 'flowlogs/estimate', { resourceType, resourceId, trafficType, aggregationInterval, analysisReport: true });
      index += month.cost.index;
      bytes += month.bytesIndexed;
      currency = month.cost.currency;
    }
    setCost({ index, bytes, currency });
  });
  return (
    <>
      {cost === undefined && <Button busy={task.busy} onClick={() => void task.run()}>{text.estimate}</Button>}
      {cost && <span role="status">{cost.currency === undefined ? text.noFlowLogs : text.month(format.money(cost.index, cost.currency), format.bytes(cost.bytes))}</span>}
      <ProblemNotice problem={task.problem} />
    </>
  );
}
