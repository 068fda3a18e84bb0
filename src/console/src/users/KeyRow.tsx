import { useTexts } from '../app/preferences';
import { keptKey } from '../app/session';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format';
import { Badge } from '../ui/Page';
import { kitTexts } from '../ui/texts';
import type { Change } from './KeyChange';
import { userTexts } from './texts';
import { keyIdOf, type AccessKey } from './user';

/** A key, whether it is on, when it was used last, and what can be done with it. */
export function KeyRow({ of: key, busy, onTurnOn, onChange }: { of: AccessKey; busy: boolean; onTurnOn: () => void; onChange: (act: Change['act']) => void }) {
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const on = key.status === 'Active';
  return (
    <div class="key-row">
      <div class="row">
        <span class="mono">{key.accessKeyId}</span>
        <Badge tone={on ? 'good' : 'neutral'}>{on ? text.on : text.off}</Badge>
        {key.accessKeyId === keyIdOf(keptKey.read()) && <Badge tone="info">{text.usedHere}</Badge>}
      </div>
      <div class="faint">{key.createdAt !== undefined && `${text.since(format.time(key.createdAt))}; `}{key.lastUsedAt === undefined ? text.neverUsed : text.lastUsed(format.time(key.lastUsedAt))}</div>
      {key.configured === true ? <div class="hint">{text.configured}</div> : (
        <div class="row">
          {on
            ? <Button kind="quiet" size="small" label={text.turnOffKey(key.accessKeyId)} onClick={() => onChange('turnOff')}>{text.turnOff}</Button>
            : <Button kind="quiet" size="small" label={text.turnOnKey(key.accessKeyId)} busy={busy} onClick={onTurnOn}>{text.turnOn}</Button>}
          <Button kind="quiet" size="small" label={text.deleteKey(key.accessKeyId)} onClick={() => onChange('delete')}>{kit.remove}</Button>
        </div>
      )}
    </div>
  );
}
