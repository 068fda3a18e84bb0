import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextArea, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';
import { useFirstWrong } from '../ui/firstWrong';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { kitTexts } from '../ui/texts';
import { formTexts } from './texts';

export function CreateProject({ onClose, onDone }: { onClose: () => void; onDone: (project: string) => void }) {
  const text = useTexts(formTexts);
  const kit = useTexts(kitTexts);
  const { api } = useSession();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const body = { ...(name === '' ? {} : { name }), ...(description === '' ? {} : { description }) };
  const create = useTask(async () => {
    await api.change('POST', 'projects', body);
    onDone(name);
  });
  const problem = useStanding(create, body);
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(create.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void create.run();
  };
  return (
    <Dialog title={text.newProject} onClose={onClose} footer={<><Button onClick={onClose}>{kit.cancel}</Button><Button kind="primary" type="submit" form="create-project" busy={create.busy}>{kit.create}</Button></>}>
      <form id="create-project" ref={form} class="form" noValidate onSubmit={submit}>
        <TextField label={text.name} value={name} onChange={setName} required autoFocus hint={text.projectHint} errors={problemsOf('name')} />
        <TextArea label={text.description} rows={2} value={description} onChange={setDescription} hint={text.descriptionHint} errors={problemsOf('description')} />
        <ProblemNotice problem={problem} shown={['name', 'description']} />
      </form>
    </Dialog>
  );
}
