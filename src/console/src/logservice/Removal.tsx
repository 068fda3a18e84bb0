import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { useSession } from '../app/session';
import type { FlowLog } from '../flowlogs/flowLog';
import { Loading, Notice, ProblemNotice } from '../ui/Notice';
import { TypeToConfirm } from '../ui/TypeToConfirm';
import { useAsked, useTask } from '../ui/asked';
import type { Logstore, Project } from './logservice';
import { removalTexts } from './texts';

type Shared = { flowLogs: FlowLog[]; onClose: () => void; onDone: (project: string) => void };

/** Deletes a Project with all its Logstores, once its name has been typed. */
export function DeleteProject({ project: { name }, flowLogs, onClose, onDone }: Shared & { project: Project }) {
  const text = useTexts(removalTexts);
  const { api } = useSession();
  const logstores = useAsked((signal) => api.all<Logstore>(at`projects/${name}/logstores`, {}, signal), [name]);
  const count = logstores.value?.length ?? 0;
  const task = useTask(async () => {
    await api.change('DELETE', at`projects/${name}`, undefined, { query: count > 0 ? { force: true } : {} });
    onDone(name);
  });
  return (
    <TypeToConfirm title={text.project(name)} name={name} action={text.remove} busy={task.busy} ready={logstores.value !== undefined} problem={task.problem} onConfirm={() => void task.run()} onClose={onClose}>
      {logstores.value === undefined ? (logstores.problem ? <ProblemNotice problem={logstores.problem} retry={logstores.reload} /> : <Loading label={text.reading} />) : <p>{count === 0 ? text.projectEmpty : text.projectFull(count)}</p>}
      <Writing flowLogs={flowLogs.filter((flowLog) => flowLog.project === name)} />
    </TypeToConfirm>
  );
}

/** Deletes a Logstore with its records, once its name has been typed. */
export function DeleteLogstore({ logstore: { project, name }, flowLogs, onClose, onDone }: Shared & { logstore: Logstore }) {
  const text = useTexts(removalTexts);
  const { api } = useSession();
  const task = useTask(async () => {
    await api.change('DELETE', at`projects/${project}/logstores/${name}`);
    onDone(project);
  });
  return (
    <TypeToConfirm title={text.logstore(name)} name={name} action={text.remove} busy={task.busy} problem={task.problem} onConfirm={() => void task.run()} onClose={onClose}>
      <p>{text.logstoreText}</p>
      <Writing flowLogs={flowLogs.filter((flowLog) => flowLog.project === project && flowLog.logstore === name)} />
    </TypeToConfirm>
  );
}

function Writing({ flowLogs }: { flowLogs: FlowLog[] }) {
  const text = useTexts(removalTexts);
  if (flowLogs.length === 0) return null;
  return <Notice kind="warning"><p>{text.flowLogs}</p><ul>{flowLogs.map((flowLog) => <li key={flowLog.id}>{flowLog.name} <code>{flowLog.id}</code></li>)}</ul></Notice>;
}
