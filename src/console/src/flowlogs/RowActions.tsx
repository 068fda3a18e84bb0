import { useTexts } from '../app/preferences';
import { Button } from '../ui/Button';
import { may, type Action, type FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

export type Chosen = { action: Action | 'edit'; flowLogs: FlowLog[] };

/** What can be done with one flow log in its status. */
export function RowActions({ flowLog, onChoose }: { flowLog: FlowLog; onChoose: (chosen: Chosen) => void }) {
  const text = useTexts(flowLogTexts);
  const startStop = flowLog.status === 'Inactive' || flowLog.status === 'Activating' ? ('start' as const) : ('stop' as const);
  const actions: [Action | 'edit', string][] = [[startStop, text[startStop]], ['edit', text.edit], ['delete', text.remove]];
  return (
    <div class="flowlog-actions">
      {actions.map(([action, name]) => (
        <Button key={action} kind="quiet" size="small" label={text.of(name, flowLog.name)} disabled={!may(action === 'edit' ? 'delete' : action, flowLog)} onClick={() => onChoose({ action, flowLogs: [flowLog] })}>{name}</Button>
      ))}
    </div>
  );
}
