import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { both, useTexts } from '../app/preferences';
import { RadioField, TextArea, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { EditDialog } from '../ui/EditDialog';
import { useEdit, type Edit } from '../ui/edit';
import { useFirstWrong } from '../ui/firstWrong';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { intervals, type FlowLog } from './flowLog';
import { flowLogTexts } from './texts';

const texts = both(
  { title: (name: string) => `Edit ${name}`, hint: 'Flow logs that capture the same ENI share the shortest interval.' },
  { title: (name: string) => `编辑 ${name}`, hint: '采集同一弹性网卡的多个流日志以最短的采样间隔为准。' },
);

/** Name, description and interval; saved only if nobody else was faster. */
export function EditFlowLog({ flowLog, onClose, onSaved }: { flowLog: FlowLog; onClose: () => void; onSaved: () => void }) {
  const text = useTexts(texts);
  const edit = useEdit<FlowLog>(at`flowlogs/${flowLog.id}`, onSaved);
  return <EditDialog title={text.title(flowLog.name)} form="edit-flowlog" edit={edit} onClose={onClose}>{(value) => <Fields value={value} edit={edit} />}</EditDialog>;
}

function Fields({ value, edit }: { value: FlowLog; edit: Edit<FlowLog> }) {
  const text = useTexts(texts);
  const list = useTexts(flowLogTexts);
  const [name, setName] = useState(value.name);
  const [description, setDescription] = useState(value.description);
  const [interval, setInterval] = useState(String(value.aggregationInterval));
  const body = { name, description, aggregationInterval: Number(interval) };
  const problem = useStanding(edit, body);
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(edit.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void edit.save(body);
  };
  return (
    <form id="edit-flowlog" ref={form} class="form" noValidate onSubmit={submit}>
      <TextField label={list.name} value={name} onChange={setName} required autoFocus errors={problemsOf('name')} />
      <TextArea label={list.description} value={description} onChange={setDescription} errors={problemsOf('description')} />
      <RadioField label={list.interval} value={interval} onChange={setInterval} choices={intervals.map((each) => ({ value: String(each), text: list.minutes(each) }))} hint={text.hint} errors={problemsOf('aggregationInterval')} />
      <ProblemNotice problem={problem} shown={['name', 'description', 'aggregationInterval']} />
    </form>
  );
}
