import { useTexts } from '../app/preferences';
import { Badge } from '../ui/Page';
import { inTransition, type FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

export function StatusBadge({ flowLog }: { flowLog: FlowLog }) {
  const text = useTexts(flowLogTexts);
  const tone = flowLog.status === 'Active' ? 'good' : inTransition(flowLog) ? 'info' : 'neutral';
  return <Badge tone={tone}>{text.statuses[flowLog.status]}</Badge>;
}
