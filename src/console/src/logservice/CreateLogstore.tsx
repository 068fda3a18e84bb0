import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { CheckField, TextArea, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';
import { useFirstWrong } from '../ui/firstWrong';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { kitTexts } from '../ui/texts';
import type { Project } from './logservice';
import { formTexts } from './texts';

export function CreateLogstore({ project, onClose, onDone }: { project: Project; onClose: () => void; onDone: (project: string) => void }) {
  const text = useTexts(formTexts);
  const kit = useTexts(kitTexts);
  const { api } = useSession();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [ttl, setTtl] = useState('');
  const [report, setReport] = useState(false);
  const body = { ...(name === '' ? {} : { name }), ...(description === '' ? {} : { description }), ...(ttl === '' ? {} : { ttlDays: Number(ttl) }), ...(report ? { report } : {}) };
  const create = useTask(async () => {
    await api.change('POST', at`projects/${project.name}/logstores`, body);
    onDone(project.name);
  });
  const problem = useStanding(create, body);
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(create.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void create.run();
  };
  return (
    <Dialog title={text.newLogstore(project.name)} onClose={onClose} footer={<><Button onClick={onClose}>{kit.cancel}</Button><Button kind="primary" type="submit" form="create-logstore" busy={create.busy}>{kit.create}</Button></>}>
      <form id="create-logstore" ref={form} class="form" noValidate onSubmit={submit}>
        <TextField label={text.name} value={name} onChange={setName} required autoFocus hint={text.logstoreHint} errors={problemsOf('name')} />
        <TextField label={text.ttl} type="number" value={ttl} onChange={setTtl} hint={text.ttlNew} errors={problemsOf('ttlDays')} />
        <CheckField label={text.report} value={report} onChange={setReport} hint={text.reportHint} errors={problemsOf('report')} />
        <TextArea label={text.description} rows={2} value={description} onChange={setDescription} hint={text.descriptionHint} errors={problemsOf('description')} />
        <ProblemNotice problem={problem} shown={['name', 'ttlDays', 'report', 'description']} />
      </form>
    </Dialog>
  );
}
