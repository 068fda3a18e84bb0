import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/Dialog';
import { useFormat } from '../ui/format';
import { ProblemNotice } from '../ui/Notice';
import { kitTexts } from '../ui/texts';
import { NewKey } from './NewKey';
import { userTexts } from './texts';
import { mostKeys, type AccessKey, type NewAccessKey, type User } from './user';

/** The keys of a user: at most two, so that one can be replaced without a gap. */
export function AccessKeys({ user, onChanged }: { user: User; onChanged: () => void }) {
  const api = useApi();
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const format = useFormat();
  const [made, setMade] = useState<NewAccessKey>();
  const [gone, setGone] = useState<AccessKey>();
  const keys = user.accessKeys ?? [];
  const full = keys.length >= mostKeys;
  const create = useTask(async () => {
    setMade(await api.change<NewAccessKey>('POST', at`users/${user.name}/accesskeys`));
    onChanged();
  });
  const remove = useTask(async (key: AccessKey) => {
    await api.change('DELETE', at`users/${user.name}/accesskeys/${key.accessKeyId}`);
    setGone(undefined);
    onChanged();
  });
  return (
    <div class="keys">
      {keys.length === 0 && <div class="faint">{text.noKeys}</div>}
      {keys.map((key) => (
        <div key={key.accessKeyId} class="row">
          <span class="mono">{key.accessKeyId}</span>
          <span class="faint">{text.since(format.time(key.createdAt))}</span>
          <Button kind="quiet" size="small" label={text.deleteKey(key.accessKeyId)} onClick={() => setGone(key)}>{kit.remove}</Button>
        </div>
      ))}
      <div><Button size="small" label={text.createKeyOf(user.name)} busy={create.busy} disabled={full} title={full ? text.twoKeys : undefined} onClick={() => void create.run()}>{text.createKey}</Button></div>
      {full && <div class="hint">{text.twoKeys}</div>}
      <ProblemNotice problem={create.problem} />
      {made && <NewKey user={user.name} made={made} onClose={() => setMade(undefined)} />}
      {gone && <ConfirmDialog title={text.deleteKey(gone.accessKeyId)} action={kit.remove} danger busy={remove.busy} problem={remove.problem} onConfirm={() => void remove.run(gone)} onClose={() => { remove.clear(); setGone(undefined); }}><p>{text.deleteKeyAsk}</p></ConfirmDialog>}
    </div>
  );
}
