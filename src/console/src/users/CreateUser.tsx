import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { useFirstWrong } from '../ui/firstWrong';
import { ProblemNotice } from '../ui/Notice';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import { kitTexts } from '../ui/texts';
import { userTexts } from './texts';

export function CreateUser({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const api = useApi();
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const body = { name: name.trim() || undefined, description: description.trim() || undefined };
  const task = useTask(async () => {
    await api.change('POST', 'users', body);
    onDone();
  });
  const problem = useStanding(task, body);
  const problemsOf = useProblemsOf(problem);
  const element = useFirstWrong(task.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void task.run();
  };
  return (
    <Dialog title={text.create} onClose={onClose}>
      <form ref={element} class="form" onSubmit={submit} noValidate>
        <TextField label={text.name} value={name} onChange={setName} hint={text.nameHint} required autoFocus errors={problemsOf('name')} />
        <TextField label={text.description} value={description} onChange={setDescription} errors={problemsOf('description')} />
        <ProblemNotice problem={problem} shown={['name', 'description']} />
        <div class="row user-buttons">
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="primary" type="submit" busy={task.busy}>{kit.create}</Button>
        </div>
      </form>
    </Dialog>
  );
}
