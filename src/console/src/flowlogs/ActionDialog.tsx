import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { kitTexts } from '../ui/texts';
import { perform, runEach, type Outcome } from './actions';
import { actionTexts } from './actionTexts';
import { may, type Action, type FlowLog } from './flowLog';
import { OutcomeList } from './OutcomeList';

/** Asks, then starts, stops or deletes one or several, and says of each what became of it. */
export function ActionDialog({ action, flowLogs, onClose, onChanged }: { action: Action; flowLogs: FlowLog[]; onClose: () => void; onChanged: () => void }) {
  const text = useTexts(actionTexts);
  const kit = useTexts(kitTexts);
  const { api } = useSession();
  // What the list shows of them changes while it runs; the dialog keeps to what was chosen.
  const [chosen] = useState(flowLogs);
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const [busy, setBusy] = useState(false);
  const able = chosen.filter((flowLog) => may(action, flowLog));
  const failed = able.filter((flowLog) => typeof outcomes[flowLog.id] === 'object');
  const tried = Object.keys(outcomes).length > 0;
  const run = async (these: FlowLog[]) => {
    setBusy(true);
    const missed = await runEach(these, (flowLog) => perform(api, action, flowLog), (id, outcome) => setOutcomes((before) => ({ ...before, [id]: outcome })));
    setBusy(false);
    onChanged();
    if (missed === 0) onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose} disabled={busy}>{tried && !busy ? kit.close : kit.cancel}</Button>
      {tried && !busy
        ? <Button kind="primary" onClick={() => void run(failed)}>{text.again}</Button>
        : able.length > 0 && <Button kind={action === 'start' ? 'primary' : 'danger'} busy={busy} onClick={() => void run(able)}>{text[action].action}</Button>}
    </>
  );
  return (
    <Dialog title={text[action].title(able.length)} onClose={() => !busy && onClose()} footer={footer}>
      <p>{able.length === 0 ? text.none : text[action].text}</p>
      <OutcomeList flowLogs={chosen} able={able} outcomes={outcomes} />
      {tried && !busy && failed.length > 0 && <Notice kind="error">{text.some(failed.length, able.length)}</Notice>}
    </Dialog>
  );
}
