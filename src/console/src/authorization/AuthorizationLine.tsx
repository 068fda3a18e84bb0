import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useTask } from '../ui/asked';
import { useFormat } from '../ui/format';
import type { Authorization } from './authorization';
import { authorizationTexts } from './texts';

/** Since when the service may write, and by whom; the primary account can take it back here. */
export function AuthorizationLine({ authorization, onChanged }: { authorization: Authorization; onChanged: () => void }) {
  const text = useTexts(authorizationTexts);
  const format = useFormat();
  const { api, account } = useSession();
  const [asking, setAsking] = useState(false);
  const takeBack = useTask(async () => {
    await api.change('DELETE', 'authorization');
    setAsking(false);
    onChanged();
  });
  const by = authorization.confirmedBy ?? '';
  return (
    <div class="row authorization-line">
      <span class="hint">{text.given(format.time(authorization.confirmedAt ?? ''), by === account.accountId ? `${account.accountName} (${by})` : by)}</span>
      {account.isPrimary && <Button kind="quiet" size="small" onClick={() => setAsking(true)}>{text.takeBack}</Button>}
      {asking && (
        <ConfirmDialog title={text.takeBackTitle} action={text.takeBack} danger busy={takeBack.busy} problem={takeBack.problem} onConfirm={() => void takeBack.run()} onClose={() => setAsking(false)}>
          <p>{text.takeBackText}</p>
          <p>{text.takeBackKept}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
