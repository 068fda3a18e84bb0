import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useApi } from '../app/session';
import { Button } from '../ui/Button';
import { Empty, ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';
import { texts } from './texts';

/** Instead of charts, where the Logstore's report is off. */
export function TurnOn({ project, logstore, onDone }: { project: string; logstore: string; onDone: () => void }) {
  const text = useTexts(texts);
  const api = useApi();
  const task = useTask(async () => {
    await api.change('PUT', `${at`projects/${project}/logstores/${logstore}`}/report`);
    onDone();
  });
  return (
    <div class="card">
      <Empty action={<><p>{text.turnOnHint}</p><Button kind="primary" busy={task.busy} onClick={() => void task.run()}>{text.turnOn}</Button></>}>{text.off409}</Empty>
      <ProblemNotice problem={task.problem} />
    </div>
  );
}
