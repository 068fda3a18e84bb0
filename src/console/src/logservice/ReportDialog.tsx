import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import { ConfirmDialog } from '../ui/Dialog';
import { useTask } from '../ui/asked';
import { forEver, type Logstore } from './logservice';
import { removalTexts } from './texts';

const reportDays = 7;

/** Turns a Logstore's analysis report on or off, and says what that means. */
export function ReportDialog({ logstore, onClose, onDone }: { logstore: Logstore; onClose: () => void; onDone: (project: string) => void }) {
  const text = useTexts(removalTexts);
  const { api } = useSession();
  const { project, name, report, ttlDays } = logstore;
  const task = useTask(async () => {
    await api.change(report ? 'DELETE' : 'PUT', at`projects/${project}/logstores/${name}/report`);
    onDone(project);
  });
  return (
    <ConfirmDialog title={report ? text.off(name) : text.on(name)} action={report ? text.turnOff : text.turnOn} danger={report} busy={task.busy} problem={task.problem} onConfirm={() => void task.run()} onClose={onClose}>
      <p>{report ? text.offText : text.onText}</p>
      {report && ttlDays === reportDays && <p>{text.offTtl}</p>}
      {!report && ttlDays > reportDays && ttlDays !== forEver && <p>{text.onTtl(ttlDays)}</p>}
    </ConfirmDialog>
  );
}
