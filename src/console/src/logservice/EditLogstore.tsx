import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { TextArea, TextField } from '../ui/Field';
import { Notice, ProblemNotice } from '../ui/Notice';
import { EditDialog } from '../ui/EditDialog';
import { useEdit, type Edit } from '../ui/edit';
import { useFirstWrong } from '../ui/firstWrong';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import type { Logstore } from './logservice';
import { formTexts } from './texts';

/** How long records are kept, and the description. */
export function EditLogstore({ logstore, onClose, onDone }: { logstore: Logstore; onClose: () => void; onDone: (project: string) => void }) {
  const text = useTexts(formTexts);
  const edit = useEdit<Logstore>(at`projects/${logstore.project}/logstores/${logstore.name}`, () => onDone(logstore.project));
  return <EditDialog title={text.editLogstore(logstore.name)} form="edit-logstore" edit={edit} onClose={onClose}>{(value) => <Fields value={value} edit={edit} />}</EditDialog>;
}

function Fields({ value, edit }: { value: Logstore; edit: Edit<Logstore> }) {
  const text = useTexts(formTexts);
  const [ttl, setTtl] = useState(String(value.ttlDays));
  const [description, setDescription] = useState(value.description);
  const days = Number(ttl);
  // A time to live that is sent is one that somebody chose; one that was left as it is is not sent.
  const body = { description, ...(ttl === String(value.ttlDays) ? {} : { ttlDays: ttl === '' ? '' : days }) };
  const problem = useStanding(edit, body);
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(edit.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void edit.save(body);
  };
  return (
    <form id="edit-logstore" ref={form} class="form" noValidate onSubmit={submit}>
      <TextField label={text.ttl} type="number" value={ttl} onChange={setTtl} required hint={text.ttlEdit} errors={problemsOf('ttlDays')} />
      {days >= 1 && days < value.ttlDays && <Notice kind="warning">{text.shorter(value.ttlDays, days)}</Notice>}
      <TextArea label={text.description} rows={2} value={description} onChange={setDescription} hint={text.descriptionHint} errors={problemsOf('description')} />
      <ProblemNotice problem={problem} shown={['ttlDays', 'description']} />
    </form>
  );
}
