import { useId } from 'preact/hooks';
import type { ApiProblem } from '../api/problem';
import { useTexts } from '../app/preferences';
import { href } from '../app/routes';
import type { FlowLog } from '../flowlogs/flowLog';
import { Button } from '../ui/Button';
import { Loading, ProblemNotice } from '../ui/Notice';
import { useFormat } from '../ui/format';
import type { Logstore, Project } from './logservice';
import type { Doing } from './LogServiceDialog';
import { LogstoreTable } from './LogstoreTable';
import { logServiceTexts } from './texts';

type Properties = {
  project: Project;
  logstores: Logstore[] | undefined;
  problem: ApiProblem | undefined;
  onRetry: () => void;
  flowLogs: FlowLog[] | undefined;
  open: boolean;
  onToggle: () => void;
  onDo: (doing: Doing) => void;
};

/** A Project; opened, with its Logstores. */
export function ProjectCard({ project, logstores, problem, onRetry, flowLogs, open, onToggle, onDo }: Properties) {
  const text = useTexts(logServiceTexts);
  const format = useFormat();
  const id = useId();
  const { name } = project;
  return (
    <section class="card" aria-label={`${text.project} ${name}`}>
      <header class="logservice-head">
        <div>
          <h2>
            <button type="button" class="logservice-toggle" aria-expanded={open} aria-controls={id} onClick={onToggle}><span aria-hidden="true">{open ? '▾' : '▸'}</span> {name}</button>
          </h2>
          <div class="hint">{[project.description, logstores && text.count(logstores.length), `${text.created} ${format.time(project.createdAt)}`].filter(Boolean).join(' · ')}</div>
        </div>
        <div class="card-actions">
          <Button size="small" label={text.of(text.newLogstore, name)} onClick={() => onDo({ kind: 'createLogstore', project })}>{text.newLogstore}</Button>
          <a class="button quiet small" href={href(['usage'], { project: name })} aria-label={text.of(text.usage, name)}>{text.usage}</a>
          <Button size="small" kind="quiet" label={text.of(text.edit, name)} onClick={() => onDo({ kind: 'editProject', project })}>{text.edit}</Button>
          <Button size="small" kind="quiet" label={text.of(text.remove, name)} onClick={() => onDo({ kind: 'deleteProject', project })}>{text.remove}</Button>
        </div>
      </header>
      <div id={id} hidden={!open}>
        {open && <ProblemNotice problem={problem} retry={onRetry} />}
        {open && logstores === undefined && !problem && <Loading />}
        {open && logstores && <LogstoreTable project={name} logstores={logstores} flowLogs={flowLogs} onDo={onDo} />}
      </div>
    </section>
  );
}
