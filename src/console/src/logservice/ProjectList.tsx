import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../app/preferences';
import type { FlowLog } from '../flowlogs/flowLog';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Empty, Loading, ProblemNotice } from '../ui/Notice';
import type { Asked } from '../ui/asked';
import { zoneName } from '../ui/format';
import type { Project } from './logservice';
import type { Doing } from './LogServiceDialog';
import { ProjectCard } from './ProjectCard';
import { shownProjects } from './shown';
import { logServiceTexts } from './texts';
import type { Logstores } from './useLogstores';

type Properties = {
  projects: Project[];
  flowLogs: Asked<FlowLog[]>;
  logstores: Logstores;
  open: string[];
  filter: string;
  onShow: (open: string[], filter?: string) => void;
  onDo: (doing: Doing) => void;
};

/** The Projects that fit the filter, each to be opened. */
export function ProjectList({ projects, flowLogs, logstores, open, filter, onShow, onDo }: Properties) {
  const text = useTexts(logServiceTexts);
  const [typed, setTyped] = useState(filter);
  useEffect(() => {
    if (typed === filter) return;
    const timer = setTimeout(() => onShow(open, typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const items = Object.fromEntries(projects.map(({ name }) => [name, logstores.read[name]?.items]));
  const shown = shownProjects(projects, items, filter);
  const unread = projects.filter(({ name }) => items[name] === undefined);
  const toggle = (name: string) => onShow(open.includes(name) ? open.filter((each) => each !== name) : [...open, name]);
  return (
    <>
      <div class="logservice-filter">
        <TextField label={text.filter} type="search" value={typed} onChange={setTyped} />
        {filter !== '' && unread.length > 0 && logstores.done === undefined && <Button onClick={() => void logstores.loadAll(projects.map(({ name }) => name))}>{text.searchAll}</Button>}
        {logstores.done !== undefined && <Loading label={text.searching(logstores.done, projects.length)} />}
        <span class="hint" role="status">{text.projects(shown.length)}</span>
      </div>
      <ProblemNotice problem={flowLogs.problem} retry={flowLogs.reload} />
      {shown.length === 0 && <Empty>{text.nothingFits}</Empty>}
      {shown.map(({ project, logstores: own, byLogstore }) => (
        <ProjectCard
          key={project.name}
          project={project}
          logstores={own}
          problem={logstores.read[project.name]?.problem}
          onRetry={() => void logstores.load(project.name)}
          flowLogs={flowLogs.value}
          open={byLogstore || open.includes(project.name)}
          onToggle={() => toggle(project.name)}
          onDo={onDo}
        />
      ))}
      <p class="hint">{text.zone(zoneName())}</p>
    </>
  );
}
