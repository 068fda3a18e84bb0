import { useState } from 'preact/hooks';
import { useTexts } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { useTask } from '../../ui/asked';
import { useFocusFirst } from '../../ui/focusFirst';
import { useProblemsOf } from '../../ui/problems';
import { useStanding } from '../../ui/standing';
import { kitTexts } from '../../ui/texts';

type Properties = { label: string; hint: string; action: string; make: (name: string) => Promise<void>; onClose: () => void };

/** Makes a Project or a Logstore where one is chosen. It lies in another form, so Enter is taken here. */
export function NewStore({ label, hint, action, make, onClose }: Properties) {
  const kit = useTexts(kitTexts);
  const [name, setName] = useState('');
  const element = useFocusFirst();
  const task = useTask(make);
  const standing = useStanding(task, { name });
  const problemsOf = useProblemsOf(standing);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void task.run(name);
  };
  const problem = standing?.errors.length === 0 || standing?.errors.some((error) => error.field !== 'name') ? standing : undefined;
  return (
    <div ref={element} class="create-new form" role="group" aria-label={label} onKeyDown={press}>
      <TextField label={label} value={name} onChange={setName} hint={hint} required errors={problemsOf('name')} />
      <ProblemNotice problem={problem} shown={['name']} />
      <div class="row">
        <Button busy={task.busy} onClick={() => void task.run(name)}>{action}</Button>
        <Button kind="quiet" onClick={onClose}>{kit.cancel}</Button>
      </div>
    </div>
  );
}
