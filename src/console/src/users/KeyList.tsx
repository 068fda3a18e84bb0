import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { ProblemNotice } from '../ui/Notice';
import { KeyChange, type Change } from './KeyChange';
import { KeyRow } from './KeyRow';
import { NewKey } from './NewKey';
import { userTexts } from './texts';
import { mostKeys, type AccessKey, type NewAccessKey } from './user';

type Properties = { /** Where the keys lie in the API. */ path: string; owner: string; keys: AccessKey[]; onChanged: () => void };

/** The keys of somebody: at most two, so that one can be replaced without a gap. */
export function KeyList({ path, owner, keys, onChanged }: Properties) {
  const api = useApi();
  const text = useTexts(userTexts);
  const [made, setMade] = useState<NewAccessKey>();
  const [change, setChange] = useState<Change>();
  const full = keys.length >= mostKeys;
  const create = useTask(async () => {
    setMade(await api.change<NewAccessKey>('POST', path));
    onChanged();
  });
  const turnOn = useTask(async (key: AccessKey) => {
    await api.change('PATCH', `${path}/${encodeURIComponent(key.accessKeyId)}`, { status: 'Active' });
    onChanged();
  });
  const done = () => {
    setChange(undefined);
    onChanged();
  };
  return (
    <div class="keys">
      {keys.length === 0 && <div class="faint">{text.noKeys}</div>}
      {keys.map((key) => <KeyRow key={key.accessKeyId} of={key} busy={turnOn.busy} onTurnOn={() => void turnOn.run(key)} onChange={(act) => setChange({ act, key })} />)}
      <ProblemNotice problem={turnOn.problem} />
      <div><Button size="small" label={text.createKeyOf(owner)} busy={create.busy} disabled={full} title={full ? text.twoKeys : undefined} onClick={() => void create.run()}>{text.createKey}</Button></div>
      {full && <div class="hint">{text.twoKeys}</div>}
      <ProblemNotice problem={create.problem} />
      {made && <NewKey user={owner} made={made} onClose={() => setMade(undefined)} />}
      {change && <KeyChange path={path} change={change} onClose={() => setChange(undefined)} onDone={done} />}
    </div>
  );
}
