import { useEffect, useState } from 'preact/hooks';
import { at, type Versioned } from '../api/api';
import { both, useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { RadioField, TextArea, TextField } from '../ui/Field';
import { Loaded } from '../ui/Loaded';
import { Notice, ProblemNotice } from '../ui/Notice';
import { useAsked, useTask } from '../ui/asked';
import { useProblemsOf } from '../ui/problems';
import { kitTexts } from '../ui/texts';
import { intervals, type FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

const texts = both(
  { title: (name: string) => `Edit ${name}`, changed: 'Somebody changed this flow log while the dialog was open, so nothing was saved. Load it as it is now, then make your changes again.', load: 'Load it as it is now', hint: 'Overlapping flow logs share the shortest interval.' },
  { title: (name: string) => `编辑 ${name}`, changed: '对话框打开期间该流日志已被他人修改，因此未保存。请加载当前内容后重新修改。', load: '加载当前内容', hint: '采集同一弹性网卡的多个流日志以最短的采样间隔为准。' },
);

/** Name, description and interval; saved only if nobody else was faster. */
export function EditFlowLog({ flowLog, onClose, onSaved }: { flowLog: FlowLog; onClose: () => void; onSaved: () => void }) {
  const text = useTexts(texts);
  const kit = useTexts(kitTexts);
  const { api } = useSession();
  const [round, setRound] = useState(0);
  const asked = useAsked((signal) => api.getVersioned<FlowLog>(at`flowlogs/${flowLog.id}`, signal), [round]);
  const save = useTask(async (body: object, etag: string | undefined) => {
    await api.change('PATCH', at`flowlogs/${flowLog.id}`, body, { ifMatch: etag });
    onSaved();
  });
  const reload = () => {
    save.clear();
    setRound(round + 1);
  };
  const footer = <><Button onClick={onClose}>{kit.cancel}</Button><Button kind="primary" type="submit" form="edit-flowlog" busy={save.busy || asked.loading}>{kit.save}</Button></>;
  return (
    <Dialog title={text.title(flowLog.name)} onClose={onClose} footer={footer}>
      <Loaded asked={asked}>{(version) => <Fields key={version.etag ?? ''} version={version} save={save} />}</Loaded>
      {save.problem?.status === 412 && <Notice kind="warning"><p>{text.changed}</p><Button size="small" onClick={reload}>{text.load}</Button></Notice>}
    </Dialog>
  );
}

type Save = { run: (body: object, etag: string | undefined) => Promise<boolean>; problem: ReturnType<typeof useTask>['problem'] };

function Fields({ version: { value, etag }, save }: { version: Versioned<FlowLog>; save: Save }) {
  const text = useTexts(texts);
  const list = useTexts(flowLogTexts);
  const [name, setName] = useState(value.name);
  const [description, setDescription] = useState(value.description);
  const [interval, setInterval] = useState(String(value.aggregationInterval));
  const problemsOf = useProblemsOf(save.problem);
  useEffect(() => {
    if (save.problem) document.querySelector<HTMLElement>('#edit-flowlog [aria-invalid]')?.focus();
  }, [save.problem]);
  const submit = (event: Event) => {
    event.preventDefault();
    void save.run({ name, description, aggregationInterval: Number(interval) }, etag);
  };
  return (
    <form id="edit-flowlog" class="form" noValidate onSubmit={submit}>
      <TextField label={list.name} value={name} onChange={setName} required autoFocus errors={problemsOf('name')} />
      <TextArea label={list.description} value={description} onChange={setDescription} errors={problemsOf('description')} />
      <RadioField label={list.interval} value={interval} onChange={setInterval} choices={intervals.map((each) => ({ value: String(each), text: list.minutes(each) }))} hint={text.hint} errors={problemsOf('aggregationInterval')} />
      {save.problem?.status !== 412 && <ProblemNotice problem={save.problem} shown={['name', 'description', 'aggregationInterval']} />}
    </form>
  );
}
