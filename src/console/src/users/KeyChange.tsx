import { useTexts } from '../app/preferences';
import { keptKey, useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { ConfirmDialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { kitTexts } from '../ui/texts';
import { userTexts } from './texts';
import { keyIdOf, type AccessKey } from './user';

export type Change = { act: 'turnOff' | 'delete'; key: AccessKey };

/** Asks before a key ends. */
export function KeyChange({ path, change: { act, key }, onClose, onDone }: { path: string; change: Change; onClose: () => void; onDone: () => void }) {
  const api = useApi();
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const off = act === 'turnOff';
  const task = useTask(async () => {
    const one = `${path}/${encodeURIComponent(key.accessKeyId)}`;
    await (off ? api.change('PATCH', one, { status: 'Inactive' }) : api.change('DELETE', one));
    onDone();
  });
  return (
    <ConfirmDialog title={off ? text.turnOffKey(key.accessKeyId) : text.deleteKey(key.accessKeyId)} action={off ? text.turnOff : kit.remove} danger busy={task.busy} problem={task.problem} onConfirm={() => void task.run()} onClose={onClose}>
      <p>{off ? text.turnOffAsk : text.deleteKeyAsk}</p>
      {key.accessKeyId === keyIdOf(keptKey.read()) && <Notice kind="warning">{text.signsOut}</Notice>}
    </ConfirmDialog>
  );
}
