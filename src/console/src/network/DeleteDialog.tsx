import { at } from '../api/api';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { useTask } from '../ui/asked';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice, ProblemNotice } from '../ui/Notice';
import { kitTexts } from '../ui/texts';
import { placeOf } from './places';
import type { Resource } from './resources';
import { networkTexts } from './texts';

type Properties = { path: string; resource: Resource; kind: string; onClose: () => void; onDone: () => void };

/** Asks before a resource is deleted; what still refers to it is linked, since that has to go first. */
export function DeleteDialog({ path, resource, kind, onClose, onDone }: Properties) {
  const api = useApi();
  const kit = useTexts(kitTexts);
  const text = useTexts(networkTexts);
  const task = useTask(async () => {
    await api.change('DELETE', `${path}/${at`${resource.id}`}`);
    onDone();
  });
  const held = task.problem?.code === 'DependencyViolation';
  return (
    <Dialog
      title={text.deleteTitle(kind)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button kind="danger" busy={task.busy} onClick={() => void task.run()}>{kit.remove}</Button>
        </>
      }
    >
      <p>{text.deleteAsk} <b>{resource.name}</b> <span class="mono">{resource.id}</span></p>
      {held ? <Holders problem={task.problem as ApiProblem} onLeave={onClose} /> : <ProblemNotice problem={task.problem} />}
    </Dialog>
  );
}

function Holders({ problem, onLeave }: { problem: ApiProblem; onLeave: () => void }) {
  const text = useTexts(networkTexts);
  return (
    <Notice kind="error">
      <p>{text.held(problem.errors.length)}</p>
      <ul>
        {problem.errors.map(({ field, message }) => {
          const place = placeOf(field);
          return <li key={field}>{place === undefined ? message : <a href={place} onClick={onLeave}>{message}</a>}</li>;
        })}
      </ul>
    </Notice>
  );
}
