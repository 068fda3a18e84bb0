import { useTexts } from '../app/preferences';
import type { Outcome } from './actions';
import { useWorded } from '../ui/worded';
import { actionTexts } from './actionTexts';
import type { FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

/** Each of the chosen, with what became of it. */
export function OutcomeList({ flowLogs, able, outcomes }: { flowLogs: FlowLog[]; able: FlowLog[]; outcomes: Record<string, Outcome> }) {
  const text = useTexts(actionTexts);
  const list = useTexts(flowLogTexts);
  const { refusal } = useWorded();
  const started = Object.keys(outcomes).length > 0;
  const said = (flowLog: FlowLog) => {
    if (!able.includes(flowLog)) return text.cannot(list.statuses[flowLog.status]);
    const outcome = outcomes[flowLog.id];
    if (outcome === undefined) return started ? text.waiting : '';
    if (outcome === 'done' || outcome === 'running') return text[outcome];
    return <span class="flowlog-error">{text.failed}: {refusal(outcome)} <code>{outcome.code}</code></span>;
  };
  return (
    <ul class="flowlog-outcomes" aria-label={text.list}>
      {flowLogs.map((flowLog) => <li key={flowLog.id}><b>{flowLog.name}</b> <code>{flowLog.id}</code> {said(flowLog)}</li>)}
    </ul>
  );
}
