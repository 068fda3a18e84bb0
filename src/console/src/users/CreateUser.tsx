import { useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { kitTexts } from '../ui/texts';
import { userTexts } from './texts';

export function CreateUser({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const api = useApi();
  const text = useTexts(userTexts);
  const kit = useTexts(kitTexts);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const task = useTask(async () => {
    await api.change('POST', 'users', { name: name.trim() || undefined, description: description.trim() || undefined });
    onDone();
  });
  const taken = task.problem?.code === 'EntityAlreadyExists.User';
  const submit = (event: Event) => {
    event.preventDefault();
    void task.run();
  };
  return (
    <Dialog title={text.create} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <TextField label={text.name} value={name} onChange={setName} hint={text.nameHint} required autoFocus errors={taken ? [task.problem?.message ?? ''] : (task.problem?.of('name') ?? [])} />
        <TextField label={text.description} value={description} onChange={setDescription} errors={task.problem?.of('description') ?? []} />
        {!taken && <ProblemNotice problem={task.problem} shown={['name', 'description']} />}
        <div class="row user-buttons">
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="primary" type="submit" busy={task.busy}>{kit.create}</Button>
        </div>
      </form>
    </Dialog>
  );
}
